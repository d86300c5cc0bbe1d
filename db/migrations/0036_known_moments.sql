CREATE INDEX "events_sharing" ON "events" USING btree ("stream_id") WHERE type in ('seizure.held', 'seizure.unheld', 'seizure.withdrawn');--> statement-breakpoint

-- What figures were made of at a moment in the past. Versions say when their facts began and ended, by the events that
-- made them; whether others saw a seizure then, the operation's stream tells: `shared` is today's answer on all versions.

-- Versions of facts with the time in which others saw them; `kept`: they still do. For the functions below alone. Few
-- seizures were ever taken from others: all others were shared from their first version on, or never.
CREATE FUNCTION knowledge_spans(p_operation uuid)
RETURNS TABLE (id uuid, version int, kept boolean, begun_at timestamptz, ended_at timestamptz)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH stream AS MATERIALIZED (SELECT s.id FROM streams s WHERE s.operation_id = p_operation AND s.kind = 'operation'),
  turned AS MATERIALIZED (
    SELECT DISTINCT b.body::jsonb ->> 'seizure' AS seizure
    FROM events e JOIN event_bodies b ON b.event_id = e.id
    WHERE e.stream_id = (SELECT s.id FROM stream s)
      AND e.type IN ('seizure.held', 'seizure.unheld', 'seizure.withdrawn')),
  turns AS MATERIALIZED (
    SELECT t.seizure::uuid AS seizure, e.type, e.at, lead(e.at, 1, 'infinity') OVER (PARTITION BY t.seizure ORDER BY e.at, e.arrival) AS until
    FROM turned t, LATERAL (
      SELECT e.type, e.at, e.arrival FROM event_bodies b JOIN events e ON e.id = b.event_id
      WHERE b.body::jsonb ->> 'seizure' = t.seizure AND b.stream_id = (SELECT s.id FROM stream s)
        AND e.type IN ('seizure.released', 'seizure.held', 'seizure.unheld', 'seizure.withdrawn')) e),
  versions AS MATERIALIZED (
    SELECT f.id, f.version, f.shared, coalesce(begun.at, f.released_at) AS begun_at,
      CASE WHEN f.ended_by IS NULL THEN 'infinity' ELSE ended.at END AS ended_at
    FROM seizure_facts f
    LEFT JOIN events begun ON begun.id = f.begun_by
    LEFT JOIN events ended ON ended.id = f.ended_by
    WHERE f.operation_id = p_operation)
  SELECT v.id, v.version, true, v.begun_at, v.ended_at FROM versions v
  WHERE v.shared AND NOT EXISTS (SELECT FROM turns t WHERE t.seizure = v.id)
  UNION ALL
  SELECT v.id, v.version, v.shared, greatest(v.begun_at, t.at), least(v.ended_at, t.until)
  FROM versions v JOIN turns t ON t.seizure = v.id AND t.type IN ('seizure.released', 'seizure.unheld')
  WHERE greatest(v.begun_at, t.at) < least(v.ended_at, t.until)
$$;
--> statement-breakpoint

