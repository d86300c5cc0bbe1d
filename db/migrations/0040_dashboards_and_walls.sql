CREATE TABLE "dashboards" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"panels" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "dashboards_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "dashboards_length" CHECK (length("dashboards"."name") between 1 and 80 and "dashboards"."version" > 0),
	CONSTRAINT "dashboards_panels" CHECK (jsonb_typeof("dashboards"."panels") = 'array' and jsonb_array_length("dashboards"."panels") <= 24
        and octet_length("dashboards"."panels"::text) <= 120000)
);
--> statement-breakpoint
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_member_fk" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dashboards_member" ON "dashboards" USING btree ("operation_id","member_id");--> statement-breakpoint
CREATE INDEX "dashboards_shared" ON "dashboards" USING btree ("operation_id") WHERE shared;
--> statement-breakpoint

-- As with views: a dashboard belongs to its maker, and a shared one is read by all who read facts. Leads and the
-- coordination unit share. Machines have no part in it.
ALTER TABLE dashboards ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dashboards FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON dashboards TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON dashboards TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, DELETE ON dashboards TO naga_app;
--> statement-breakpoint
GRANT UPDATE (name, panels, shared, version, changed_at) ON dashboards TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON dashboards FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL
  AND (member_id = (SELECT current_member()) OR shared));
--> statement-breakpoint
CREATE POLICY add ON dashboards FOR INSERT TO naga_app WITH CHECK (
  (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id
      AND m.agency_id = dashboards.agency_id AND (NOT dashboards.shared OR m.role IN ('lead', 'ocu'))));
--> statement-breakpoint
CREATE POLICY change ON dashboards FOR UPDATE TO naga_app USING ((SELECT reads_facts())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id))
  WITH CHECK (EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id
      AND (NOT dashboards.shared OR m.role IN ('lead', 'ocu'))));
--> statement-breakpoint
CREATE POLICY take_back ON dashboards FOR DELETE TO naga_app USING ((SELECT reads_facts())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id));

--> statement-breakpoint
CREATE TABLE "walls" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dashboard_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"label" text NOT NULL,
	"administrations" uuid[] NOT NULL,
	"roles" text[] NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "walls_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "walls_hash" UNIQUE("hash"),
	CONSTRAINT "walls_lasts" CHECK ("walls"."expires_at" <= "walls"."started_at" + interval '8 days'),
	CONSTRAINT "walls_room" CHECK (cardinality("walls"."administrations") between 1 and 300 and cardinality("walls"."roles") between 1 and 7
        and length("walls"."label") between 1 and 80)
);
--> statement-breakpoint
ALTER TABLE "walls" ADD CONSTRAINT "walls_dashboard_fk" FOREIGN KEY ("operation_id","dashboard_id") REFERENCES "public"."dashboards"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walls" ADD CONSTRAINT "walls_member_fk" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "walls_member" ON "walls" USING btree ("operation_id","member_id");--> statement-breakpoint
CREATE INDEX "walls_dashboard" ON "walls" USING btree ("operation_id","dashboard_id");
--> statement-breakpoint

-- Seen by whoever started it and by leads; by nobody what opens it. Started by those who keep dashboards for others to see,
-- of a dashboard that they read; ended by its starter or a lead.
ALTER TABLE walls ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE walls FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON walls TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT (operation_id, id, dashboard_id, member_id, agency_id, label, administrations, roles, started_at, expires_at,
  ended_at, ended_by) ON walls TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT (operation_id, id, dashboard_id, member_id, agency_id, hash, label, administrations, roles, expires_at)
  ON walls TO naga_app;
--> statement-breakpoint
GRANT UPDATE (ended_at, ended_by) ON walls TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON walls FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT key_scopes()) IS NULL
  AND ((SELECT current_duty()) = 'lead'
    OR (member_id = (SELECT current_member()) AND (SELECT current_duty()) IN ('ocu', 'ncp', 'analyst'))));
--> statement-breakpoint
CREATE POLICY add ON walls FOR INSERT TO naga_app WITH CHECK (
  (SELECT key_scopes()) IS NULL AND ended_at IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    JOIN dashboards d ON d.operation_id = m.operation_id AND (d.shared OR d.member_id = m.id)
    WHERE m.operation_id = walls.operation_id AND m.id = walls.member_id AND m.agency_id = walls.agency_id
      AND d.id = walls.dashboard_id AND m.role IN ('lead', 'ocu', 'ncp', 'analyst')));
--> statement-breakpoint
CREATE POLICY take_down ON walls FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND ended_at IS NULL
  AND ((SELECT current_duty()) = 'lead' OR member_id = (SELECT current_member())))
  WITH CHECK (ended_by = (SELECT current_member()) AND ended_at IS NOT NULL);
