CREATE TABLE "on_behalf" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"informant" text NOT NULL,
	"channel" text NOT NULL,
	"came_at" timestamp with time zone NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"receipt" text NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"objection" text DEFAULT '' NOT NULL,
	"objected_by" uuid,
	"objected_at" timestamp with time zone,
	CONSTRAINT "on_behalf_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id"),
	CONSTRAINT "on_behalf_channel" CHECK ("on_behalf"."channel" in ('telephone', 'paper', 'photo', 'messenger', 'radio'))
);
--> statement-breakpoint
CREATE INDEX "on_behalf_open" ON "on_behalf" USING btree ("operation_id","agency_id") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "access_log_once_a_day" ON "access_log" USING btree ("operation_id","subject","person_id","action",((at at time zone 'UTC')::date)) WHERE action like 'case.%';
--> statement-breakpoint

-- Which other agencies had a case before them, and what they did with it: for contact points of its owner alone. Persons
-- are a number; who they are stays between them and their own agency.
CREATE FUNCTION case_readings(p_seizure uuid)
RETURNS TABLE (agency_id uuid, agency text, persons int, first_at timestamptz, last_at timestamptz, kinds text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR NOT EXISTS (
    SELECT FROM seizures s WHERE s.operation_id = m.operation_id AND s.id = p_seizure AND s.agency_id = m.agency_id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT a.id, a.name, count(DISTINCT p.id)::int, min(l.at), max(l.at), array_agg(DISTINCT l.action)
    FROM access_log l JOIN persons p ON p.id = l.person_id JOIN agencies a ON a.id = p.agency_id
    WHERE l.operation_id = m.operation_id AND l.subject = p_seizure::text AND l.outcome = 'shown'
      AND l.action IN ('case.read', 'nominal.read', 'case.printed', 'case.exported') AND a.id <> m.agency_id
    GROUP BY a.id, a.name ORDER BY min(l.at), a.name;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION case_readings(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_readings(uuid) TO naga_app, naga_read;
--> statement-breakpoint

-- Reports that were entered for a post: contact points of the agency write and read them, officers of the post read them
-- and say whether they are right.
ALTER TABLE on_behalf ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE on_behalf FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON on_behalf TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON on_behalf TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, UPDATE (confirmed_by, confirmed_at, objection, objected_by, objected_at) ON on_behalf TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON on_behalf FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY add ON on_behalf FOR INSERT TO naga_app WITH CHECK (
  confirmed_at IS NULL AND objected_at IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = on_behalf.operation_id AND m.agency_id = on_behalf.agency_id AND m.role = 'ncp'
      AND m.id = on_behalf.entered_by));
--> statement-breakpoint
CREATE POLICY answer ON on_behalf FOR UPDATE TO naga_app
USING (confirmed_at IS NULL AND EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = on_behalf.operation_id AND m.agency_id = on_behalf.agency_id AND m.role = 'reporter'
    AND m.unit_id = on_behalf.unit_id))
WITH CHECK ((SELECT current_member()) IN (confirmed_by, objected_by));
--> statement-breakpoint
-- A draft that turns out to be somebody else's report goes over to the post it is of.
GRANT UPDATE (unit_id) ON seizure_reports TO naga_app;
--> statement-breakpoint

-- A contact point may look at the own agency's seizure as another agency does. Whose rights are asked is said by a mask:
-- a member, proven with the server's secret for this session and transaction alone. No caller can make one, and it is
-- taken off before the function that put it on answers.
CREATE FUNCTION mask_of(p_member uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p_member || ':' || encode(hmac(convert_to(
    concat_ws(':', 'mask', p_member, pg_backend_pid(), extract(epoch FROM now())), 'UTF8'), secret, 'sha256'), 'hex')
  FROM server_secret
$$;
--> statement-breakpoint
CREATE FUNCTION person_behind(p_mask text, p_operation uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.person_id FROM members m JOIN persons p ON p.id = m.person_id AND p.state = 'active'
  WHERE m.operation_id = p_operation AND m.id = split_part(p_mask, ':', 1)::uuid AND p_mask = mask_of(m.id)
$$;
--> statement-breakpoint
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
      AND (t.kind = 'key' OR t.used_at > now() - interval '12 hours')
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

-- Whether the reader of the moment sees the current row of a tier: asked of the very policies of its table.
CREATE FUNCTION tier_visible(p_table regclass, p_operation uuid, p_seizure uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  rules text;
  visible boolean;
BEGIN
  SELECT string_agg(format('(%s)', pg_get_expr(polqual, polrelid)), ' OR ') INTO STRICT rules FROM pg_policy
  WHERE polrelid = p_table AND polcmd IN ('r', '*') AND polpermissive AND 'naga_app'::regrole = ANY (polroles);
  EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE operation_id = $1 AND id = $2 AND ended_by IS NULL AND (%s))',
    p_table, rules) INTO visible USING p_operation, p_seizure;
  RETURN visible;
END $$;
--> statement-breakpoint
-- What the members of another agency see of a seizure today, by role: for contact points of its owner alone. In one role
-- there are two answers where a case is addressed to persons.
CREATE FUNCTION tiers_seen_by(p_seizure uuid, p_agency uuid)
RETURNS TABLE (role text, persons int, facts boolean, kase boolean, names boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker members := current_membership();
  one members;
  mask text;
  seen jsonb := '[]';
BEGIN
  IF asker.role IS DISTINCT FROM 'ncp' OR p_agency = asker.agency_id OR NOT EXISTS (
    SELECT FROM seizure_facts f
    WHERE f.operation_id = asker.operation_id AND f.id = p_seizure AND f.agency_id = asker.agency_id) THEN
    RETURN;
  END IF;
  FOR one IN SELECT m.* FROM members m WHERE m.operation_id = asker.operation_id AND m.agency_id = p_agency LOOP
    mask := mask_of(one.id);
    -- Without a mask the rights that are asked would be the caller's own.
    IF mask IS NULL THEN
      RAISE EXCEPTION 'tiers_seen_by: the server has no secret';
    END IF;
    PERFORM set_config('naga.mask', mask, true);
    CONTINUE WHEN (current_membership()).id IS NULL;
    seen := seen || jsonb_build_object('role', one.role,
      'facts', tier_visible('seizure_facts', asker.operation_id, p_seizure),
      'kase', tier_visible('seizures', asker.operation_id, p_seizure),
      'names', tier_visible('seizure_nominal', asker.operation_id, p_seizure));
  END LOOP;
  PERFORM set_config('naga.mask', '', true);
  RETURN QUERY
    SELECT s.role, count(*)::int, s.facts, s.kase, s.names
    FROM jsonb_to_recordset(seen) AS s(role text, facts boolean, kase boolean, names boolean)
    GROUP BY s.role, s.facts, s.kase, s.names ORDER BY s.role, s.kase DESC, s.names DESC;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION mask_of(uuid), person_behind(text, uuid), tier_visible(regclass, uuid, uuid),
  tiers_seen_by(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tiers_seen_by(uuid, uuid) TO naga_app, naga_read;
