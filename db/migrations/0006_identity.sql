-- Who asks is resolved by every policy of every statement, some forty times while one report is released: once per
-- call and not once per row looked at, and with plans that the session keeps.
CREATE OR REPLACE FUNCTION current_person() RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  token bytea := sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'));
BEGIN
  RETURN (
    SELECT p.id FROM tokens t JOIN persons p ON p.id = t.person_id
    WHERE t.hash = token
      AND t.kind IN ('session', 'key') AND t.revoked_at IS NULL AND t.expires_at > now()
      AND (t.kind = 'key' OR t.used_at > now() - interval '12 hours')
      AND p.state = 'active');
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION current_membership() RETURNS members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person uuid := current_person();
  operation uuid := nullif(current_setting('naga.operation', true), '')::uuid;
  found members;
BEGIN
  IF person IS NULL OR operation IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT m.* INTO found FROM members m
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.person_id = person AND m.operation_id = operation AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity');
  RETURN found;
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION content_open() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  operation uuid := current_operation();
BEGIN
  RETURN EXISTS (SELECT FROM operations WHERE id = operation AND state <> 'closed');
END $$;
