ALTER TABLE "duplicates" DROP CONSTRAINT "duplicates_state";--> statement-breakpoint
DROP INDEX "duplicates_pair";--> statement-breakpoint
ALTER TABLE "duplicates" ADD COLUMN "kind" text DEFAULT 'duplicate' NOT NULL;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD COLUMN "joint" uuid;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD COLUMN "joint_place" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "seizure_facts_joint" ON "seizure_facts" USING btree ("operation_id","joint") WHERE joint is not null and ended_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicates_pair" ON "duplicates" USING btree ("operation_id",least(kept, dropped),greatest(kept, dropped)) WHERE state in ('proposed', 'merged', 'joined', 'apart');--> statement-breakpoint
ALTER TABLE "duplicates" ADD CONSTRAINT "duplicates_kind" CHECK ("duplicates"."kind" in ('duplicate', 'same_consignment'));--> statement-breakpoint
ALTER TABLE "duplicates" ADD CONSTRAINT "duplicates_state" CHECK ("duplicates"."state" in ('proposed', 'merged', 'joined', 'apart', 'refused', 'undone'));
--> statement-breakpoint

-- Two messages of one reporter are no joint case: the unit proposes to count one of them under the other.
ALTER POLICY add ON duplicates WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'ocu' AND (SELECT content_open())
  AND proposed_by = (SELECT current_member()) AND kept_agreed_by IS NULL AND dropped_agreed_by IS NULL
  AND state IN ('proposed', 'apart')
  AND EXISTS (SELECT FROM seizure_facts f
    JOIN seizure_facts o ON o.operation_id = f.operation_id AND o.id = duplicates.dropped AND o.ended_by IS NULL AND o.shared
    WHERE f.operation_id = duplicates.operation_id AND f.id = kept AND f.ended_by IS NULL AND f.shared
      AND f.agency_id = kept_agency_id AND o.agency_id = dropped_agency_id
      AND (duplicates.kind = 'duplicate' OR f.reporter <> o.reporter)));
--> statement-breakpoint

-- Whoever writes a new version of facts says nothing of the joint case: it goes on from the version before.
CREATE FUNCTION carry_joint() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW.joint := NULL;
  NEW.joint_place := 0;
  SELECT f.joint, f.joint_place INTO NEW.joint, NEW.joint_place FROM seizure_facts f
  WHERE f.operation_id = NEW.operation_id AND f.id = NEW.id AND f.version < NEW.version ORDER BY f.version DESC LIMIT 1;
  NEW.joint_place := coalesce(NEW.joint_place, 0);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER carry_joint BEFORE INSERT ON seizure_facts FOR EACH ROW
  WHEN (current_user = 'naga_app' AND (NEW.version > 1 OR NEW.joint IS NOT NULL)) EXECUTE FUNCTION carry_joint();
--> statement-breakpoint

-- The version after one that has just ended, equal but for its state and its joint case. For the functions below alone.
CREATE FUNCTION renew_facts(f seizure_facts, p_event uuid, p_state text, p_joint uuid, p_place smallint) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  renewed int := f.version + 1;
BEGIN
  INSERT INTO seizure_facts (operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
    event_kind, occurred_on, occurred_to, date_precision, occurred_at, operational_day, outside_window, late, cleared_at,
    released_at, country, place_id, lat, lon, geo_precision, place_kind, direction, mode, arrested, joint, joint_place)
  VALUES (f.operation_id, f.id, renewed, p_event, f.message_no, f.agency_id, f.unit_id, f.reporter, p_state, f.shared,
    f.event_kind, f.occurred_on, f.occurred_to, f.date_precision, f.occurred_at, f.operational_day, f.outside_window,
    f.late, f.cleared_at, f.released_at, f.country, f.place_id, f.lat, f.lon, f.geo_precision, f.place_kind, f.direction,
    f.mode, f.arrested, p_joint, p_place);
  INSERT INTO seizure_fact_items SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_items i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_nodes SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_nodes i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_codes SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_codes i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  RETURN renewed;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION restate_seizure(p_operation uuid, p_seizure uuid, p_version int, p_event uuid, p_from text[],
  p_state text)
