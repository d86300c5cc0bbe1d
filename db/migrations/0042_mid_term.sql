ALTER TABLE "operation_reports" DROP CONSTRAINT "operation_reports_kind";--> statement-breakpoint
ALTER TABLE "operation_reports" ADD CONSTRAINT "operation_reports_kind" CHECK ("operation_reports"."kind" in ('end_of_operation', 'mid_term', 'situation'));--> statement-breakpoint

-- How often what was asked about, on messages that count: numbers, to whoever drafts and may not read the questions.
CREATE FUNCTION report_questions(p_whole boolean, p_from date, p_to date)
RETURNS TABLE (about text, asked int, answered int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT q.field, count(*)::int, count(q.answered_at)::int
    FROM questions q JOIN seizure_facts f ON f.operation_id = op AND f.id = q.seizure_id AND f.ended_by IS NULL
    WHERE q.operation_id = op AND f.shared AND f.state IN ('submitted', 'verified')
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND NOT f.outside_window
      AND (p_whole OR f.operational_day BETWEEN p_from AND p_to)
    GROUP BY q.field ORDER BY q.field;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION report_questions(boolean, date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION report_questions(boolean, date, date) TO naga_app, naga_read;