--> statement-breakpoint

-- A wall is a reader of its own, said by a mask as in looking as another: proven with the server's secret for this session
-- and transaction alone, so that no statement can make one.
CREATE FUNCTION wall_mask(p_wall uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT 'wall:' || p_wall || ':' || encode(hmac(convert_to(
    concat_ws(':', 'wall-mask', p_wall, pg_backend_pid(), extract(epoch FROM now())), 'UTF8'), secret, 'sha256'), 'hex')
  FROM server_secret
$$;
--> statement-breakpoint
-- Whether a wall reads, and not a person.
CREATE FUNCTION on_wall() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('naga.mask', true), '') LIKE 'wall:%'
$$;
--> statement-breakpoint
-- As before; and a wall stands where a partner does who owns nothing and is named nowhere: what is shared with all who read
-- facts is all that it sees.
CREATE OR REPLACE FUNCTION current_membership() RETURNS members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  digest bytea := sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'));
  operation uuid := nullif(current_setting('naga.operation', true), '')::uuid;
  mask text := coalesce(current_setting('naga.mask', true), '');
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  person uuid;
  found members;
BEGIN
  IF operation IS NULL THEN
    RETURN NULL;
  END IF;
  IF mask LIKE 'wall:%' THEN
    SELECT w.id INTO found.id FROM walls w WHERE w.operation_id = operation AND mask = wall_mask(w.id);
    IF found.id IS NULL THEN
      RETURN NULL;
    END IF;
    found.operation_id := operation;
    found.agency_id := nobody;
    found.unit_id := nobody;
    found.person_id := nobody;
    found.role := 'partner';
    found.state := 'active';
    RETURN found;
  ELSIF mask <> '' THEN
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

