-- What live connections read, in one call each: with the plans kept by the session, and nothing waited for in between.
-- Both run as their caller, so that every table is read under its own policy.

-- Current facts in the form in which browsers get them. Parts are looked up fact by fact: whatever the planner believes
-- of the sizes, a frame of one seizure never reads the parts of all.
CREATE FUNCTION facts_of(p_operation uuid, p_ids uuid[], p_shared_only boolean) RETURNS json
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
      'offences', codes.offences, 'arrested', f.arrested
    ) ORDER BY f.id), '[]')
    FROM seizure_facts f,
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
    WHERE f.operation_id = p_operation AND f.ended_by IS NULL AND f.id = ANY (p_ids)
      AND (f.shared OR NOT p_shared_only));
END $$;
--> statement-breakpoint
-- The events of a stretch of one stream, and the current facts of the seizures they are on (named `seizure` in every
-- version of every body). With a token it begins as its bearer; without, the transaction has begun already.
CREATE FUNCTION told_between(
  p_token text, p_operation uuid, p_stream uuid, p_after bigint, p_up_to bigint, p_with_facts boolean,
  p_shared_only boolean)
RETURNS TABLE (told json, facts json) LANGUAGE plpgsql VOLATILE AS $$
DECLARE touched uuid[];
BEGIN
  IF p_token IS NOT NULL THEN
    PERFORM set_config('naga.token', p_token, true), set_config('naga.operation', p_operation::text, true);
  END IF;
  SELECT coalesce(json_agg(json_build_object(
      'seq', e.seq, 'type', e.type, 'typeVersion', e.type_version,
      'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'agency', e.agency_id, 'body', b.body
    ) ORDER BY e.seq), '[]'),
    array_agg(DISTINCT (b.body::jsonb ->> 'seizure')::uuid)
  INTO told, touched
  FROM events e LEFT JOIN event_bodies b ON b.event_id = e.id
  WHERE e.stream_id = p_stream AND e.seq > p_after AND e.seq <= p_up_to;
  facts := CASE WHEN p_with_facts AND touched IS NOT NULL THEN facts_of(p_operation, touched, p_shared_only) ELSE '[]' END;
  RETURN NEXT;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION facts_of(uuid, uuid[], boolean),
  told_between(text, uuid, uuid, bigint, bigint, boolean, boolean) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION facts_of(uuid, uuid[], boolean),
  told_between(text, uuid, uuid, bigint, bigint, boolean, boolean) TO naga_app, naga_read;
