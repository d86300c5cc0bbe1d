CREATE TABLE "tallies" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"version" integer NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	"nil" boolean NOT NULL,
	"arrested" integer,
	"containers" integer,
	"parcels" integer,
	"passengers" integer,
	"vehicles" integer,
	"remark" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "tallies_operation_id_agency_id_day_version_pk" PRIMARY KEY("operation_id","agency_id","day","version")
);
--> statement-breakpoint
CREATE TABLE "tally_groups" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"version" integer NOT NULL,
	"group_code" text NOT NULL,
	"position" smallint NOT NULL,
	"cases" integer NOT NULL,
	CONSTRAINT "tally_groups_group" PRIMARY KEY("operation_id","agency_id","day","version","group_code"),
	CONSTRAINT "tally_groups_cases" CHECK ("tally_groups"."cases" > 0)
);
--> statement-breakpoint
CREATE TABLE "tally_promises" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"rhythm" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"weekday" smallint,
	"days_off" smallint[] NOT NULL,
	"holidays" date[] NOT NULL,
	"zone" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"begun_by" uuid NOT NULL,
	CONSTRAINT "tally_promises_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "tally_promises_rhythm" CHECK ("tally_promises"."rhythm" in ('daily', 'working_days', 'weekly', 'standing_nil', 'none')),
	CONSTRAINT "tally_promises_weekly" CHECK ("tally_promises"."rhythm" <> 'weekly' or "tally_promises"."weekday" between 1 and 7),
	CONSTRAINT "tally_promises_standing" CHECK ("tally_promises"."rhythm" <> 'standing_nil' or "tally_promises"."to_day" is not null)
);
--> statement-breakpoint
CREATE TABLE "tally_quantities" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"version" integer NOT NULL,
	"group_code" text NOT NULL,
	"line" smallint NOT NULL,
	"quantity" numeric NOT NULL,
	"unit" text NOT NULL,
	"normalised" numeric,
	"dimension" text,
	"rule" text,
	"rule_version" integer,
	CONSTRAINT "tally_quantities_line" PRIMARY KEY("operation_id","agency_id","day","version","group_code","line"),
	CONSTRAINT "tally_quantities_positive" CHECK ("tally_quantities"."quantity" > 0)
);
--> statement-breakpoint
ALTER TABLE "streams" DROP CONSTRAINT "streams_kind";--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_operation_id_agency_id_participants_operation_id_agency_id_fk" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_groups" ADD CONSTRAINT "tally_groups_tally" FOREIGN KEY ("operation_id","agency_id","day","version") REFERENCES "public"."tallies"("operation_id","agency_id","day","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_promises" ADD CONSTRAINT "tally_promises_operation_id_agency_id_participants_operation_id_agency_id_fk" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_quantities" ADD CONSTRAINT "tally_quantities_group" FOREIGN KEY ("operation_id","agency_id","day","version","group_code") REFERENCES "public"."tally_groups"("operation_id","agency_id","day","version","group_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tallies_current" ON "tallies" USING btree ("operation_id","agency_id","day") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "tallies_day" ON "tallies" USING btree ("operation_id","day");--> statement-breakpoint
CREATE INDEX "tally_promises_agency" ON "tally_promises" USING btree ("operation_id","agency_id","made_at");--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_kind" CHECK ("streams"."kind" in ('operation', 'notices', 'unit', 'desk', 'watch'));--> statement-breakpoint

-- Who has given a tally and who has not, for leads and the coordination unit.
WITH made AS MATERIALIZED (SELECT gen_random_uuid() AS id, o.id AS operation_id FROM operations o)
INSERT INTO streams (id, operation_id, kind, head_hash)
SELECT id, operation_id, 'watch', sha256(convert_to(id::text, 'UTF8')) FROM made;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION open_operation(
  p_operation uuid, p_code text, p_kind text, p_dates_moved int, p_member uuid, p_official_name text, p_joined date,
  p_streams uuid[], p_event uuid, p_plan jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = current_person() AND may_open AND NOT administrator;
  IF p.id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'open_operation: not allowed';
  END IF;
  INSERT INTO operations (id, code, kind, dates_moved_days, created_by)
  VALUES (p_operation, p_code, p_kind, p_dates_moved, p.id);
  INSERT INTO operation_plans SELECT (jsonb_populate_record(NULL::operation_plans, p_plan || jsonb_build_object(
    'operation_id', p_operation, 'version', 1, 'begun_by', p_event, 'ended_by', NULL,
    'boundary_approved_by', NULL, 'boundary_approved_at', NULL))).*;
  INSERT INTO participant_administrations
    SELECT p_operation, administration_id, p_official_name FROM agencies WHERE id = p.agency_id;
  INSERT INTO participants (operation_id, agency_id, administration_id, leads, joined_on)
    SELECT p_operation, id, administration_id, true, p_joined FROM agencies WHERE id = p.agency_id;
  INSERT INTO members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
  VALUES (p_operation, p_member, p.id, p.agency_id, p.unit_id, 'lead', p_joined);
  INSERT INTO streams (id, operation_id, kind, head_hash)
    SELECT p_streams[n], p_operation, kind, sha256(convert_to(p_streams[n]::text, 'UTF8'))
    FROM unnest(ARRAY['operation', 'notices', 'desk', 'watch']) WITH ORDINALITY AS kinds(kind, n);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION my_streams() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  facts boolean := reads_facts();
BEGIN
  RETURN QUERY SELECT s.id FROM streams s WHERE s.operation_id = m.operation_id AND (
       s.kind = 'notices'
    OR (s.kind = 'operation' AND facts)
    OR (s.kind = 'desk' AND m.role = 'ocu')
    OR (s.kind = 'watch' AND m.role IN ('lead', 'ocu'))
    OR (s.kind = 'unit' AND m.role = 'ncp' AND s.agency_id = m.agency_id)
    OR (s.kind = 'unit' AND m.role = 'reporter' AND s.unit_id = m.unit_id));
END $$;
--> statement-breakpoint
-- A lead asks an agency for its tally, as the coordination unit does: both may tell its units.
CREATE OR REPLACE FUNCTION writable_streams() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN QUERY SELECT s.id FROM streams s WHERE s.operation_id = m.operation_id
    AND (s.kind IN ('operation', 'notices', 'desk', 'watch') OR s.agency_id = m.agency_id OR m.role IN ('lead', 'ocu'));
END $$;
--> statement-breakpoint

-- Tallies: leads and the coordination unit read all, an agency reads and writes its own.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tally_promises', 'tallies', 'tally_groups', 'tally_quantities'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (
        (SELECT current_duty()) IN (''lead'', ''ocu'')
        OR (agency_id = (SELECT current_agency()) AND (SELECT current_duty()) IN (''ncp'', ''reporter'', ''analyst''))))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tallies', 'tally_groups', 'tally_quantities'] LOOP
    EXECUTE format('CREATE POLICY add ON %1$I FOR INSERT TO naga_app WITH CHECK (EXISTS (
      SELECT FROM writing_membership() m
      WHERE m.operation_id = %1$I.operation_id AND m.agency_id = %1$I.agency_id AND m.role IN (''ncp'', ''reporter'')))', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT UPDATE (ended_by) ON tallies TO naga_app;