RETURNS int LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  f seizure_facts;
BEGIN
  UPDATE seizure_facts SET ended_by = p_event
  WHERE operation_id = p_operation AND id = p_seizure AND ended_by IS NULL AND shared AND state = ANY(p_from)
    AND (p_version IS NULL OR version = p_version) RETURNING * INTO f;
  IF f.id IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN renew_facts(f, p_event, p_state, f.joint, f.joint_place);
END $$;
--> statement-breakpoint

-- Works out anew which messages are one case after a link between two came or went. All that links hold together are
-- one, through merged messages too; what has no link of one consignment left is no joint case. First stands the message
-- that counts, of the take-down after a controlled delivery or else of a seizure, of the earliest day; it is the head.
-- False where a message could not be taken hold of.
CREATE FUNCTION regroup_joint(p_operation uuid, p_seizures uuid[], p_event uuid) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  m record;
  f seizure_facts;
BEGIN
  -- Two links of one case that come at once are worked out one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended('joint ' || p_operation, 0));
  FOR m IN
    WITH RECURSIVE links AS MATERIALIZED (
      SELECT x.one, x.other, d.state FROM duplicates d, LATERAL (VALUES (d.kept, d.dropped), (d.dropped, d.kept)) x(one, other)
      WHERE d.operation_id = p_operation AND d.state IN ('merged', 'joined')),
    reach AS (
      SELECT s AS start, s AS id FROM unnest(p_seizures) s
      UNION SELECT r.start, l.other FROM reach r JOIN links l ON l.one = r.id),
    parts AS (SELECT id, min(start::text) AS part FROM reach GROUP BY id),
    joined AS (SELECT DISTINCT p.part FROM parts p JOIN links l ON l.one = p.id AND l.state = 'joined'),
    placed AS (
      SELECT s.id, s.joint, s.joint_place, j.part IS NOT NULL AS is_joint,
        (row_number() OVER w - 1)::smallint AS place, first_value(s.id) OVER w AS head
      FROM parts p
      JOIN seizure_facts s ON s.operation_id = p_operation AND s.id = p.id AND s.ended_by IS NULL
      LEFT JOIN joined j ON j.part = p.part
      WINDOW w AS (PARTITION BY p.part ORDER BY s.state IN ('submitted', 'verified') DESC,
        s.event_kind = 'controlled_delivery_takedown' DESC, s.event_kind = 'seizure' DESC,
        s.occurred_on, s.released_at, s.id))
    SELECT id, CASE WHEN is_joint THEN head END AS joint, CASE WHEN is_joint THEN place ELSE 0::smallint END AS place
    FROM placed
    WHERE joint IS DISTINCT FROM CASE WHEN is_joint THEN head END
      OR joint_place <> CASE WHEN is_joint THEN place ELSE 0 END
    ORDER BY id
  LOOP
    -- Whoever waited for another change finds the version ended; the second look finds its successor.
    FOR look IN 1..3 LOOP
      UPDATE seizure_facts SET ended_by = p_event
      WHERE operation_id = p_operation AND id = m.id AND ended_by IS NULL RETURNING * INTO f;
      EXIT WHEN f.id IS NOT NULL;
    END LOOP;
    IF f.id IS NULL THEN
      RETURN false;
    END IF;
    PERFORM renew_facts(f, p_event, f.state, m.joint, m.place);
  END LOOP;
  RETURN true;
END $$;
--> statement-breakpoint