-- Who is in the room of a wall now: members of its administrations in its roles, and whoever started it.
CREATE FUNCTION room_of(p_operation uuid, p_starter uuid, p_administrations uuid[], p_roles text[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM members m
  JOIN persons p ON p.id = m.person_id AND p.state = 'active' AND NOT p.machine
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.operation_id = p_operation AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity')
    AND (m.id = p_starter OR (a.administration_id = ANY (p_administrations) AND m.role = ANY (p_roles)))
$$;
--> statement-breakpoint
-- How many are in a room, and whether all of them read facts: asked of each by the rule that the policies ask. Puts masks on.
CREATE FUNCTION room_reads(p_room uuid[]) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one uuid;
BEGIN
  FOREACH one IN ARRAY p_room LOOP
    PERFORM set_config('naga.mask', coalesce(mask_of(one), 'nobody'), true);
    IF NOT coalesce(reads_facts(), false) THEN
      RETURN false;
    END IF;
  END LOOP;
  RETURN cardinality(p_room) > 0;
END $$;
--> statement-breakpoint
-- The same for a room that is not a wall yet, to whoever may start one in the operation.
CREATE FUNCTION room_asked(p_administrations uuid[], p_roles text[]) RETURNS TABLE (people int, reads boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  room uuid[];
  own text := coalesce(current_setting('naga.mask', true), '');
BEGIN
  IF own <> '' OR m.role IS NULL OR m.role NOT IN ('lead', 'ocu', 'ncp', 'analyst') THEN
    RETURN;
  END IF;
  room := array(SELECT room_of(m.operation_id, m.id, p_administrations, p_roles));
  people := cardinality(room);
  reads := room_reads(room);
  PERFORM set_config('naga.mask', '', true);
  RETURN NEXT;
END $$;
--> statement-breakpoint

-- Begins a transaction as a wall, which reads and never writes. Nothing where it was ended or has expired, the operation is
-- closed, its starter is no such member any more, or does not read its dashboard any more. Where somebody in the room reads
-- no facts, the wall sees nothing at all.
CREATE FUNCTION begin_wall(p_token text)
RETURNS TABLE (at timestamptz, wall_id uuid, operation_id uuid, dashboard_id uuid, name text, panels jsonb, people int,
  reads boolean, expires_at timestamptz, operation_state text, operation_code text, operation_kind text, dates_moved int,
  operation_name text, edition text, handling text, zone text, starts_on date, ends_on date, follow_up_ends_on date,
  late_limit_hours int, joining text, participants json)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  w walls;
  d dashboards;
  room uuid[];
BEGIN
  PERFORM set_config('naga.token', '', true), set_config('naga.operation', '', true), set_config('naga.mask', '', true);
  SELECT * INTO w FROM walls v
  WHERE v.hash = sha256(convert_to(p_token, 'UTF8')) AND v.ended_at IS NULL AND v.expires_at > now();
  SELECT * INTO d FROM dashboards b
  WHERE b.operation_id = w.operation_id AND b.id = w.dashboard_id AND (b.shared OR b.member_id = w.member_id);
  room := array(SELECT room_of(w.operation_id, w.member_id, w.administrations, w.roles));
  IF d.id IS NULL OR NOT w.member_id = ANY (room) OR NOT EXISTS (
    SELECT FROM members m WHERE m.operation_id = w.operation_id AND m.id = w.member_id
      AND m.role IN ('lead', 'ocu', 'ncp', 'analyst'))
    OR NOT EXISTS (SELECT FROM operations o WHERE o.id = w.operation_id AND o.state <> 'closed') THEN
    RETURN;
  END IF;
  PERFORM set_config('naga.operation', w.operation_id::text, true), set_config('transaction_read_only', 'on', true);
  reads := room_reads(room);
  PERFORM set_config('naga.mask', CASE WHEN reads THEN coalesce(wall_mask(w.id), 'wall:none') ELSE 'wall:none' END, true);
  RETURN QUERY
    SELECT clock_timestamp(), w.id, w.operation_id, d.id, d.name, d.panels, cardinality(room), reads, w.expires_at,
      o.state, o.code, o.kind, o.dates_moved_days, n.name, n.edition, n.handling, n.zone, n.starts_on, n.ends_on,
      n.follow_up_ends_on, n.late_limit_hours, n.joining, (
        SELECT coalesce(json_agg(json_build_object('code', x.code, 'name', x.official_name) ORDER BY x.official_name), '[]')
        FROM (SELECT DISTINCT a.code, named.official_name FROM participants p
          JOIN administrations a ON a.id = p.administration_id
          JOIN participant_administrations named
            ON named.operation_id = p.operation_id AND named.administration_id = p.administration_id
          WHERE p.operation_id = w.operation_id AND p.left_at IS NULL AND a.kind <> 'organisation') x)
    FROM operations o JOIN operation_plans n ON n.operation_id = o.id AND n.ended_by IS NULL
    WHERE o.id = w.operation_id;
END $$;
--> statement-breakpoint
-- Of these cases, those that everybody in the room of the wall at hand may open: asked, for each of them in turn, of the
-- policies of the table of cases.
CREATE FUNCTION wall_cases(p_cases uuid[]) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own text := coalesce(current_setting('naga.mask', true), '');
  w walls;
  one uuid;
  rules text;
  open uuid[] := p_cases;
BEGIN
  SELECT * INTO w FROM walls v WHERE v.id = (current_membership()).id AND v.operation_id = current_operation();
  IF w.id IS NULL OR NOT on_wall() THEN
    RETURN '{}';
  END IF;
  SELECT string_agg(format('(%s)', pg_get_expr(polqual, polrelid)), ' OR ') INTO STRICT rules FROM pg_policy
  WHERE polrelid = 'seizures'::regclass AND polcmd IN ('r', '*') AND polpermissive AND 'naga_app'::regrole = ANY (polroles);
  FOR one IN SELECT room_of(w.operation_id, w.member_id, w.administrations, w.roles) LOOP
    PERFORM set_config('naga.mask', mask_of(one), true);
    EXECUTE format('SELECT array(SELECT id FROM seizures
      WHERE operation_id = $1 AND id = ANY ($2) AND ended_by IS NULL AND (%s))', rules)
      INTO open USING w.operation_id, open;
    EXIT WHEN open = '{}';
  END LOOP;
  PERFORM set_config('naga.mask', own, true);
  RETURN open;
END $$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['wall_mask(uuid)', 'on_wall()', 'room_of(uuid,uuid,uuid[],text[])', 'room_reads(uuid[])',
    'room_asked(uuid[],text[])', 'begin_wall(text)', 'wall_cases(uuid[])']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION on_wall() TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION room_asked(uuid[], text[]), begin_wall(text), wall_cases(uuid[]) TO naga_app;
--> statement-breakpoint

-- A wall reads what its figures are made of and nothing else, whatever the policies of a table say to
-- partners.
-- Said so that PostgreSQL expects nearly every row to pass: of a plain 'not' it would expect half, and join by loops.
DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT oid FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
      AND relname NOT IN ('seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes', 'figure_cells',
        'figure_amounts', 'streams', 'events', 'event_bodies', 'operation_plans')
  LOOP
    EXECUTE format('CREATE POLICY no_wall ON %s AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
      USING ((SELECT nullif(on_wall(), true)) IS NOT NULL)', t);
  END LOOP;
END $$;
