-- Frozen versions of reports whose figures count a seizure, as it stood when they were counted: for contact points of its
-- owner, who are about to take it from others. A version that they may not read is a number to them, without a name.
CREATE FUNCTION versions_counting(p_seizure uuid) RETURNS TABLE (report_id uuid, number int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR NOT EXISTS (SELECT FROM seizure_facts f
      WHERE f.operation_id = m.operation_id AND f.id = p_seizure AND f.agency_id = m.agency_id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH told AS MATERIALIZED (
      SELECT e.at, e.type FROM event_bodies b
      JOIN events e ON e.id = b.event_id
      JOIN streams s ON s.id = e.stream_id AND s.operation_id = m.operation_id AND s.kind = 'operation'
      WHERE b.body::jsonb ->> 'seizure' = p_seizure::text
        AND e.type IN ('seizure.released', 'seizure.held', 'seizure.unheld')),
    versions AS MATERIALIZED (
      SELECT f.*, coalesce(begun.at, f.released_at) AS begun_at, ended.at AS ended_at FROM seizure_facts f
      LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
      LEFT JOIN events ended ON ended.id = f.ended_by
      WHERE f.operation_id = m.operation_id AND f.id = p_seizure
        AND f.state IN ('submitted', 'verified') AND f.event_kind IN ('seizure', 'controlled_delivery_takedown')
        AND NOT f.outside_window)
    SELECT e.report_id, e.number FROM operation_report_editions e
    WHERE e.operation_id = m.operation_id
      AND EXISTS (SELECT FROM versions v
        WHERE v.begun_at <= e.as_of AND (v.ended_by IS NULL OR v.ended_at > e.as_of)
          AND (e.from_day IS NULL OR v.operational_day BETWEEN e.from_day AND e.to_day)
          AND CASE e.kind
            WHEN 'country_sheet' THEN v.reporter = e.subject
            WHEN 'commodity_sheet' THEN EXISTS (SELECT FROM seizure_fact_items i
              WHERE i.operation_id = m.operation_id AND i.seizure_id = v.id AND i.version = v.version
                AND left(i.commodity, 2) = e.subject)
            ELSE true END)
      AND CASE WHEN EXISTS (SELECT FROM told t WHERE t.at <= e.as_of)
        THEN (SELECT t.type <> 'seizure.held' FROM told t WHERE t.at <= e.as_of ORDER BY t.at DESC LIMIT 1)
        ELSE EXISTS (SELECT FROM versions v WHERE v.ended_by IS NULL AND v.shared) END
    ORDER BY e.as_of, e.report_id, e.number;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION versions_counting(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION versions_counting(uuid) TO naga_app, naga_read;