-- An owner's word. With the last one the dropped message is counted under the kept one, or both are one joint case.
CREATE OR REPLACE FUNCTION agree_to_merge(p_id uuid, p_event uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d duplicates;
  standing int;
  reached text;
BEGIN
  SELECT * INTO d FROM take_duplicate(p_id);
  IF d.id IS NULL OR d.state <> 'proposed' OR current_duty() IS DISTINCT FROM 'ncp' OR NOT content_open() THEN
    RAISE insufficient_privilege USING MESSAGE = 'agree_to_merge: not allowed';
  END IF;
  UPDATE duplicates SET
    kept_agreed_by = CASE WHEN kept_agency_id = current_agency() THEN current_member() ELSE kept_agreed_by END,
    dropped_agreed_by = CASE WHEN dropped_agency_id = current_agency() THEN current_member() ELSE dropped_agreed_by END
  WHERE operation_id = d.operation_id AND id = d.id RETURNING * INTO d;
  IF d.kept_agreed_by IS NULL OR d.dropped_agreed_by IS NULL THEN
    RETURN 'proposed';
  END IF;
  SELECT count(*) INTO standing FROM seizure_facts f
  WHERE f.operation_id = d.operation_id AND f.id IN (d.kept, d.dropped) AND f.ended_by IS NULL AND f.shared
    AND f.state IN ('submitted', 'verified');
  IF standing < 2 THEN
    RETURN 'stale';
  END IF;
  reached := CASE d.kind WHEN 'same_consignment' THEN 'joined' ELSE 'merged' END;
  IF reached = 'merged'
    AND restate_seizure(d.operation_id, d.dropped, NULL, p_event, ARRAY['submitted', 'verified'], 'merged') IS NULL THEN
    RETURN 'stale';
  END IF;
  UPDATE duplicates SET state = reached, closed_by = current_member(), closed_at = clock_timestamp()
  WHERE operation_id = d.operation_id AND id = d.id;
  RETURN CASE WHEN regroup_joint(d.operation_id, ARRAY[d.kept, d.dropped], p_event) THEN reached ELSE 'stale' END;
END $$;
--> statement-breakpoint

-- Refuses what is proposed, undoes what was merged (it counts as provisional again) or joined, or takes back that two
-- are apart.
CREATE OR REPLACE FUNCTION close_duplicate(p_id uuid, p_event uuid, p_note text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d duplicates;
  closed text;
BEGIN
  SELECT * INTO d FROM take_duplicate(p_id);
  IF d.id IS NULL OR d.state NOT IN ('proposed', 'merged', 'joined', 'apart') OR NOT content_open()
    OR (d.state = 'apart' AND current_duty() <> 'ocu') THEN
    RAISE insufficient_privilege USING MESSAGE = 'close_duplicate: not allowed';
  END IF;
  closed := CASE d.state WHEN 'proposed' THEN 'refused' ELSE 'undone' END;
  IF d.state = 'merged'
    AND restate_seizure(d.operation_id, d.dropped, NULL, p_event, ARRAY['merged'], 'submitted') IS NULL THEN
    RETURN 'stale';
  END IF;
  UPDATE duplicates SET state = closed, closed_by = current_member(), closed_at = clock_timestamp(), closed_note = p_note
  WHERE operation_id = d.operation_id AND id = d.id;
  IF d.state IN ('merged', 'joined') AND NOT regroup_joint(d.operation_id, ARRAY[d.kept, d.dropped], p_event) THEN
    RETURN 'stale';
  END IF;
  RETURN closed;
END $$;
--> statement-breakpoint

-- Which messages an event put into a joint case, or took out of one, for the events that tell of them: the actor may
-- not see all, as their owners may hold some back by now.
CREATE FUNCTION joint_changes(p_id uuid, p_event uuid) RETURNS TABLE (seizure uuid, revision int, joint uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE links AS MATERIALIZED (
    SELECT x.one, x.other FROM duplicates d, LATERAL (VALUES (d.kept, d.dropped), (d.dropped, d.kept)) x(one, other)
    WHERE d.operation_id = current_operation()),
  reach AS (
    SELECT t.kept AS id FROM take_duplicate(p_id) t
    UNION SELECT l.other FROM reach r JOIN links l ON l.one = r.id)
  SELECT f.id, f.version, f.joint FROM reach r
  JOIN seizure_facts f ON f.operation_id = current_operation() AND f.id = r.id AND f.ended_by IS NULL
  JOIN seizure_facts b ON b.operation_id = f.operation_id AND b.id = f.id AND b.version = f.version - 1
  WHERE f.begun_by = p_event AND (f.joint, f.joint_place) IS DISTINCT FROM (b.joint, b.joint_place)
  ORDER BY f.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION carry_joint(), renew_facts(seizure_facts, uuid, text, uuid, smallint),
  regroup_joint(uuid, uuid[], uuid), joint_changes(uuid, uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION joint_changes(uuid, uuid) TO naga_app;
--> statement-breakpoint

-- As before, and the joint case.
CREATE OR REPLACE FUNCTION facts_of(p_operation uuid, p_ids uuid[], p_shared_only boolean) RETURNS json
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

-- As before, and a joint case once.
CREATE OR REPLACE FUNCTION observer_panel() RETURNS TABLE (family text, cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT f.operation_id, f.id, f.version, f.joint, f.joint_place
    FROM seizure_facts f
    WHERE f.operation_id = (SELECT current_operation()) AND f.ended_by IS NULL AND f.shared AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND f.state IN ('submitted', 'verified')),
  counted AS (
    SELECT operation_id, id, version FROM told WHERE joint IS NULL
    UNION ALL
    (SELECT DISTINCT ON (joint) operation_id, id, version FROM told WHERE joint IS NOT NULL
      ORDER BY joint, joint_place, id)),
  kinds AS (
    SELECT DISTINCT c.id, left(i.commodity, 1) AS letter FROM counted c
    JOIN seizure_fact_items i ON i.operation_id = c.operation_id AND i.seizure_id = c.id AND i.version = c.version)
  SELECT 'all', CASE WHEN count(*) >= 5 THEN count(*)::int END FROM counted
  UNION ALL
  SELECT letter, CASE WHEN count(*) >= 5 THEN count(*)::int END FROM kinds GROUP BY letter
$$;
--> statement-breakpoint

-- As before, and a joint case once: by reporter each that told of it has it.
CREATE OR REPLACE FUNCTION sums_known_at(p_operation uuid, p_day date, p_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY coalesce(joint, id) ORDER BY joint_place, id) AS nth,
      row_number() OVER (PARTITION BY coalesce(joint, id), reporter ORDER BY joint_place, id) AS nth_of_reporter
    FROM facts_known_at(p_operation, p_at)
    WHERE state IN ('submitted', 'verified') AND event_kind IN ('seizure', 'controlled_delivery_takedown')
      AND NOT outside_window),
  own AS (SELECT * FROM told WHERE nth_of_reporter = 1),
  counted AS MATERIALIZED (SELECT * FROM told WHERE nth = 1),
  shared_out AS (SELECT count(*) AS n FROM own WHERE joint IS NOT NULL GROUP BY joint HAVING count(*) > 1),
  goods AS MATERIALIZED (
    SELECT i.*, c.group_code FROM counted f
    JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version
    JOIN commodities c ON c.code = i.commodity)
  SELECT jsonb_build_object(
    'cases', (SELECT count(*) FROM counted),
    'confirmed', (SELECT count(*) FROM counted WHERE state = 'verified'),
    'joint', (SELECT jsonb_build_object('cases', count(*), 'messages', coalesce(sum(n), 0)) FROM shared_out),
    'reporters', (SELECT coalesce(jsonb_object_agg(reporter, n), '{}')
      FROM (SELECT reporter, count(*) AS n FROM own GROUP BY reporter) r),
    'groups', (SELECT coalesce(jsonb_object_agg(group_code, n), '{}')
      FROM (SELECT group_code, count(DISTINCT seizure_id) AS n FROM goods GROUP BY group_code) g),
    'quantities', (SELECT coalesce(jsonb_agg(jsonb_build_object('commodity', commodity, 'dimension', dimension,
        'cases', cases, 'micro', micro, 'estimatedMicro', estimated) ORDER BY commodity, dimension), '[]')
      FROM (SELECT commodity, dimension, count(DISTINCT seizure_id) AS cases,
          coalesce(sum(normalised_micro) FILTER (WHERE qualifier NOT IN ('estimated', 'approx')), 0)::text AS micro,
          coalesce(sum(normalised_micro) FILTER (WHERE qualifier IN ('estimated', 'approx')), 0)::text AS estimated
        FROM goods WHERE dimension IS NOT NULL GROUP BY commodity, dimension) q),
    'tallies', (SELECT coalesce(jsonb_object_agg(mark, n), '{}')
      -- A moment later: at the very instant nothing is missing yet.
      FROM (SELECT mark, count(*) AS n FROM tally_marks(p_operation, p_day, p_day, p_at + interval '1 microsecond')
        GROUP BY mark) t))
$$;