-- Versions that others see today, of a moment or of all: ids alone, which the caller joins back through the policies.
CREATE FUNCTION versions_known(p_at timestamptz)
RETURNS TABLE (id uuid, version int, begun_at timestamptz, ended_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF reads_facts() THEN
    RETURN QUERY SELECT s.id, s.version, s.begun_at, s.ended_at FROM knowledge_spans(op) s
      WHERE s.kept AND (p_at IS NULL OR (s.begun_at <= p_at AND s.ended_at > p_at));
  END IF;
END $$;
--> statement-breakpoint

-- What counted at a moment and was held back or withdrawn since, as far as sums over the whole operation need it: under an
-- id made up for this answer and version 0, without number, owner, place, position, text or exact times. Its record is nobody's to read.
CREATE FUNCTION taken_back_since(p_at timestamptz) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  op uuid := current_operation();
  nobody uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  IF NOT reads_facts() THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH back AS MATERIALIZED (
    SELECT s.id, s.version, gen_random_uuid() AS made_up FROM knowledge_spans(op) s
    WHERE NOT s.kept AND s.begun_at <= p_at AND s.ended_at > p_at)
  SELECT jsonb_build_object(
    'fact', jsonb_build_object('operation_id', op, 'id', b.made_up, 'version', 0, 'begun_by', nobody, 'message_no', '',
      'agency_id', nobody, 'unit_id', nobody, 'reporter', f.reporter, 'state', f.state, 'shared', true,
      'event_kind', f.event_kind, 'operational_day', f.operational_day, 'outside_window', f.outside_window,
      'late', f.late, 'released_at', date_bin('15 minutes', f.released_at, '2000-01-01Z'), 'country', f.country,
      'geo_precision', 'country', 'place_kind', f.place_kind, 'direction', f.direction, 'mode', f.mode,
      'arrested', f.arrested, 'joint', f.joint, 'joint_place', f.joint_place),
    'items', (SELECT coalesce(jsonb_agg(jsonb_build_object('operation_id', op, 'seizure_id', b.made_up, 'version', 0,
        'line', i.line, 'commodity', i.commodity, 'unit', i.unit, 'qualifier', i.qualifier, 'normalised', i.normalised,
        'normalised_micro', i.normalised_micro, 'dimension', i.dimension, 'live', i.live)), '[]')
      FROM seizure_fact_items i WHERE i.operation_id = op AND i.seizure_id = b.id AND i.version = b.version),
    'nodes', (SELECT coalesce(jsonb_agg(jsonb_build_object('operation_id', op, 'seizure_id', b.made_up, 'version', 0,
        'position', n.position, 'role', n.role, 'country', n.country, 'geo_precision', 'country')), '[]')
      FROM seizure_fact_nodes n WHERE n.operation_id = op AND n.seizure_id = b.id AND n.version = b.version),
    'codes', (SELECT coalesce(jsonb_agg(jsonb_build_object('operation_id', op, 'seizure_id', b.made_up, 'version', 0,
        'list', c.list, 'code', c.code)), '[]')
      FROM seizure_fact_codes c WHERE c.operation_id = op AND c.seizure_id = b.id AND c.version = b.version
        AND c.list IN ('detection', 'concealment_method')))
  FROM back b JOIN seizure_facts f ON f.operation_id = op AND f.id = b.id AND f.version = b.version;
END $$;
--> statement-breakpoint
-- Shared facts of named versions in the form of `facts_of`; as its caller, so that each table is read under its policy.
CREATE FUNCTION facts_of_versions(p_operation uuid, p_ids uuid[], p_versions int[]) RETURNS json
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object(
      'id', f.id, 'revision', f.version, 'messageNo', f.message_no, 'agencyId', f.agency_id, 'reporter', f.reporter,
      'state', f.state, 'eventKind', f.event_kind, 'occurredOn', f.occurred_on, 'occurredTo', f.occurred_to,
      'datePrecision', f.date_precision, 'operationalDay', f.operational_day, 'outsideWindow', f.outside_window,
      'late', f.late,
      'releasedAt', to_char(f.released_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'place', json_build_object('country', f.country, 'placeId', f.place_id, 'lat', f.lat, 'lon', f.lon,
        'precision', f.geo_precision),
      'placeKind', f.place_kind, 'direction', f.direction, 'mode', f.mode, 'items', items.list, 'route', nodes.list,
      'detections', codes.detections, 'controlReasons', codes.control_reasons,
      'concealmentPlaces', codes.concealment_places, 'concealmentMethods', codes.concealment_methods,
      'offences', codes.offences, 'arrested', f.arrested,
      'joint', CASE WHEN f.joint IS NOT NULL THEN json_build_object('head', f.joint, 'place', f.joint_place) END
    ) ORDER BY f.id, f.version), '[]')
    FROM unnest(p_ids, p_versions) wanted(id, version)
    JOIN seizure_facts f ON f.operation_id = p_operation AND f.id = wanted.id AND f.version = wanted.version,
    LATERAL (SELECT coalesce(json_agg(json_build_object(
        'commodity', p.commodity, 'quantity', p.quantity::text, 'unit', p.unit, 'qualifier', p.qualifier,
        'secondQuantity', p.second_quantity::text, 'secondUnit', p.second_unit, 'normalised', p.normalised::text,
        'dimension', p.dimension, 'rule', p.rule, 'taxonId', p.taxon_id, 'appendix', p.appendix, 'live', p.live
      ) ORDER BY p.line), '[]') AS list
      FROM seizure_fact_items p
      WHERE p.operation_id = f.operation_id AND p.seizure_id = f.id AND p.version = f.version) items,
    LATERAL (SELECT coalesce(json_agg(json_build_object(
        'role', p.role, 'place', json_build_object('country', p.country, 'placeId', p.place_id, 'lat', p.lat,
          'lon', p.lon, 'precision', p.geo_precision),
        'sharePercent', p.share_percent::text, 'opportunity', p.opportunity, 'modeToNext', p.mode_to_next,
        'evidence', p.evidence
      ) ORDER BY p.position), '[]') AS list
      FROM seizure_fact_nodes p
      WHERE p.operation_id = f.operation_id AND p.seizure_id = f.id AND p.version = f.version) nodes,
    LATERAL (SELECT
        coalesce(json_agg(p.code ORDER BY p.code) FILTER (WHERE p.list = 'detection'), '[]') AS detections,
        coalesce(json_agg(p.code ORDER BY p.code) FILTER (WHERE p.list = 'control_reason'), '[]') AS control_reasons,
        coalesce(json_agg(p.code ORDER BY p.code) FILTER (WHERE p.list = 'concealment_place'), '[]') AS concealment_places,
        coalesce(json_agg(p.code ORDER BY p.code) FILTER (WHERE p.list = 'concealment_method'), '[]') AS concealment_methods,
        coalesce(json_agg(p.code ORDER BY p.code) FILTER (WHERE p.list = 'offence'), '[]') AS offences
      FROM seizure_fact_codes p
      WHERE p.operation_id = f.operation_id AND p.seizure_id = f.id AND p.version = f.version) codes
    WHERE f.shared);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION knowledge_spans(uuid), versions_known(timestamptz), taken_back_since(timestamptz), facts_of_versions(uuid, uuid[], int[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION versions_known(timestamptz), taken_back_since(timestamptz), facts_of_versions(uuid, uuid[], int[]) TO naga_app, naga_read;
