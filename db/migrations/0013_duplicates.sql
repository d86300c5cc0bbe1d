CREATE TABLE "duplicates" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kept" uuid NOT NULL,
	"dropped" uuid NOT NULL,
	"kept_agency_id" uuid NOT NULL,
	"dropped_agency_id" uuid NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"kept_agreed_by" uuid,
	"dropped_agreed_by" uuid,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "duplicates_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "duplicates_state" CHECK ("duplicates"."state" in ('proposed', 'merged', 'apart', 'refused', 'undone')),
	CONSTRAINT "duplicates_two" CHECK ("duplicates"."kept" <> "duplicates"."dropped")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "duplicates_pair" ON "duplicates" USING btree ("operation_id",least(kept, dropped),greatest(kept, dropped)) WHERE state in ('proposed', 'merged', 'apart');
--> statement-breakpoint

-- Proposed by the coordination unit, agreed or refused by contact points of the owners; nobody else knows of it.
ALTER TABLE duplicates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE duplicates FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON duplicates TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON duplicates TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT ON duplicates TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON duplicates FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    (SELECT current_duty()) = 'ocu'
    OR ((SELECT current_duty()) = 'ncp' AND (SELECT current_agency()) IN (kept_agency_id, dropped_agency_id))));
--> statement-breakpoint
CREATE POLICY add ON duplicates FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'ocu' AND (SELECT content_open())
  AND proposed_by = (SELECT current_member()) AND kept_agreed_by IS NULL AND dropped_agreed_by IS NULL
  AND state IN ('proposed', 'apart')
  AND EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = duplicates.operation_id AND f.id = kept
    AND f.agency_id = kept_agency_id AND f.ended_by IS NULL AND f.shared)
  AND EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = duplicates.operation_id AND f.id = dropped
    AND f.agency_id = dropped_agency_id AND f.ended_by IS NULL AND f.shared));
--> statement-breakpoint

-- A new version of the facts, equal but for its state. For the functions below alone.
CREATE FUNCTION restate_seizure(p_operation uuid, p_seizure uuid, p_version int, p_event uuid, p_from text[], p_state text)
RETURNS int LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  f seizure_facts;
  renewed int;
BEGIN
  UPDATE seizure_facts SET ended_by = p_event
  WHERE operation_id = p_operation AND id = p_seizure AND ended_by IS NULL AND shared AND state = ANY(p_from)
    AND (p_version IS NULL OR version = p_version) RETURNING * INTO f;
  IF f.id IS NULL THEN
    RETURN NULL;
  END IF;
  renewed := f.version + 1;
  INSERT INTO seizure_facts (operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
    event_kind, occurred_on, occurred_to, date_precision, occurred_at, operational_day, outside_window, late, cleared_at,
    released_at, country, place_id, lat, lon, geo_precision, place_kind, direction, mode, arrested)
  VALUES (f.operation_id, f.id, renewed, p_event, f.message_no, f.agency_id, f.unit_id, f.reporter, p_state, f.shared,
    f.event_kind, f.occurred_on, f.occurred_to, f.date_precision, f.occurred_at, f.operational_day, f.outside_window,
    f.late, f.cleared_at, f.released_at, f.country, f.place_id, f.lat, f.lon, f.geo_precision, f.place_kind, f.direction,
    f.mode, f.arrested);
  INSERT INTO seizure_fact_items SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_items i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_nodes SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_nodes i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_codes SELECT (jsonb_populate_record(i, jsonb_build_object('version', renewed))).*
    FROM seizure_fact_codes i WHERE i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version;
  RETURN renewed;
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION check_seizure(p_seizure uuid, p_version int, p_event uuid, p_state text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_duty() IS DISTINCT FROM 'ocu' OR p_state NOT IN ('submitted', 'verified') THEN
    RAISE insufficient_privilege USING MESSAGE = 'check_seizure: not allowed';
  END IF;
  RETURN restate_seizure(current_operation(), p_seizure, p_version, p_event,
    ARRAY['submitted', 'verified', 'withdrawn', 'merged'], p_state);
END $$;
--> statement-breakpoint

-- The proposal, held until the end of the transaction: two who agree at once come one after the other.
CREATE FUNCTION take_duplicate(p_id uuid) RETURNS SETOF duplicates
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM duplicates d WHERE d.operation_id = current_operation() AND d.id = p_id
    AND (current_duty() = 'ocu' OR (current_duty() = 'ncp' AND current_agency() IN (d.kept_agency_id, d.dropped_agency_id)))
  FOR UPDATE
$$;
--> statement-breakpoint

-- An owner's word; with the last one the dropped message is counted under the kept one. Answers where it stands.
CREATE FUNCTION agree_to_merge(p_id uuid, p_event uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d duplicates;
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
  IF NOT EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = d.operation_id AND f.id = d.kept
      AND f.ended_by IS NULL AND f.shared AND f.state IN ('submitted', 'verified'))
    OR restate_seizure(d.operation_id, d.dropped, NULL, p_event, ARRAY['submitted', 'verified'], 'merged') IS NULL THEN
    RETURN 'stale';
  END IF;
  UPDATE duplicates SET state = 'merged', closed_by = current_member(), closed_at = clock_timestamp()
  WHERE operation_id = d.operation_id AND id = d.id;
  RETURN 'merged';
END $$;
--> statement-breakpoint

-- Refuses what is proposed, undoes what was merged (it counts as provisional again), or takes back that two are apart.
CREATE FUNCTION close_duplicate(p_id uuid, p_event uuid, p_note text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d duplicates;
  closed text;
BEGIN
  SELECT * INTO d FROM take_duplicate(p_id);
  IF d.id IS NULL OR d.state NOT IN ('proposed', 'merged', 'apart') OR NOT content_open()
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
  RETURN closed;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION restate_seizure(uuid, uuid, int, uuid, text[], text), take_duplicate(uuid),
  agree_to_merge(uuid, uuid), close_duplicate(uuid, uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_duplicate(uuid), agree_to_merge(uuid, uuid), close_duplicate(uuid, uuid, text) TO naga_app;
