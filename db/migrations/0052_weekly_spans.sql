-- Whether a weekly tally is due on a day: the promised weekday, or where that was a holiday, the first day after it that
-- is none.
CREATE FUNCTION weekly_due(p_day date, p_weekday int, p_holidays date[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT NOT p_day = ANY (p_holidays) AND NOT EXISTS (
    SELECT FROM generate_series(1, (extract(isodow FROM p_day)::int - p_weekday + 7) % 7) AS back
    WHERE NOT p_day - back = ANY (p_holidays))
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
      WHEN w.rhythm = 'weekly' AND weekly_due(d.day, w.weekday, w.holidays) THEN 'tally'
    END
  FROM days d LEFT JOIN LATERAL tally_promise_for(p_operation, d.agency_id, d.day, p_at) w ON true
$$;
--> statement-breakpoint

-- Days under a weekly promise, and the first day that a tally of each stands for: the one after the last day that was
-- due or has a tally of its own by that instant, or that another rhythm covers. `ends`: such a tally is due or given. So
-- every day belongs to one tally alone, and days on which no span ends yet to none. As far as the caller sees both.
CREATE FUNCTION tally_spans(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, since date, ends boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH days AS (
    SELECT a.agency_id, greatest(n.starts_on, a.joined_on) + k AS day
    FROM (SELECT DISTINCT t.agency_id FROM tally_promises t
          WHERE t.operation_id = p_operation AND t.rhythm = 'weekly' AND t.made_at <= p_at) weekly
    JOIN participants a ON a.operation_id = p_operation AND a.agency_id = weekly.agency_id
    JOIN operation_plans n ON n.operation_id = p_operation AND n.ended_by IS NULL,
    generate_series(0, least(p_to, n.ends_on) - greatest(n.starts_on, a.joined_on)) AS k),
  marked AS (
    SELECT d.agency_id, d.day, coalesce(w.rhythm = 'weekly', false) AS weekly,
      w.rhythm IS DISTINCT FROM 'weekly' OR weekly_due(d.day, w.weekday, w.holidays) OR EXISTS (
        SELECT FROM tallies t WHERE t.operation_id = p_operation AND t.agency_id = d.agency_id AND t.day = d.day
          AND t.at <= p_at) AS ends
    FROM days d LEFT JOIN LATERAL tally_promise_for(p_operation, d.agency_id, d.day, p_at) w ON true),
  begun AS (
    SELECT m.*, coalesce(
        max(m.day) FILTER (WHERE m.ends) OVER (PARTITION BY m.agency_id ORDER BY m.day
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1,
        min(m.day) OVER (PARTITION BY m.agency_id)) AS since
    FROM marked m)
  SELECT agency_id, day, since, ends FROM begun WHERE weekly AND day >= p_from
$$;
--> statement-breakpoint

-- As before; a weekly nil is contradicted by a case of any day that it stands for.
CREATE OR REPLACE FUNCTION tally_marks(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, mark text, due_at timestamptz, owed boolean, reopened boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT t.agency_id, t.day, min(t.at) AS first_at, (array_agg(t.nil ORDER BY t.version DESC))[1] AS nil
    FROM tallies t
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.at <= p_at
    GROUP BY t.agency_id, t.day),
  spans AS MATERIALIZED (SELECT s.* FROM tally_spans(p_operation, p_from, p_to, p_at) s WHERE s.ends),
  -- Whoever looks at the present sees every version that has not ended; only the past asks the events when it was.
  dated AS (
    SELECT DISTINCT f.agency_id, f.operational_day AS day
    FROM seizure_facts f
    WHERE p_at >= now() AND f.operation_id = p_operation
      AND f.operational_day BETWEEN least(p_from, (SELECT min(since) FROM spans)) AND p_to
      AND f.ended_by IS NULL AND f.shared
      AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT f.outside_window AND f.released_at <= p_at
    UNION
    SELECT f.agency_id, f.operational_day AS day
    FROM seizure_facts f
    LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
    LEFT JOIN events ended ON ended.id = f.ended_by
    WHERE p_at < now() AND f.operation_id = p_operation
      AND f.operational_day BETWEEN least(p_from, (SELECT min(since) FROM spans)) AND p_to
      AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT f.outside_window AND coalesce(begun.at, f.released_at) <= p_at
      AND (f.ended_by IS NULL OR ended.at > p_at)
      -- A withdrawal takes every version out of sight; it was in sight until then.
      AND (f.shared OR EXISTS (SELECT FROM seizure_facts w
        WHERE w.operation_id = f.operation_id AND w.id = f.id AND w.ended_by IS NULL AND w.state = 'withdrawn'))),
  seized AS (
    SELECT DISTINCT d.agency_id, coalesce(s.day, d.day) AS day
    FROM dated d LEFT JOIN spans s ON s.agency_id = d.agency_id AND d.day BETWEEN s.since AND s.day),
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

-- As before; a weekly tally is held against the cases of all days that it stands for.
CREATE OR REPLACE FUNCTION tally_differences(p_operation uuid, p_from date, p_to date)
RETURNS TABLE (agency_id uuid, day date, group_code text, said int, seen int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT t.agency_id, t.day, t.version, coalesce(s.since, t.day) AS since FROM tallies t
    LEFT JOIN tally_spans(p_operation, p_from, p_to, 'infinity') s USING (agency_id, day)
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.ended_by IS NULL),
  said AS (
    SELECT t.agency_id, t.day, g.group_code, g.cases FROM told t
    JOIN tally_groups g ON g.operation_id = p_operation AND g.agency_id = t.agency_id AND g.day = t.day
      AND g.version = t.version),
  covered AS (
    SELECT t.agency_id, t.day, t.since + k AS on_day FROM told t, generate_series(0, t.day - t.since) AS k),
  seen AS (
    SELECT c.agency_id, c.day, left(i.commodity, 2) AS group_code, count(DISTINCT f.id)::int AS cases
    FROM seizure_facts f
    JOIN covered c ON c.agency_id = f.agency_id AND c.on_day = f.operational_day
    JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version
    WHERE f.operation_id = p_operation AND f.operational_day BETWEEN (SELECT min(since) FROM told) AND p_to
      AND f.ended_by IS NULL
      AND f.shared AND f.state IN ('submitted', 'verified') AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
    GROUP BY c.agency_id, c.day, left(i.commodity, 2))
  SELECT agency_id, day, group_code, coalesce(said.cases, 0), coalesce(seen.cases, 0)
  FROM said FULL JOIN seen USING (agency_id, day, group_code)
  WHERE coalesce(said.cases, 0) <> coalesce(seen.cases, 0)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION weekly_due(date, int, date[]), tally_spans(uuid, date, date, timestamptz) FROM PUBLIC;
--> statement-breakpoint
-- Invoked under the caller's own rights: whose promises are hidden has no spans.
GRANT EXECUTE ON FUNCTION weekly_due(date, int, date[]), tally_spans(uuid, date, date, timestamptz),
  tally_promise_for(uuid, uuid, date, timestamptz) TO naga_app, naga_read;
