CREATE INDEX "questions_asker" ON "questions" USING btree ("operation_id","asked_by","answered_at");--> statement-breakpoint

-- As before; an instant that is not before the transaction is the present.
CREATE OR REPLACE FUNCTION tally_marks(p_operation uuid, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (agency_id uuid, day date, mark text, due_at timestamptz, owed boolean, reopened boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT t.agency_id, t.day, min(t.at) AS first_at, (array_agg(t.nil ORDER BY t.version DESC))[1] AS nil
    FROM tallies t
    WHERE t.operation_id = p_operation AND t.day BETWEEN p_from AND p_to AND t.at <= p_at
    GROUP BY t.agency_id, t.day),
  -- Whoever looks at the present sees every version that has not ended; only the past asks the events when it was.
  seized AS (
    SELECT DISTINCT f.agency_id, f.operational_day AS day
    FROM seizure_facts f
    WHERE p_at >= now() AND f.operation_id = p_operation AND f.operational_day BETWEEN p_from AND p_to
      AND f.ended_by IS NULL AND f.shared
      AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT f.outside_window AND f.released_at <= p_at
    UNION
    SELECT f.agency_id, f.operational_day AS day
    FROM seizure_facts f
    LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
    LEFT JOIN events ended ON ended.id = f.ended_by
    WHERE p_at < now() AND f.operation_id = p_operation AND f.operational_day BETWEEN p_from AND p_to
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
