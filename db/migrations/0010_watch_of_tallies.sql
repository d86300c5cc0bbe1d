CREATE TABLE "tally_questions" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"group_code" text NOT NULL,
	"said" integer NOT NULL,
	"seen" integer NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_as" text,
	"answer" text,
	"answered_by" uuid,
	CONSTRAINT "tally_questions_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "tally_questions_closed" CHECK (("tally_questions"."closed_at" is null) = ("tally_questions"."closed_as" is null)),
	CONSTRAINT "tally_questions_closed_as" CHECK ("tally_questions"."closed_as" in ('mended', 'answered')),
	CONSTRAINT "tally_questions_answer" CHECK (("tally_questions"."closed_as" is not distinct from 'answered') = (coalesce("tally_questions"."answer", '') <> ''))
);
--> statement-breakpoint
CREATE TABLE "tally_reminders" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "tally_reminders_operation_id_agency_id_day_kind_pk" PRIMARY KEY("operation_id","agency_id","day","kind"),
	CONSTRAINT "tally_reminders_kind" CHECK ("tally_reminders"."kind" in ('before', 'missing', 'again'))
);
--> statement-breakpoint
ALTER TABLE "tally_questions" ADD CONSTRAINT "tally_questions_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_reminders" ADD CONSTRAINT "tally_reminders_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tally_questions_open" ON "tally_questions" USING btree ("operation_id","agency_id","day","group_code") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "tally_questions_day" ON "tally_questions" USING btree ("operation_id","agency_id","day");
--> statement-breakpoint

-- A tally is put on record by whoever writes it and at no other time than now; so is a promise.
DROP POLICY add ON tallies;
--> statement-breakpoint
CREATE POLICY add ON tallies FOR INSERT TO naga_app WITH CHECK (
  author_id = (SELECT current_member()) AND at BETWEEN now() AND clock_timestamp() AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = tallies.operation_id AND m.agency_id = tallies.agency_id AND m.role IN ('ncp', 'reporter')));
--> statement-breakpoint
DROP POLICY add ON tally_promises;
--> statement-breakpoint
CREATE POLICY add ON tally_promises FOR INSERT TO naga_app WITH CHECK (
  made_by = (SELECT current_member()) AND made_at BETWEEN now() AND clock_timestamp() AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = tally_promises.operation_id
      AND (m.role = 'lead' OR (m.role = 'ncp' AND m.agency_id = tally_promises.agency_id))));
--> statement-breakpoint

-- What an agency promised for a day, as known at an instant. Inlined where it is asked.
CREATE FUNCTION tally_promise_for(p_operation uuid, p_agency uuid, p_day date, p_at timestamptz)
RETURNS SETOF tally_promises LANGUAGE sql STABLE AS $$
  SELECT t.* FROM tally_promises t
  WHERE t.operation_id = p_operation AND t.agency_id = p_agency AND t.made_at <= p_at
    AND p_day BETWEEN t.from_day AND coalesce(t.to_day, 'infinity')
  ORDER BY t.made_at DESC, t.id DESC LIMIT 1
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION tallies_owed(p_operation uuid, p_from date, p_to date, p_at timestamptz)
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
  FROM days d LEFT JOIN LATERAL tally_promise_for(p_operation, d.agency_id, d.day, p_at) w ON true
$$;
--> statement-breakpoint

-- As before, but seen from a past instant it asks for what was known then: a case that was corrected or withdrawn later
-- still stands as it stood. What its owner holds back today is not seen in any view.
CREATE OR REPLACE FUNCTION tally_marks(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, mark text, due_at timestamptz, owed boolean, reopened boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT t.agency_id, t.day, min(t.at) AS first_at, (array_agg(t.nil ORDER BY t.version DESC))[1] AS nil
    FROM tallies t
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.at <= p_at
    GROUP BY t.agency_id, t.day),
  seized AS (
    SELECT DISTINCT f.agency_id, f.operational_day AS day
    FROM seizure_facts f
    LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
    LEFT JOIN events ended ON ended.id = f.ended_by
    WHERE f.operation_id = p_operation AND f.operational_day BETWEEN p_from AND p_to
      AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT f.outside_window AND coalesce(begun.at, f.released_at) <= p_at
      AND (f.ended_by IS NULL OR ended.at > p_at)
      -- A withdrawal takes every version out of sight; it was in sight until then.
      AND (f.shared OR EXISTS (SELECT FROM seizure_facts w
        WHERE w.operation_id = f.operation_id AND w.id = f.id AND w.ended_by IS NULL AND w.state = 'withdrawn'))),
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

