DROP INDEX "tally_questions_open";--> statement-breakpoint
ALTER TABLE "tally_questions" ALTER COLUMN "said" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "tally_questions" ALTER COLUMN "seen" SET DATA TYPE numeric;--> statement-breakpoint
ALTER TABLE "tally_questions" ADD COLUMN "measure" text DEFAULT 'cases' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "tally_questions_open" ON "tally_questions" USING btree ("operation_id","agency_id","day","group_code","measure") WHERE closed_at is null;--> statement-breakpoint

-- Where a tally that stands and the case reports of its days say something else, as far as the caller sees both: another
-- number of cases of a group; another quantity of it in one dimension, or of persons arrested, where both sides state one.
-- Quantities may differ by two hundredths of the greater, and by half of what the reports call no exact figure. Where some
-- of the reports state none, theirs is a lower bound: it contradicts a smaller one alone. The cases that count are
-- released, shared, seizures, and inside the operational phase.
DROP FUNCTION tally_differences(uuid, date, date);
--> statement-breakpoint
CREATE FUNCTION tally_differences(p_operation uuid, p_from date, p_to date)
RETURNS TABLE (agency_id uuid, day date, group_code text, measure text, said numeric, seen numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT t.agency_id, t.day, t.version, t.arrested, coalesce(s.since, t.day) AS since FROM tallies t
    LEFT JOIN tally_spans(p_operation, p_from, p_to, 'infinity') s USING (agency_id, day)
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.ended_by IS NULL),
  covered AS (
    SELECT t.agency_id, t.day, t.since + k AS on_day FROM told t, generate_series(0, t.day - t.since) AS k),
  counted AS MATERIALIZED (
    SELECT c.agency_id, c.day, f.id, f.arrested, i.commodity, i.normalised, i.dimension, i.qualifier, i.line
    FROM seizure_facts f
    JOIN covered c ON c.agency_id = f.agency_id AND c.on_day = f.operational_day
    LEFT JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version
    WHERE f.operation_id = p_operation AND f.operational_day BETWEEN (SELECT min(since) FROM told) AND p_to
      AND f.ended_by IS NULL
      AND f.shared AND f.state IN ('submitted', 'verified') AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')),
  persons AS (SELECT DISTINCT agency_id, day, id, arrested FROM counted),
  amounts AS (
    SELECT agency_id, day, left(commodity, 2) AS group_code, dimension, sum(normalised) AS seen,
      coalesce(sum(normalised) FILTER (WHERE qualifier <> 'exact'), 0) AS unsure,
      count(normalised) = sum(count(*)) OVER (PARTITION BY agency_id, day, left(commodity, 2)) AS whole
    FROM counted WHERE commodity IS NOT NULL GROUP BY agency_id, day, left(commodity, 2), dimension),
  stated AS (
    SELECT t.agency_id, t.day, g.group_code, 'cases' AS measure, g.cases::numeric AS said, NULL::numeric AS seen,
      0::numeric AS unsure, true AS whole
    FROM told t JOIN tally_groups g ON g.operation_id = p_operation AND g.agency_id = t.agency_id AND g.day = t.day
      AND g.version = t.version
    UNION ALL
    SELECT agency_id, day, left(commodity, 2), 'cases', NULL, count(DISTINCT id), 0, true
    FROM counted WHERE commodity IS NOT NULL GROUP BY agency_id, day, left(commodity, 2)
    UNION ALL
    SELECT t.agency_id, t.day, q.group_code, q.dimension, q.normalised, NULL, 0, true
    FROM told t JOIN tally_quantities q ON q.operation_id = p_operation AND q.agency_id = t.agency_id AND q.day = t.day
      AND q.version = t.version
    WHERE q.normalised IS NOT NULL
    UNION ALL
    SELECT agency_id, day, group_code, dimension, NULL, seen, unsure, whole FROM amounts WHERE seen IS NOT NULL
    UNION ALL
    SELECT agency_id, day, '', 'arrested', arrested, NULL, 0, true FROM told WHERE arrested IS NOT NULL
    UNION ALL
    SELECT agency_id, day, '', 'arrested', NULL, sum(arrested), 0, bool_and(arrested IS NOT NULL)
    FROM persons GROUP BY agency_id, day HAVING count(arrested) > 0),
  compared AS (
    SELECT agency_id, day, group_code, measure, sum(said) AS said, sum(seen) AS seen, sum(unsure) AS unsure,
      bool_and(whole) AS whole
    FROM stated GROUP BY agency_id, day, group_code, measure)
  SELECT agency_id, day, group_code, measure, round(coalesce(said, 0), 6), round(coalesce(seen, 0), 6) FROM compared
  WHERE CASE measure
    WHEN 'cases' THEN coalesce(said, 0) <> coalesce(seen, 0)
    WHEN 'arrested' THEN said <> seen AND (whole OR seen > said)
    ELSE abs(said - seen) > greatest(said, seen) * 0.02 + unsure / 2 AND (whole OR seen > said)
  END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION tally_differences(uuid, date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tally_differences(uuid, date, date) TO naga_app, naga_read;
--> statement-breakpoint

-- As before, for each measure of its own.
CREATE OR REPLACE FUNCTION settle_tally_questions() RETURNS SETOF uuid
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
        WHERE d.agency_id = q.agency_id AND d.group_code = q.group_code AND d.measure = q.measure)
      ORDER BY q.agency_id, q.day, q.group_code, q.measure FOR UPDATE OF q SKIP LOCKED
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
            AND q.measure = d.measure
            AND (q.closed_at IS NULL OR (q.closed_as = 'answered' AND q.said = d.said AND q.seen = d.seen)))
      ORDER BY d.agency_id, d.day, d.group_code, d.measure
    LOOP
      INSERT INTO tally_questions (operation_id, id, agency_id, day, group_code, measure, said, seen)
      VALUES (op.id, gen_random_uuid(), one.agency_id, one.day, one.group_code, one.measure, one.said, one.seen)
      ON CONFLICT DO NOTHING RETURNING id INTO question;
      CONTINUE WHEN question IS NULL;
      RETURN QUERY SELECT * FROM tell_agency_by_clock(op.id, one.agency_id, 'tally.questioned',
        jsonb_build_object('agency', one.agency_id, 'day', one.day, 'question', question));
    END LOOP;
  END LOOP;
END $$;
