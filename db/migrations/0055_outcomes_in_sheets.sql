-- What came of the cases with goods of a group, as told up to an instant, whether or not who drafts reads those cases: kinds in
-- all (`said` null), verdicts and disposals by what they were too. What came of a merged message came of the case that it is
-- counted under; of a joint case several outcomes are several and the case is one.
CREATE FUNCTION report_outcomes(p_group text, p_at timestamptz)
RETURNS TABLE (kind text, said text, outcomes int, cases int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH RECURSIVE merges AS (
      SELECT d.dropped, d.kept FROM duplicates d WHERE d.operation_id = op AND d.state = 'merged'),
    under AS (
      SELECT m.dropped, m.kept FROM merges m
      UNION
      SELECT u.dropped, m.kept FROM under u JOIN merges m ON m.dropped = u.kept),
    stood AS (
      SELECT DISTINCT ON (o.id) o.seizure_id, o.kind AS of_kind, o.said AS all_said, o.withdrawn FROM seizure_outcomes o
      WHERE o.operation_id = op AND o.at <= p_at ORDER BY o.id, o.version DESC),
    told AS (
      SELECT s.of_kind, coalesce(f.joint, f.id) AS one_case,
        CASE s.of_kind WHEN 'verdict' THEN s.all_said ->> 'result' WHEN 'disposal' THEN s.all_said ->> 'disposal' END AS what
      FROM stood s
      LEFT JOIN (SELECT u.dropped, u.kept FROM under u
        WHERE NOT EXISTS (SELECT FROM merges m WHERE m.dropped = u.kept)) h ON h.dropped = s.seizure_id
      JOIN seizure_facts f ON f.operation_id = op AND f.id = coalesce(h.kept, s.seizure_id) AND f.ended_by IS NULL
      WHERE NOT s.withdrawn AND s.of_kind IN ('charge', 'verdict', 'disposal')
        AND f.shared AND f.state IN ('submitted', 'verified')
        AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND NOT f.outside_window
        AND EXISTS (SELECT FROM seizure_fact_items i WHERE i.operation_id = op AND i.seizure_id = f.id
          AND i.version = f.version AND left(i.commodity, 2) = p_group))
    SELECT t.of_kind, NULL::text, count(*)::int, count(DISTINCT t.one_case)::int FROM told t GROUP BY t.of_kind
    UNION ALL
    SELECT t.of_kind, t.what, count(*)::int, count(DISTINCT t.one_case)::int FROM told t
    WHERE t.what IS NOT NULL GROUP BY t.of_kind, t.what
    ORDER BY 1, 2 NULLS FIRST;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION report_outcomes(text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION report_outcomes(text, timestamptz) TO naga_app, naga_read;
--> statement-breakpoint
-- Whoever drafts a report may have it say less of small counts of persons, as long as no version of it is frozen.
GRANT UPDATE (suppress_under) ON operation_reports TO naga_app;