-- Where a tally that stands says another number of cases than the case reports, as far as the caller sees both: the
-- cases that count are released, shared, seizures, and inside the operational phase.
CREATE FUNCTION tally_differences(p_operation uuid, p_from date, p_to date)
RETURNS TABLE (agency_id uuid, day date, group_code text, said int, seen int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT t.agency_id, t.day, g.group_code, g.cases FROM tallies t
    JOIN tally_groups g USING (operation_id, agency_id, day, version)
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.ended_by IS NULL),
  seen AS (
    SELECT f.agency_id, f.operational_day AS day, left(i.commodity, 2) AS group_code, count(DISTINCT f.id)::int AS cases
    FROM seizure_facts f
    JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version
    WHERE f.operation_id = p_operation AND f.operational_day BETWEEN p_from AND p_to AND f.ended_by IS NULL
      AND f.shared AND f.state IN ('submitted', 'verified') AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND EXISTS (SELECT FROM tallies t WHERE t.operation_id = f.operation_id AND t.agency_id = f.agency_id
                  AND t.day = f.operational_day AND t.ended_by IS NULL)
    GROUP BY f.agency_id, f.operational_day, left(i.commodity, 2))
  SELECT agency_id, day, group_code, coalesce(said.cases, 0), coalesce(seen.cases, 0)
  FROM said FULL JOIN seen USING (agency_id, day, group_code)
  WHERE coalesce(said.cases, 0) <> coalesce(seen.cases, 0)
$$;
--> statement-breakpoint

