CREATE TABLE "import_mappings" (
	"agency_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"columns" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "import_mappings_agency_id_fingerprint_pk" PRIMARY KEY("agency_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "import_parts" (
	"operation_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_parts_operation_id_import_id_place_pk" PRIMARY KEY("operation_id","import_id","place")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"operation_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"case_row" integer NOT NULL,
	"case_no" text DEFAULT '' NOT NULL,
	"written" jsonb NOT NULL,
	"mended" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"status" text NOT NULL,
	"questions" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"content" text DEFAULT '' NOT NULL,
	"seizure_id" uuid,
	CONSTRAINT "import_rows_operation_id_import_id_row_pk" PRIMARY KEY("operation_id","import_id","row"),
	CONSTRAINT "import_rows_status" CHECK ("import_rows"."status" in ('ok', 'question', 'error', 'skip')),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('', 'imported', 'drafted', 'unchanged', 'updated', 'corrected', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text DEFAULT '' NOT NULL,
	"file_bytes" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"mode" text DEFAULT '' NOT NULL,
	"drafts" boolean DEFAULT false NOT NULL,
	"corrects" boolean DEFAULT false NOT NULL,
	"sheet" jsonb,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refusal" jsonb,
	"cancel_asked" boolean DEFAULT false NOT NULL,
	"work_key" uuid,
	"taken_by" uuid,
	"taken_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "imports_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('uploading', 'reading', 'read', 'importing', 'done', 'cancelled', 'refused')),
	CONSTRAINT "imports_mode" CHECK ("imports"."mode" in ('', 'good', 'all'))
);
--> statement-breakpoint
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_import" FOREIGN KEY ("operation_id","import_id") REFERENCES "public"."imports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import" FOREIGN KEY ("operation_id","import_id") REFERENCES "public"."imports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_member" FOREIGN KEY ("operation_id","made_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_case" ON "import_rows" USING btree ("operation_id","import_id","case_row","row");--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("operation_id","import_id","status","outcome");--> statement-breakpoint
CREATE INDEX "import_rows_seizure" ON "import_rows" USING btree ("operation_id","seizure_id") WHERE seizure_id is not null;--> statement-breakpoint
CREATE INDEX "imports_agency" ON "imports" USING btree ("operation_id","agency_id","made_at");--> statement-breakpoint
CREATE INDEX "imports_waiting" ON "imports" USING btree ("made_at") WHERE state in ('reading', 'importing');--> statement-breakpoint
CREATE INDEX "seizure_reports_case_no" ON "seizure_reports" USING btree ("operation_id","agency_id",(coalesce(input ->> 'nationalCaseNo', form ->> 'nationalCaseNo'))) WHERE state in ('draft', 'in_clearance', 'returned');--> statement-breakpoint

-- Many commands at once: the same rows under the same policies as one by one, with few statements.

-- Which of these commands are new; the others were done before.
CREATE FUNCTION claim_commands(p_agency uuid, p_person uuid, p_kind text, p_commands jsonb) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  INSERT INTO commands (agency_id, id, person_id, kind, request_hash)
  SELECT p_agency, c.id, p_person, p_kind, decode(c.hash, 'hex')
  FROM jsonb_to_recordset(p_commands) AS c(id uuid, hash text) ORDER BY c.id
  ON CONFLICT DO NOTHING RETURNING id
$$;
--> statement-breakpoint

-- Reports that are new; which ids those were. What is taken already is left alone.
CREATE FUNCTION add_reports(p_rows jsonb) RETURNS SETOF uuid
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  INSERT INTO seizure_reports (operation_id, id, agency_id, unit_id, author_id, state, step, steps, form, input,
    submitted_at, cleared_at)
  SELECT operation_id, id, agency_id, unit_id, author_id, state, coalesce(step, 0), steps, form, input,
    submitted_at, cleared_at
  FROM jsonb_populate_recordset(NULL::seizure_reports, p_rows)
  ON CONFLICT DO NOTHING RETURNING id
$$;
--> statement-breakpoint

-- What they leave behind: each its outcome, and their events in the order in which they were noted.
CREATE FUNCTION finish_commands(p_agency uuid, p_outcomes jsonb, p_events jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  WITH told AS MATERIALIZED (
    SELECT * FROM ROWS FROM (jsonb_to_recordset(p_events) AS (
      id uuid, command_id uuid, stream_id uuid, operation_id uuid, type text, type_version int, actor uuid,
      agency_id uuid, commitment text, body text, key text)) WITH ORDINALITY AS t(
      id, command_id, stream_id, operation_id, type, type_version, actor, agency_id, commitment, body, key, place)),
  headers AS (
    INSERT INTO events (id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, commitment)
    SELECT id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, decode(commitment, 'hex')
    FROM told ORDER BY place)
  INSERT INTO event_bodies (event_id, stream_id, body, key)
  SELECT id, stream_id, body, decode(key, 'hex') FROM told;
  UPDATE commands c SET outcome = o.value
  FROM jsonb_each(p_outcomes) o WHERE c.agency_id = p_agency AND c.id = o.key::uuid;
END $$;
--> statement-breakpoint

-- The next numbers of an administration, in order. Whoever takes some holds the others up until the end of the transaction.
CREATE FUNCTION take_message_numbers(p_operation uuid, p_reporter text, p_count int) RETURNS text[]
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    INSERT INTO message_counters AS c (operation_id, reporter, last)
      SELECT p_operation, p_reporter, p_count WHERE current_operation() = p_operation AND p_count > 0
    ON CONFLICT (operation_id, reporter) DO UPDATE SET last = c.last + p_count
    RETURNING last)
  SELECT array(
    SELECT o.code || '-' || p_reporter || '-' || lpad(n::text, greatest(6, length(n::text)), '0')
    FROM generate_series(t.last - p_count + 1, t.last) AS n ORDER BY n)
  FROM taken t JOIN operations o ON o.id = p_operation
$$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION take_message_no(p_operation uuid, p_reporter text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (take_message_numbers(p_operation, p_reporter, 1))[1]
$$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION claim_commands(uuid, uuid, text, jsonb), add_reports(jsonb), finish_commands(uuid, jsonb, jsonb),
  take_message_numbers(uuid, text, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION claim_commands(uuid, uuid, text, jsonb), add_reports(jsonb), finish_commands(uuid, jsonb, jsonb),
  take_message_numbers(uuid, text, int) TO naga_app;
--> statement-breakpoint

-- Files on their way in are their agency's own: its contact points', and those of a unit its officers'.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['imports', 'import_parts', 'import_rows'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
      AND ((SELECT current_duty()) = ''ncp'' OR unit_id = (SELECT own_unit())))', t);
    EXECUTE format('CREATE POLICY add ON %1$I FOR INSERT TO naga_app WITH CHECK (EXISTS (
      SELECT FROM writing_membership() m
      WHERE m.operation_id = %1$I.operation_id AND m.agency_id = %1$I.agency_id
        AND (m.role = ''ncp'' OR (m.role = ''reporter'' AND m.unit_id = %1$I.unit_id))))', t);
    EXECUTE format('CREATE POLICY change ON %1$I FOR UPDATE TO naga_app USING (EXISTS (
      SELECT FROM writing_membership() m
      WHERE m.operation_id = %1$I.operation_id AND m.agency_id = %1$I.agency_id
        AND (m.role = ''ncp'' OR (m.role = ''reporter'' AND m.unit_id = %1$I.unit_id))))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['imports', 'import_parts', 'import_rows', 'import_mappings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT UPDATE (file_hash, file_bytes, state, mode, drafts, corrects, sheet, answers, rows, done, refusal, cancel_asked,
  work_key, taken_by, taken_until, ended_at) ON imports TO naga_app;
