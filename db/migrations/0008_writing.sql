-- A report passes some forty checks of who writes. Each statement now asks once instead of once per condition, and what
-- belongs together is written by one call, with plans that the session keeps and nothing waited for in between.

CREATE OR REPLACE FUNCTION current_membership() RETURNS members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  digest bytea := sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'));
  operation uuid := nullif(current_setting('naga.operation', true), '')::uuid;
  person uuid;
  found members;
BEGIN
  IF operation IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT p.id INTO person FROM tokens t JOIN persons p ON p.id = t.person_id
  WHERE t.hash = digest
    AND t.kind IN ('session', 'key') AND t.revoked_at IS NULL AND t.expires_at > now()
    AND (t.kind = 'key' OR t.used_at > now() - interval '12 hours')
    AND p.state = 'active';
  IF person IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT m.* INTO found FROM members m
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.person_id = person AND m.operation_id = operation AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity');
  RETURN found;
END $$;
--> statement-breakpoint

-- The membership, while the content of its operation may change; nobody once it is closed.
CREATE FUNCTION writing_membership() RETURNS members
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF EXISTS (SELECT FROM operations o WHERE o.id = m.operation_id AND o.state <> 'closed') THEN
    RETURN m;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION reads_facts() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN coalesce(m.role IN ('lead', 'ocu', 'ncp', 'analyst', 'partner'), false) OR (m.role = 'reporter' AND EXISTS (
    SELECT FROM operation_plans o WHERE o.operation_id = m.operation_id AND o.ended_by IS NULL AND o.reporters_read_facts));
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION my_streams() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  facts boolean := reads_facts();
BEGIN
  RETURN QUERY SELECT s.id FROM streams s WHERE s.operation_id = m.operation_id AND (
       s.kind = 'notices'
    OR (s.kind = 'operation' AND facts)
    OR (s.kind = 'desk' AND m.role = 'ocu')
    OR (s.kind = 'unit' AND m.role = 'ncp' AND s.agency_id = m.agency_id)
    OR (s.kind = 'unit' AND m.role = 'reporter' AND s.unit_id = m.unit_id));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION writable_streams() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN QUERY SELECT s.id FROM streams s WHERE s.operation_id = m.operation_id
    AND (s.kind IN ('operation', 'notices', 'desk') OR s.agency_id = m.agency_id OR m.role = 'ocu');
END $$;
--> statement-breakpoint

-- The same rules as before. Reading asks first what is true of most rows; writing asks who writes once per statement.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes'] LOOP
    EXECUTE format('ALTER POLICY read ON %I USING (
      operation_id = (SELECT current_operation()) AND (
        (shared AND (SELECT reads_facts())) OR agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit())))', t);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes',
    'seizures', 'seizure_audiences', 'seizure_nominal'] LOOP
    EXECUTE format('ALTER POLICY add ON %1$I WITH CHECK (EXISTS (
      SELECT FROM writing_membership() m
      WHERE m.operation_id = %1$I.operation_id AND m.agency_id = %1$I.agency_id
        AND (m.role = ''ncp'' OR (m.role = ''reporter'' AND m.unit_id = %1$I.unit_id AND %1$I.version = 1))))', t);
    EXECUTE format('ALTER POLICY change ON %1$I USING (EXISTS (
      SELECT FROM writing_membership() m
      WHERE m.operation_id = %1$I.operation_id AND m.agency_id = %1$I.agency_id AND m.role = ''ncp''))', t);
  END LOOP;

  EXECUTE 'ALTER POLICY add ON seizure_reports WITH CHECK (EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = seizure_reports.operation_id AND m.agency_id = seizure_reports.agency_id
      AND (m.role = ''ncp'' OR (m.role = ''reporter'' AND m.unit_id = seizure_reports.unit_id))))';
  EXECUTE 'ALTER POLICY change ON seizure_reports USING (EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = seizure_reports.operation_id AND m.agency_id = seizure_reports.agency_id
      AND (m.role = ''ncp'' OR (m.role = ''reporter'' AND m.unit_id = seizure_reports.unit_id))))';
  EXECUTE 'ALTER POLICY add ON events WITH CHECK (
    seq IS NULL AND stream_id IN (SELECT writable_streams()) AND EXISTS (
      SELECT FROM current_membership() m
      WHERE m.operation_id = events.operation_id AND m.id = events.actor AND m.agency_id = events.agency_id))';