-- An event that nobody caused but the clock: its actor is the nil uuid, its command is itself.
CREATE FUNCTION note_by_clock(p_operation uuid, p_stream uuid, p_type text, p_body jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  event uuid := gen_random_uuid();
  secret bytea := gen_random_bytes(32);
  nobody uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  INSERT INTO events (id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, commitment)
  VALUES (event, p_stream, p_operation, event, p_type, 1, nobody, nobody,
          hmac(convert_to(p_body::text, 'UTF8'), secret, 'sha256'));
  INSERT INTO event_bodies (event_id, stream_id, body, key) VALUES (event, p_stream, p_body::text, secret);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION end_due_operations() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  due uuid;
  target uuid;
BEGIN
  FOR due IN
    SELECT o.id FROM operations o JOIN operation_plans n ON n.operation_id = o.id AND n.ended_by IS NULL
    WHERE o.state = 'active' AND n.ends_on < (clock_timestamp() AT TIME ZONE n.zone)::date
    FOR UPDATE OF o
  LOOP
    UPDATE operations SET state = 'follow_up', state_reason = '' WHERE id = due;
    FOR target IN SELECT id FROM streams WHERE operation_id = due AND kind IN ('operation', 'notices') LOOP
      PERFORM note_by_clock(due, target, 'operation.moved', '{"from": "active", "to": "follow_up"}');
      RETURN NEXT target;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint

-- Tells the watch and every unit of an agency; answers the streams.
CREATE FUNCTION tell_agency_by_clock(p_operation uuid, p_agency uuid, p_type text, p_body jsonb) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  target uuid;
BEGIN
  FOR target IN SELECT id FROM streams WHERE operation_id = p_operation
    AND (kind = 'watch' OR (kind = 'unit' AND agency_id = p_agency)) LOOP
    PERFORM note_by_clock(p_operation, target, p_type, p_body);
    RETURN NEXT target;
  END LOOP;
END $$;
--> statement-breakpoint

-- Closes the questions whose difference is gone, and asks about those of days that are over. More cases in the reports
-- than in the tally is asked at the deadline; fewer only once a report has had the time that the plan gives it. An answer
-- stands for as long as both numbers stay what they were. Called by the job runner; answers the streams it told.
CREATE FUNCTION settle_tally_questions() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op record;
  one record;
  question uuid;
BEGIN
  FOR op IN
    SELECT o.id, n.starts_on, n.ends_on, n.late_limit_hours * interval '1 hour' AS patience
    FROM operations o JOIN operation_plans n ON n.operation_id = o.id AND n.ended_by IS NULL
    WHERE o.state IN ('active', 'follow_up', 'debrief') ORDER BY o.id
  LOOP
    FOR one IN
      SELECT q.id, q.agency_id, q.day FROM tally_questions q
      WHERE q.operation_id = op.id AND q.closed_at IS NULL AND NOT EXISTS (
        SELECT FROM tally_differences(op.id, q.day, q.day) d
        WHERE d.agency_id = q.agency_id AND d.group_code = q.group_code)
      ORDER BY q.agency_id, q.day, q.group_code FOR UPDATE OF q SKIP LOCKED
    LOOP
      UPDATE tally_questions SET closed_at = clock_timestamp(), closed_as = 'mended'
      WHERE operation_id = op.id AND id = one.id;
      RETURN QUERY SELECT * FROM tell_agency_by_clock(op.id, one.agency_id, 'tally.settled',
        jsonb_build_object('agency', one.agency_id, 'day', one.day, 'question', one.id));
    END LOOP;
    FOR one IN
      SELECT d.* FROM tally_differences(op.id, op.starts_on, op.ends_on) d
      JOIN tallies_owed(op.id, op.starts_on, op.ends_on, clock_timestamp()) o USING (agency_id, day)
      WHERE o.due_at + CASE WHEN d.said > d.seen THEN op.patience ELSE interval '0' END < clock_timestamp()
        AND NOT EXISTS (SELECT FROM tally_questions q
          WHERE q.operation_id = op.id AND q.agency_id = d.agency_id AND q.day = d.day AND q.group_code = d.group_code
            AND (q.closed_at IS NULL OR (q.closed_as = 'answered' AND q.said = d.said AND q.seen = d.seen)))
      ORDER BY d.agency_id, d.day, d.group_code
    LOOP
      INSERT INTO tally_questions (operation_id, id, agency_id, day, group_code, said, seen)
      VALUES (op.id, gen_random_uuid(), one.agency_id, one.day, one.group_code, one.said, one.seen)
      ON CONFLICT DO NOTHING RETURNING id INTO question;
      CONTINUE WHEN question IS NULL;
      RETURN QUERY SELECT * FROM tell_agency_by_clock(op.id, one.agency_id, 'tally.questioned',
        jsonb_build_object('agency', one.agency_id, 'day', one.day, 'question', question));
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint

-- Whether somebody is at work there: from seven to nine in the evening, on no day off and no holiday.
CREATE FUNCTION at_work(p_at timestamptz, p_zone text, p_days_off smallint[], p_holidays date[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT (p_at AT TIME ZONE p_zone)::time >= '07:00' AND (p_at AT TIME ZONE p_zone)::time < '21:00'
    AND NOT extract(isodow FROM p_at AT TIME ZONE p_zone) = ANY (p_days_off)
    AND NOT (p_at AT TIME ZONE p_zone)::date = ANY (p_holidays)
$$;
--> statement-breakpoint

-- Who has to be reminded at an instant, of which day and how, while its agency is at work: 'before' in the two hours before
-- the deadline, or where that is at night, on the evening before it; 'missing' from the deadline on; 'again' when 'missing'
-- brought nothing in twenty hours. What was due more than a week ago is left to the calendar.
CREATE FUNCTION tally_reminders_due(p_operation uuid, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, kind text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH plan AS (
    SELECT zone, (p_at AT TIME ZONE zone)::date AS today FROM operation_plans
    WHERE operation_id = p_operation AND ended_by IS NULL),
  waited AS (
    SELECT k.agency_id, k.day, k.due_at, k.mark, coalesce(w.zone, plan.zone) AS zone,
      coalesce(w.days_off, '{}') AS days_off, coalesce(w.holidays, '{}') AS holidays
    FROM plan CROSS JOIN LATERAL tally_marks(p_operation, plan.today - 8, plan.today, p_at) k
    LEFT JOIN LATERAL tally_promise_for(p_operation, k.agency_id, k.day, p_at) w ON true
    WHERE k.owed AND k.mark IN ('not_due', 'missing') AND k.due_at > p_at - interval '7 days'),
  timed AS (
    SELECT w.*, r.at AS told_at,
      CASE
        WHEN at_work(w.due_at - interval '2 hours', w.zone, w.days_off, w.holidays)
          OR at_work(w.due_at - interval '1 minute', w.zone, w.days_off, w.holidays) THEN w.due_at - interval '2 hours'
        ELSE (((w.due_at - interval '2 hours') AT TIME ZONE w.zone - interval '7 hours')::date + time '19:00')
          AT TIME ZONE w.zone
      END AS before_at
    FROM waited w LEFT JOIN tally_reminders r
      ON r.operation_id = p_operation AND r.agency_id = w.agency_id AND r.day = w.day AND r.kind = 'missing'),
  due AS (
    SELECT t.agency_id, t.day, CASE
      WHEN t.mark = 'missing' AND t.told_at <= p_at - interval '20 hours' THEN 'again'
      WHEN t.mark = 'missing' AND t.told_at IS NULL THEN 'missing'
      WHEN t.mark = 'not_due' AND p_at >= t.before_at AND p_at < t.due_at THEN 'before'
    END AS kind
    FROM timed t WHERE at_work(p_at, t.zone, t.days_off, t.holidays))
  SELECT d.agency_id, d.day, d.kind FROM due d
  WHERE d.kind IS NOT NULL AND NOT EXISTS (SELECT FROM tally_reminders r
    WHERE r.operation_id = p_operation AND r.agency_id = d.agency_id AND r.day = d.day AND r.kind = d.kind)
$$;
--> statement-breakpoint

-- Sends what is due now. Called by the job runner; the key of the table is why two runners send it once.
CREATE FUNCTION remind_of_tallies() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid;
  one record;
BEGIN
  FOR op IN SELECT id FROM operations WHERE state IN ('active', 'follow_up') ORDER BY id LOOP
    FOR one IN SELECT * FROM tally_reminders_due(op, clock_timestamp()) ORDER BY agency_id, day LOOP
      INSERT INTO tally_reminders (operation_id, agency_id, day, kind) VALUES (op, one.agency_id, one.day, one.kind)
      ON CONFLICT DO NOTHING;
      CONTINUE WHEN NOT FOUND;
      RETURN QUERY SELECT * FROM tell_agency_by_clock(op, one.agency_id, 'tally.reminded',
        jsonb_build_object('agency', one.agency_id, 'day', one.day, 'kind', one.kind));
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint

-- Both are read like tallies. Questions are asked and closed by the clock; a contact point answers those of its agency.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['tally_questions', 'tally_reminders'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (
        (SELECT current_duty()) IN (''lead'', ''ocu'')
        OR (agency_id = (SELECT current_agency()) AND (SELECT current_duty()) IN (''ncp'', ''reporter'', ''analyst''))))', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT UPDATE (said, seen, closed_at, closed_as, answer, answered_by) ON tally_questions TO naga_app;
--> statement-breakpoint
CREATE POLICY answer ON tally_questions FOR UPDATE TO naga_app
USING (closed_at IS NULL AND EXISTS (
  SELECT FROM writing_membership() m WHERE m.operation_id = tally_questions.operation_id
    AND m.agency_id = tally_questions.agency_id AND m.role = 'ncp'))
WITH CHECK (closed_as = 'answered' AND answered_by = (SELECT current_member())
  AND closed_at BETWEEN now() AND clock_timestamp());
--> statement-breakpoint
REVOKE ALL ON FUNCTION tally_promise_for(uuid, uuid, date, timestamptz), tally_differences(uuid, date, date),
  note_by_clock(uuid, uuid, text, jsonb), tell_agency_by_clock(uuid, uuid, text, jsonb), settle_tally_questions(),
  at_work(timestamptz, text, smallint[], date[]), tally_reminders_due(uuid, timestamptz), remind_of_tallies() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tally_differences(uuid, date, date) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION settle_tally_questions(), remind_of_tallies() TO naga_app;