--> statement-breakpoint
GRANT UPDATE (case_row, case_no, mended, fields, status, questions, notes, outcome, content, seizure_id)
  ON import_rows TO naga_app;
--> statement-breakpoint
GRANT UPDATE (columns, changed_by, changed_at) ON import_mappings TO naga_app;
--> statement-breakpoint
GRANT DELETE ON import_parts TO naga_app;
--> statement-breakpoint
CREATE POLICY remove ON import_parts FOR DELETE TO naga_app USING (EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = import_parts.operation_id AND m.agency_id = import_parts.agency_id
    AND (m.role = 'ncp' OR (m.role = 'reporter' AND m.unit_id = import_parts.unit_id))));
--> statement-breakpoint
CREATE POLICY read ON import_mappings FOR SELECT TO naga_app, naga_read USING (
  agency_id = (SELECT current_agency()) AND (SELECT current_duty()) IN ('ncp', 'reporter'));
--> statement-breakpoint
CREATE POLICY add ON import_mappings FOR INSERT TO naga_app WITH CHECK (
  changed_by = (SELECT current_person()) AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.agency_id = import_mappings.agency_id AND m.role IN ('ncp', 'reporter')));
--> statement-breakpoint
CREATE POLICY change ON import_mappings FOR UPDATE TO naga_app USING (EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.agency_id = import_mappings.agency_id AND m.role IN ('ncp', 'reporter')))
  WITH CHECK (changed_by = (SELECT current_person()));
--> statement-breakpoint

-- Work that waits and that no living worker has, taken for a quarter of a minute. It says which, and for whom; nothing of it.
CREATE FUNCTION take_import(p_worker uuid) RETURNS TABLE (operation_id uuid, id uuid, work_key uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE imports i SET taken_by = p_worker, taken_until = clock_timestamp() + interval '15 seconds'
  WHERE (i.operation_id, i.id) = (
    SELECT w.operation_id, w.id FROM imports w
    WHERE w.state IN ('reading', 'importing') AND (w.taken_until IS NULL OR w.taken_until < clock_timestamp())
    ORDER BY w.made_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING i.operation_id, i.id, i.work_key
$$;
--> statement-breakpoint
-- Ends work whose person may not do it any more, and says why.
CREATE FUNCTION stop_import(p_operation uuid, p_import uuid, p_worker uuid, p_key text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE imports SET state = 'refused', refusal = jsonb_build_object('key', p_key), ended_at = clock_timestamp(),
    taken_until = NULL
  WHERE operation_id = p_operation AND id = p_import AND taken_by = p_worker AND state IN ('reading', 'importing')
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_import(uuid), stop_import(uuid, uuid, uuid, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_import(uuid), stop_import(uuid, uuid, uuid, text) TO naga_app;
--> statement-breakpoint

-- What is erased is erased from the rows that it came from, too: the file's line stays as a number.
CREATE FUNCTION forget_import_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE import_rows SET written = '[]', mended = '{}', fields = '{}', questions = '[]', notes = '[]', case_no = '',
    content = ''
  WHERE operation_id = NEW.operation_id AND seizure_id = NEW.id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_import_rows AFTER UPDATE OF state ON seizure_reports FOR EACH ROW
  WHEN (NEW.state = 'erased' AND OLD.state <> 'erased') EXECUTE FUNCTION forget_import_rows();