END $$;
--> statement-breakpoint

-- New rows of one seizure, by the names of their tables and columns. It runs as its caller: every table's policy is asked.
CREATE FUNCTION add_seizure_rows(p_rows jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  IF p_rows ? 'seizure_facts' THEN
    INSERT INTO seizure_facts (
      operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
      event_kind, occurred_on, occurred_to, date_precision, occurred_at, operational_day,
      outside_window, late, cleared_at, released_at, country, place_id, lat, lon, geo_precision,
      place_kind, direction, mode, arrested)
    SELECT
      operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
      event_kind, occurred_on, occurred_to, date_precision, occurred_at, operational_day,
      outside_window, late, cleared_at, released_at, country, place_id, lat, lon, geo_precision,
      place_kind, direction, mode, arrested
    FROM jsonb_populate_recordset(NULL::seizure_facts, p_rows -> 'seizure_facts');
  END IF;
  IF p_rows ? 'seizure_fact_items' THEN
    INSERT INTO seizure_fact_items (
      operation_id, seizure_id, version, agency_id, unit_id, shared, line, commodity, quantity, unit,
      qualifier, second_quantity, second_unit, normalised, normalised_micro, dimension, rule,
      rule_version, taxon_id, appendix, appendix_source, live)
    SELECT
      operation_id, seizure_id, version, agency_id, unit_id, shared, line, commodity, quantity, unit,
      qualifier, second_quantity, second_unit, normalised, normalised_micro, dimension, rule,
      rule_version, taxon_id, appendix, appendix_source, live
    FROM jsonb_populate_recordset(NULL::seizure_fact_items, p_rows -> 'seizure_fact_items');
  END IF;
  IF p_rows ? 'seizure_fact_nodes' THEN
    INSERT INTO seizure_fact_nodes (
      operation_id, seizure_id, version, agency_id, unit_id, shared, position, role, country, place_id,
      lat, lon, geo_precision, share_percent, opportunity, mode_to_next, evidence)
    SELECT
      operation_id, seizure_id, version, agency_id, unit_id, shared, position, role, country, place_id,
      lat, lon, geo_precision, share_percent, opportunity, mode_to_next, evidence
    FROM jsonb_populate_recordset(NULL::seizure_fact_nodes, p_rows -> 'seizure_fact_nodes');
  END IF;
  IF p_rows ? 'seizure_fact_codes' THEN
    INSERT INTO seizure_fact_codes (
      operation_id, seizure_id, version, agency_id, unit_id, shared, list, code)
    SELECT
      operation_id, seizure_id, version, agency_id, unit_id, shared, list, code
    FROM jsonb_populate_recordset(NULL::seizure_fact_codes, p_rows -> 'seizure_fact_codes');
  END IF;
  IF p_rows ? 'seizures' THEN
    INSERT INTO seizures (
      operation_id, id, version, begun_by, agency_id, unit_id, shared, audience_id, national_case_no,
      handling, input, change_kind, change_reason, author_id, receipt, search_text)
    SELECT
      operation_id, id, version, begun_by, agency_id, unit_id, shared, audience_id, national_case_no,
      handling, input, change_kind, change_reason, author_id, receipt, search_text
    FROM jsonb_populate_recordset(NULL::seizures, p_rows -> 'seizures');
  END IF;
  IF p_rows ? 'seizure_audiences' THEN
    INSERT INTO seizure_audiences (
      operation_id, seizure_id, version, agency_id, unit_id, audience_id, begun_by)
    SELECT
      operation_id, seizure_id, version, agency_id, unit_id, audience_id, begun_by
    FROM jsonb_populate_recordset(NULL::seizure_audiences, p_rows -> 'seizure_audiences');
  END IF;
  IF p_rows ? 'seizure_nominal' THEN
    INSERT INTO seizure_nominal (
      operation_id, id, version, begun_by, agency_id, unit_id, shared, audience_id, nominal)
    SELECT
      operation_id, id, version, begun_by, agency_id, unit_id, shared, audience_id, nominal
    FROM jsonb_populate_recordset(NULL::seizure_nominal, p_rows -> 'seizure_nominal');
  END IF;
END $$;
--> statement-breakpoint

-- What a change leaves behind: its events, without a number yet, and the outcome by which its command is answered again.
CREATE FUNCTION finish_command(p_agency uuid, p_command uuid, p_outcome jsonb, p_events jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  WITH told AS MATERIALIZED (
    SELECT * FROM ROWS FROM (jsonb_to_recordset(p_events) AS (
      id uuid, stream_id uuid, operation_id uuid, type text, type_version int, actor uuid, agency_id uuid,
      commitment text, body text, key text)) WITH ORDINALITY AS t(
      id, stream_id, operation_id, type, type_version, actor, agency_id, commitment, body, key, place)),
  headers AS (
    INSERT INTO events (id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, commitment)
    SELECT id, stream_id, operation_id, p_command, type, type_version, actor, agency_id, decode(commitment, 'hex')
    FROM told ORDER BY place)
  INSERT INTO event_bodies (event_id, stream_id, body, key)
  SELECT id, stream_id, body, decode(key, 'hex') FROM told;
  IF p_outcome IS NOT NULL THEN
    UPDATE commands SET outcome = p_outcome WHERE agency_id = p_agency AND id = p_command;
  END IF;
END $$;
--> statement-breakpoint

-- The stored list of readers for what an owner chose, made when the operation has no equal one yet. 'All' are those who
-- take part now. Null when the chooser is in no operation.
CREATE FUNCTION readers_list(p_operation uuid, p_new uuid, p_kind text, p_joining text, p_readers uuid[]) RETURNS uuid
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  readers uuid[] := CASE WHEN p_kind = 'all'
    THEN array(SELECT agency_id FROM participants
               WHERE operation_id = p_operation AND left_at IS NULL AND reads_all ORDER BY agency_id)
    ELSE array(SELECT DISTINCT reader FROM unnest(p_readers) AS reader ORDER BY reader) END;
  wanted text := encode(sha256(convert_to(array_to_string(ARRAY[p_kind, p_joining] || readers::text[], '|'), 'UTF8')), 'hex');
  list uuid;
BEGIN
  SELECT id INTO list FROM audiences WHERE operation_id = p_operation AND digest = wanted;
  IF list IS NULL THEN
    INSERT INTO audiences (operation_id, id, kind, joining, digest)
    VALUES (p_operation, p_new, p_kind, p_joining, wanted)
    ON CONFLICT DO NOTHING RETURNING id INTO list;
    IF list IS NULL THEN
      -- Somebody else made the same list between our look and our insert; his is committed now.
      SELECT id INTO STRICT list FROM audiences WHERE operation_id = p_operation AND digest = wanted;
    ELSE
      INSERT INTO audience_readers (operation_id, audience_id, reader_id)
      SELECT p_operation, list, reader FROM unnest(readers) AS reader;
    END IF;
  END IF;
  RETURN list;
END $$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION writing_membership(), add_seizure_rows(jsonb), finish_command(uuid, uuid, jsonb, jsonb),
  readers_list(uuid, uuid, text, text, uuid[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION writing_membership(), add_seizure_rows(jsonb), finish_command(uuid, uuid, jsonb, jsonb),
  readers_list(uuid, uuid, text, text, uuid[]) TO naga_app;
