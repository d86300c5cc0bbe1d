-- Who took files of a frozen report, in which form and when, the last ones: for leads and the coordination unit.
CREATE FUNCTION report_takings(p_subjects text[])
RETURNS TABLE (subject text, person text, agency text, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF current_duty() NOT IN ('lead', 'ocu') OR current_duty() IS NULL OR key_scopes() IS NOT NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT l.subject, p.name, a.name, l.at
    FROM access_log l JOIN persons p ON p.id = l.person_id JOIN agencies a ON a.id = p.agency_id
    WHERE l.operation_id = current_operation() AND l.action = 'report.taken' AND l.outcome = 'shown'
      AND l.subject = ANY (p_subjects)
    ORDER BY l.at DESC, l.id DESC LIMIT 100;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION report_takings(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION report_takings(text[]) TO naga_app, naga_read;