--> statement-breakpoint
CREATE POLICY change ON tallies FOR UPDATE TO naga_app USING (EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = tallies.operation_id AND m.agency_id = tallies.agency_id AND m.role IN ('ncp', 'reporter')));
--> statement-breakpoint
CREATE POLICY add ON tally_promises FOR INSERT TO naga_app WITH CHECK (made_by = (SELECT current_member()) AND EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = tally_promises.operation_id
    AND (m.role = 'lead' OR (m.role = 'ncp' AND m.agency_id = tally_promises.agency_id))));
--> statement-breakpoint

-- What each agency owed on each day of the operational phase, as promised by an instant: 'tally', 'nil' (it stands without
-- a word) or nothing. A country that reads all and promised nothing owes a tally every day. Only from joining to leaving.
CREATE FUNCTION tallies_owed(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, due_at timestamptz, owed text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH plan AS (
    SELECT zone, cut_off::time AS cut_off, starts_on, ends_on FROM operation_plans
    WHERE operation_id = p_operation AND ended_by IS NULL),
  spans AS (
    SELECT p.agency_id, plan.*, p.reads_all AND a.kind = 'country' AS reports,
      greatest(p_from, plan.starts_on, p.joined_on) AS first_day,
      least(p_to, plan.ends_on, (p.left_at AT TIME ZONE plan.zone)::date - 1) AS last_day
    FROM plan, participants p JOIN administrations a ON a.id = p.administration_id
    WHERE p.operation_id = p_operation),
  days AS (
    SELECT s.agency_id, s.reports, s.first_day + n AS day, (s.first_day + n + s.cut_off) AT TIME ZONE s.zone AS due_at
    FROM spans s, generate_series(0, s.last_day - s.first_day) AS n)
  SELECT d.agency_id, d.day, d.due_at,
    CASE
      WHEN w.rhythm = 'daily' OR (w.rhythm IS NULL AND d.reports) THEN 'tally'
      WHEN w.rhythm = 'standing_nil' THEN 'nil'
      WHEN w.rhythm = 'working_days'
        AND NOT (extract(isodow FROM d.day) = ANY (w.days_off) OR d.day = ANY (w.holidays)) THEN 'tally'
      -- On the promised weekday, or where that was a holiday, on the first day after it that is none.
      WHEN w.rhythm = 'weekly' AND NOT d.day = ANY (w.holidays) AND NOT EXISTS (
        SELECT FROM generate_series(1, (extract(isodow FROM d.day)::int - w.weekday + 7) % 7) AS back
        WHERE NOT d.day - back = ANY (w.holidays)) THEN 'tally'
    END
  FROM days d LEFT JOIN LATERAL (
    SELECT t.* FROM tally_promises t
    WHERE t.operation_id = p_operation AND t.agency_id = d.agency_id AND t.made_at <= p_at
      AND d.day BETWEEN t.from_day AND coalesce(t.to_day, 'infinity')
    ORDER BY t.made_at DESC, t.id DESC LIMIT 1) w ON true
$$;
--> statement-breakpoint

-- How each agency stood on each day, seen from an instant. A shared case dated on a day that was said to be nil takes the
-- nil off the record until the agency corrects it. Who was owed nothing and was told nothing is not due; never missing.
CREATE FUNCTION tally_marks(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, mark text, due_at timestamptz, owed boolean, reopened boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT t.agency_id, t.day, min(t.at) AS first_at, (array_agg(t.nil ORDER BY t.version DESC))[1] AS nil
    FROM tallies t
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.at <= p_at
    GROUP BY t.agency_id, t.day),
  seized AS (
    SELECT DISTINCT f.agency_id, f.operational_day AS day FROM seizure_facts f
    WHERE f.operation_id = p_operation AND f.operational_day BETWEEN p_from AND p_to AND f.ended_by IS NULL AND f.shared
      AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT f.outside_window AND f.released_at <= p_at),
  standing AS (
    SELECT o.*, s.first_at, coalesce(s.nil, o.owed = 'nil', false) AS nil, z.day IS NOT NULL AS seized
    FROM tallies_owed(p_operation, p_from, p_to, p_at) o
    LEFT JOIN said s ON s.agency_id = o.agency_id AND s.day = o.day
    LEFT JOIN seized z ON z.agency_id = o.agency_id AND z.day = o.day)
  SELECT agency_id, day,
    CASE
      WHEN nil AND seized THEN CASE WHEN p_at > due_at THEN 'missing' ELSE 'not_due' END
      WHEN first_at IS NOT NULL AND owed = 'tally' AND first_at > due_at THEN 'late'
      WHEN nil THEN 'nil'
      WHEN first_at IS NOT NULL THEN 'reported'
      WHEN owed = 'tally' AND p_at > due_at THEN 'missing'
      ELSE 'not_due'
    END,
    due_at, coalesce(owed = 'tally', false) OR (nil AND seized), nil AND seized
  FROM standing
$$;
--> statement-breakpoint

-- The same for who may see it: all agencies for leads and the coordination unit, the own one for its members.
CREATE FUNCTION tally_calendar(p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, mark text, due_at timestamptz, owed boolean, reopened boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN QUERY SELECT k.* FROM tally_marks(m.operation_id, p_from, p_to, p_at) k
  WHERE m.role IN ('lead', 'ocu') OR (m.role IN ('ncp', 'reporter', 'analyst') AND k.agency_id = m.agency_id);
END $$;
--> statement-breakpoint

-- How many agencies stand how, day by day, and of how many a tally is owed: numbers alone, for all who read facts.
CREATE FUNCTION tally_coverage(p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (day date, mark text, owed boolean, agencies int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  facts boolean := reads_facts();
BEGIN
  RETURN QUERY SELECT k.day, k.mark, k.owed, count(*)::int FROM tally_marks(m.operation_id, p_from, p_to, p_at) k
  WHERE facts GROUP BY k.day, k.mark, k.owed;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION tallies_owed(uuid, date, date, timestamptz), tally_marks(uuid, date, date, timestamptz),
  tally_calendar(date, date, timestamptz), tally_coverage(date, date, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tally_calendar(date, date, timestamptz), tally_coverage(date, date, timestamptz)
  TO naga_app, naga_read;
