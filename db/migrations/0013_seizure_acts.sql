CREATE UNIQUE INDEX "access_log_once_a_day" ON "access_log" USING btree ("operation_id","subject","person_id","action",((at at time zone 'UTC')::date)) WHERE action like 'case.%';
--> statement-breakpoint

-- Which other agencies had a case before them, and what they did with it: for contact points of its owner alone. Persons
-- are a number; who they are stays between them and their own agency.
CREATE FUNCTION case_readings(p_seizure uuid)
RETURNS TABLE (agency_id uuid, agency text, persons int, first_at timestamptz, last_at timestamptz, kinds text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR NOT EXISTS (
    SELECT FROM seizures s WHERE s.operation_id = m.operation_id AND s.id = p_seizure AND s.agency_id = m.agency_id) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT a.id, a.name, count(DISTINCT p.id)::int, min(l.at), max(l.at), array_agg(DISTINCT l.action)
    FROM access_log l JOIN persons p ON p.id = l.person_id JOIN agencies a ON a.id = p.agency_id
    WHERE l.operation_id = m.operation_id AND l.subject = p_seizure::text AND l.outcome = 'shown'
      AND l.action IN ('case.read', 'nominal.read', 'case.printed', 'case.exported') AND a.id <> m.agency_id
    GROUP BY a.id, a.name ORDER BY min(l.at), a.name;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION case_readings(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_readings(uuid) TO naga_app, naga_read;
