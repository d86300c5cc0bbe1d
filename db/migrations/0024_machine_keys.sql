CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"machine_id" uuid NOT NULL,
	"operation_id" uuid,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"rotated_from" uuid,
	CONSTRAINT "api_keys_scopes" CHECK (cardinality("api_keys"."scopes") > 0 and "api_keys"."scopes" <@ array['seizures.read', 'seizures.write', 'clearance.write',
        'names.read', 'tallies.read', 'tallies.write', 'figures.read', 'feed.read'])
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_id_tokens_id_fk" FOREIGN KEY ("id") REFERENCES "public"."tokens"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_machine_id_persons_id_fk" FOREIGN KEY ("machine_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_before" FOREIGN KEY ("rotated_from") REFERENCES "public"."api_keys"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_agency" ON "api_keys" USING btree ("agency_id");--> statement-breakpoint

-- Keys that were made before had no limits: they keep what they could do.
INSERT INTO api_keys (id, agency_id, machine_id, prefix, scopes)
  SELECT t.id, p.agency_id, p.id, '', ARRAY['seizures.read', 'seizures.write', 'clearance.write', 'names.read',
    'tallies.read', 'tallies.write', 'figures.read', 'feed.read']
  FROM tokens t JOIN persons p ON p.id = t.person_id WHERE t.kind = 'key';
--> statement-breakpoint
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON api_keys TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON api_keys TO naga_app, naga_read;
--> statement-breakpoint
CREATE POLICY read ON api_keys FOR SELECT TO naga_app, naga_read USING (
  (SELECT is_administrator())
  OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency())
      AND (operation_id IS NULL OR operation_id = (SELECT current_operation()))));
--> statement-breakpoint

-- What the key at hand may be used for; null for a session, which has no limits but those of its person.
CREATE FUNCTION key_scopes() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  token bytea := sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'));
BEGIN
  RETURN (
    SELECT CASE WHEN t.kind = 'key' THEN coalesce(k.scopes, '{}') END
    FROM tokens t LEFT JOIN api_keys k ON k.id = t.id WHERE t.hash = token);
END $$;
--> statement-breakpoint
CREATE FUNCTION key_allows(VARIADIC p_scopes text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(key_scopes() && p_scopes, true)
$$;
--> statement-breakpoint

-- As before, and a key opens no operation that it is not for.
CREATE OR REPLACE FUNCTION current_membership() RETURNS members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  digest bytea := sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'));
  operation uuid := nullif(current_setting('naga.operation', true), '')::uuid;
  mask text := coalesce(current_setting('naga.mask', true), '');
  person uuid;
  found members;
BEGIN
  IF operation IS NULL THEN
    RETURN NULL;
  END IF;
  IF mask <> '' THEN
    person := person_behind(mask, operation);
  ELSE
    SELECT p.id INTO person FROM tokens t JOIN persons p ON p.id = t.person_id
    WHERE t.hash = digest
      AND t.kind IN ('session', 'key') AND t.revoked_at IS NULL AND t.expires_at > now()
      AND CASE t.kind WHEN 'session' THEN t.used_at > now() - interval '12 hours' ELSE EXISTS (
        SELECT FROM api_keys k WHERE k.id = t.id AND (k.operation_id IS NULL OR k.operation_id = operation)) END
      AND p.state = 'active';
  END IF;
  IF person IS NULL THEN
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
CREATE OR REPLACE FUNCTION my_operations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.operation_id FROM members m
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.person_id = current_person() AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity')
    AND NOT EXISTS (
      SELECT FROM tokens t JOIN api_keys k ON k.id = t.id
      WHERE t.hash = sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'))
        AND k.operation_id <> m.operation_id)
$$;
--> statement-breakpoint

-- Beside what the rows allow: a key sees cases and names, and says something, only where it was made for that.
CREATE POLICY key_scope ON seizures AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
  USING ((SELECT key_allows('seizures.read', 'seizures.write', 'clearance.write')));
--> statement-breakpoint
CREATE POLICY key_scope ON seizure_nominal AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
  USING ((SELECT key_allows('names.read', 'seizures.write')));
--> statement-breakpoint
CREATE POLICY key_scope ON commands AS RESTRICTIVE FOR INSERT TO naga_app
  WITH CHECK (key_allows(CASE
    WHEN kind IN ('report.submit', 'seizure.amend', 'seizure.withdraw') THEN 'seizures.write'
    WHEN kind IN ('report.clear', 'report.return') THEN 'clearance.write'
    WHEN kind = 'tally.post' THEN 'tallies.write'
    ELSE 'none' END));
--> statement-breakpoint

DROP FUNCTION issue_key(uuid, uuid, bytea, text, int);
--> statement-breakpoint
-- A key lets a machine of an agency act as one of its members; its secret is shown once. A key makes no keys.
CREATE FUNCTION issue_key(
  p_id uuid, p_machine uuid, p_hash bytea, p_label text, p_days int, p_prefix text, p_scopes text[], p_everywhere boolean)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  agency uuid;
BEGIN
  SELECT p.agency_id INTO agency FROM persons p
  WHERE p.id = p_machine AND p.machine AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = p.agency_id));
  IF agency IS NULL OR key_scopes() IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'issue_key: not allowed';
  END IF;
  INSERT INTO tokens (id, hash, kind, person_id, label, created_by, expires_at)
  VALUES (p_id, p_hash, 'key', p_machine, p_label, current_person(), now() + make_interval(days => p_days));
  INSERT INTO api_keys (id, agency_id, machine_id, operation_id, prefix, scopes)
  VALUES (p_id, agency, p_machine, CASE WHEN NOT p_everywhere THEN m.operation_id END, p_prefix, p_scopes);
