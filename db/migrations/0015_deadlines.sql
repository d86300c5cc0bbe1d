CREATE TABLE "deadline_sums" (
	"operation_id" uuid NOT NULL,
	"day" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"frozen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "deadline_sums_operation_id_day_pk" PRIMARY KEY("operation_id","day")
);

--> statement-breakpoint

-- Whoever reads facts reads what they came to; nobody writes but the clock.
ALTER TABLE deadline_sums ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE deadline_sums FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON deadline_sums TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON deadline_sums TO naga_app, naga_read;
--> statement-breakpoint
CREATE POLICY read ON deadline_sums FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT reads_facts()));
--> statement-breakpoint

-- Versions of facts as they stood at an instant: what was corrected, merged or withdrawn later stands as it stood.
CREATE FUNCTION facts_known_at(p_operation uuid, p_at timestamptz) RETURNS SETOF seizure_facts
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT f.* FROM seizure_facts f
  LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
  LEFT JOIN events ended ON ended.id = f.ended_by
  WHERE f.operation_id = p_operation AND coalesce(begun.at, f.released_at) <= p_at
    AND (f.ended_by IS NULL OR ended.at > p_at)
    -- A withdrawal takes every version out of sight; it was in sight until then.
    AND (f.shared OR EXISTS (SELECT FROM seizure_facts w
      WHERE w.operation_id = f.operation_id AND w.id = f.id AND w.ended_by IS NULL AND w.state = 'withdrawn'))
$$;
--> statement-breakpoint

CREATE FUNCTION sums_known_at(p_operation uuid, p_day date, p_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH counted AS MATERIALIZED (
    SELECT * FROM facts_known_at(p_operation, p_at)
    WHERE state IN ('submitted', 'verified') AND event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT outside_window),
  goods AS MATERIALIZED (
    SELECT i.*, c.group_code FROM counted f
    JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version
    JOIN commodities c ON c.code = i.commodity)
  SELECT jsonb_build_object(
    'cases', (SELECT count(*) FROM counted),
    'confirmed', (SELECT count(*) FROM counted WHERE state = 'verified'),
    'reporters', (SELECT coalesce(jsonb_object_agg(reporter, n), '{}')
      FROM (SELECT reporter, count(*) AS n FROM counted GROUP BY reporter) r),
    'groups', (SELECT coalesce(jsonb_object_agg(group_code, n), '{}')
      FROM (SELECT group_code, count(DISTINCT seizure_id) AS n FROM goods GROUP BY group_code) g),
    'quantities', (SELECT coalesce(jsonb_agg(jsonb_build_object('commodity', commodity, 'dimension', dimension,
        'cases', cases, 'micro', micro, 'estimatedMicro', estimated) ORDER BY commodity, dimension), '[]')
      FROM (SELECT commodity, dimension, count(DISTINCT seizure_id) AS cases,
          coalesce(sum(normalised_micro) FILTER (WHERE qualifier NOT IN ('estimated', 'approx')), 0)::text AS micro,
          coalesce(sum(normalised_micro) FILTER (WHERE qualifier IN ('estimated', 'approx')), 0)::text AS estimated
        FROM goods WHERE dimension IS NOT NULL GROUP BY commodity, dimension) q),
    'tallies', (SELECT coalesce(jsonb_object_agg(mark, n), '{}')
      -- A moment later: at the very instant nothing is missing yet.
      FROM (SELECT mark, count(*) AS n FROM tally_marks(p_operation, p_day, p_day, p_at + interval '1 microsecond')
        GROUP BY mark) t))
$$;
--> statement-breakpoint

-- By the clock: deadlines that have passed and are not written down yet, the newest first, some at a time. The same
-- deadline is written once, whoever runs this and however often.
CREATE FUNCTION freeze_deadlines() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH due AS (
    SELECT o.id, d.day::date AS day, (d.day::date + p.cut_off::time) AT TIME ZONE p.zone AS due_at
    FROM operations o
    JOIN operation_plans p ON p.operation_id = o.id AND p.ended_by IS NULL,
      generate_series(p.starts_on, p.ends_on, interval '1 day') AS d(day)
    WHERE o.state IN ('active', 'follow_up', 'debrief') AND p.cut_off IS NOT NULL
      AND (d.day::date + p.cut_off::time) AT TIME ZONE p.zone < clock_timestamp()
      AND NOT EXISTS (SELECT FROM deadline_sums s WHERE s.operation_id = o.id AND s.day = d.day::date)
    ORDER BY due_at DESC LIMIT 200),
  written AS (
    INSERT INTO deadline_sums (operation_id, day, due_at, figures)
    SELECT id, day, due_at, sums_known_at(id, day, due_at) FROM due
    ON CONFLICT (operation_id, day) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM written
$$;
--> statement-breakpoint
-- What was known at an instant and reads otherwise today, by version. Finds ids only: whose events tell of it is not
-- every reader's to see, so the caller joins the versions back through the policies.
CREATE FUNCTION corrected_since(p_at timestamptz) RETURNS TABLE (id uuid, then_version int, now_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.version, n.version
  FROM facts_known_at(current_operation(), p_at) k
  JOIN seizure_facts n ON n.operation_id = k.operation_id AND n.id = k.id AND n.ended_by IS NULL
  WHERE n.version <> k.version AND reads_facts()
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION facts_known_at(uuid, timestamptz), sums_known_at(uuid, date, timestamptz), freeze_deadlines(),
  corrected_since(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION corrected_since(timestamptz) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION freeze_deadlines() TO naga_app;