END $$;
--> statement-breakpoint

DROP FUNCTION revoke_key(uuid);
--> statement-breakpoint
DROP FUNCTION machine_keys();
--> statement-breakpoint
-- Keys of the machines of an agency that still open something: for its contact point and the administrator.
CREATE FUNCTION machine_keys()
RETURNS TABLE (id uuid, person_id uuid, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz,
  prefix text, scopes text[], operation_id uuid, made_by text, renewed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.person_id, t.label, t.created_at, t.used_at, t.expires_at,
    k.prefix, k.scopes, k.operation_id, coalesce(w.name, ''),
    EXISTS (SELECT FROM api_keys later JOIN tokens l ON l.id = later.id
            WHERE later.rotated_from = k.id AND l.revoked_at IS NULL)
  FROM api_keys k JOIN tokens t ON t.id = k.id LEFT JOIN persons w ON w.id = t.created_by
  LEFT JOIN LATERAL current_membership() m ON true
  WHERE t.revoked_at IS NULL AND t.expires_at > now() AND key_scopes() IS NULL
    AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = k.agency_id
      AND (k.operation_id IS NULL OR k.operation_id = m.operation_id)))
$$;
--> statement-breakpoint
CREATE FUNCTION revoke_key(p_key uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE tokens SET revoked_at = now() WHERE id = p_key AND id IN (SELECT k.id FROM machine_keys() k)
  RETURNING person_id
$$;
--> statement-breakpoint
-- A new secret for the same work: the old one goes on for some hours and then ends by itself. A key is renewed once.
CREATE FUNCTION rotate_key(p_id uuid, p_old uuid, p_hash bytea, p_prefix text, p_days int, p_overlap_hours int)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE machine uuid;
BEGIN
  UPDATE tokens SET expires_at = least(expires_at, now() + make_interval(hours => p_overlap_hours))
  WHERE id = p_old AND id IN (SELECT k.id FROM machine_keys() k WHERE NOT k.renewed)
  RETURNING person_id INTO machine;
  IF machine IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO tokens (id, hash, kind, person_id, label, created_by, expires_at)
    SELECT p_id, p_hash, 'key', machine, label, current_person(), now() + make_interval(days => p_days)
    FROM tokens WHERE id = p_old;
  INSERT INTO api_keys (id, agency_id, machine_id, operation_id, prefix, scopes, rotated_from)
    SELECT p_id, agency_id, machine_id, operation_id, p_prefix, scopes, p_old FROM api_keys WHERE id = p_old;
  RETURN machine;
END $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['key_scopes()', 'key_allows(text[])',
    'issue_key(uuid,uuid,bytea,text,int,text,text[],boolean)', 'machine_keys()', 'revoke_key(uuid)',
    'rotate_key(uuid,uuid,bytea,text,int,int)']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO naga_app', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION key_scopes(), key_allows(text[]) TO naga_read;
