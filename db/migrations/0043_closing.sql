CREATE TABLE "closing_reasons" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"what" text NOT NULL,
	"open" integer NOT NULL,
	"reason" text NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "closing_reasons_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "closing_reasons_said" CHECK ("closing_reasons"."open" > 0 and length("closing_reasons"."reason") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "operation_closings" (
	"operation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"reopened_by" uuid,
	"reopened_at" timestamp with time zone,
	"reopened_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "operation_closings_operation_id_number_pk" PRIMARY KEY("operation_id","number")
);
--> statement-breakpoint
CREATE TABLE "record_keeping" (
	"operation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kept_until" date,
	"said_by" uuid NOT NULL,
	"said_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "record_keeping_operation_id_number_pk" PRIMARY KEY("operation_id","number")
);
--> statement-breakpoint
CREATE TABLE "record_packages" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 0 NOT NULL,
	"file_key" text,
	"bytes" bigint,
	"sha256" text,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"as_of" timestamp with time zone,
	"work_key" uuid,
	"taken_by" uuid,
	"taken_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "record_packages_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "record_packages_state" CHECK ("record_packages"."state" in ('making', 'done', 'stopped', 'replaced', 'erased')),
	CONSTRAINT "record_packages_file_known" CHECK (("record_packages"."state" = 'done') = ("record_packages"."file_key" is not null) and ("record_packages"."sha256" is null or "record_packages"."sha256" ~ '^[0-9a-f]{64}$'))
);
--> statement-breakpoint
ALTER TABLE "closing_reasons" ADD CONSTRAINT "closing_reasons_member" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_closings" ADD CONSTRAINT "operation_closings_member" FOREIGN KEY ("operation_id","closed_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_keeping" ADD CONSTRAINT "record_keeping_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_keeping" ADD CONSTRAINT "record_keeping_member" FOREIGN KEY ("operation_id","said_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_packages" ADD CONSTRAINT "record_packages_agency_fk" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_packages" ADD CONSTRAINT "record_packages_member" FOREIGN KEY ("operation_id","made_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closing_reasons_at" ON "closing_reasons" USING btree ("operation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_closings_standing" ON "operation_closings" USING btree ("operation_id") WHERE reopened_at is null;--> statement-breakpoint
CREATE INDEX "record_packages_agency" ON "record_packages" USING btree ("operation_id","agency_id","asked_at");--> statement-breakpoint
CREATE INDEX "record_packages_waiting" ON "record_packages" USING btree ("asked_at") WHERE state = 'making';--> statement-breakpoint
CREATE UNIQUE INDEX "record_packages_one" ON "record_packages" USING btree ("operation_id","agency_id") WHERE state = 'making';--> statement-breakpoint
CREATE INDEX "record_packages_file" ON "record_packages" USING btree ("file_key");--> statement-breakpoint

-- Whether the operation has what it needs to be closed: a published report on the whole of it, frozen after it was opened
-- again where it was.
CREATE FUNCTION has_closing_report() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM operation_report_editions e
    JOIN operation_reports r ON r.operation_id = e.operation_id AND r.id = e.report_id AND r.dropped_at IS NULL
    WHERE e.operation_id = current_operation() AND e.kind = 'end_of_operation' AND e.published_at IS NOT NULL
      AND e.frozen_at > coalesce((SELECT max(c.reopened_at) FROM operation_closings c
        WHERE c.operation_id = e.operation_id), '-infinity'))
$$;
--> statement-breakpoint
-- How much is open that should be settled before the end: numbers, to leads and the coordination unit, who may not read the
-- reports that are still within their agencies.
CREATE FUNCTION closing_counts() RETURNS TABLE (what text, open int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  op uuid := m.operation_id;
  first_day date;
  last_day date;
BEGIN
  IF m.role IS NULL OR m.role NOT IN ('lead', 'ocu') OR key_scopes() IS NOT NULL THEN
    RETURN;
  END IF;
  SELECT p.starts_on, p.ends_on INTO first_day, last_day FROM operation_plans p
  WHERE p.operation_id = op AND p.ended_by IS NULL;
  RETURN QUERY
    SELECT 'report', CASE WHEN has_closing_report() THEN 0 ELSE 1 END
    UNION ALL SELECT 'clearance', count(*)::int FROM seizure_reports r
      WHERE r.operation_id = op AND r.state = 'in_clearance'
    UNION ALL SELECT 'drafts', count(*)::int FROM seizure_reports r
      WHERE r.operation_id = op AND r.state IN ('draft', 'returned')
    UNION ALL SELECT 'confirmations', count(*)::int FROM on_behalf b
      WHERE b.operation_id = op AND b.confirmed_at IS NULL
    UNION ALL SELECT 'questions', count(*)::int FROM questions q
      WHERE q.operation_id = op AND q.answered_at IS NULL
    UNION ALL SELECT 'tally_questions', count(*)::int FROM tally_questions q
      WHERE q.operation_id = op AND q.closed_at IS NULL
    UNION ALL SELECT 'days', count(*)::int FROM tally_marks(op, first_day, last_day, now()) k WHERE k.mark = 'missing'
    UNION ALL SELECT 'duplicates', count(*)::int FROM duplicates d
      WHERE d.operation_id = op AND d.state = 'proposed';
END $$;
--> statement-breakpoint
-- Who of other agencies had the own records before them, as each case's receipt says it, of all of them at once.
CREATE FUNCTION own_readings()
RETURNS TABLE (seizure_id text, agency text, persons int, first_at timestamptz, last_at timestamptz, kinds text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR key_scopes() IS NOT NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT l.subject, a.name, count(DISTINCT p.id)::int, min(l.at), max(l.at), array_agg(DISTINCT l.action ORDER BY l.action)
    FROM access_log l JOIN persons p ON p.id = l.person_id JOIN agencies a ON a.id = p.agency_id
    WHERE l.operation_id = m.operation_id AND l.outcome = 'shown' AND a.id <> m.agency_id
      AND l.action IN ('case.read', 'nominal.read', 'case.printed', 'case.exported', 'attachment.read')
      AND l.subject IN (
        SELECT s.id::text FROM seizures s WHERE s.operation_id = m.operation_id AND s.agency_id = m.agency_id
        UNION SELECT x.seizure_id::text FROM erasures x WHERE x.operation_id = m.operation_id AND x.agency_id = m.agency_id)
    GROUP BY l.subject, a.id, a.name ORDER BY l.subject, min(l.at), a.name;
END $$;
--> statement-breakpoint
-- Work that waits and that no living worker has, taken for a quarter of a minute. It says which, and for whom; nothing of it.
CREATE FUNCTION take_package(p_worker uuid) RETURNS TABLE (operation_id uuid, id uuid, work_key uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE record_packages k SET taken_by = p_worker, taken_until = clock_timestamp() + interval '15 seconds'
  WHERE (k.operation_id, k.id) = (
    SELECT w.operation_id, w.id FROM record_packages w
    WHERE w.state = 'making' AND (w.taken_until IS NULL OR w.taken_until < clock_timestamp())
    ORDER BY w.asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING k.operation_id, k.id, k.work_key
$$;
--> statement-breakpoint
-- Ends work whose person may not do it any more.
CREATE FUNCTION stop_package(p_operation uuid, p_id uuid, p_worker uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE record_packages SET state = 'stopped', ended_at = clock_timestamp(), taken_until = NULL
  WHERE operation_id = p_operation AND id = p_id AND taken_by = p_worker AND state = 'making'
$$;
--> statement-breakpoint
-- As before; and what is packed to be taken home is named by its package.
CREATE OR REPLACE FUNCTION unnamed_files(p_keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k FROM unnest(p_keys) AS k
  WHERE NOT EXISTS (SELECT FROM attachments a WHERE k IN (a.view_key, a.thumb_key))
    AND NOT EXISTS (SELECT FROM attachment_originals o WHERE o.key = k)
    AND NOT EXISTS (SELECT FROM record_packages p WHERE p.file_key = k)
$$;
--> statement-breakpoint
-- What is erased is in no package any more: the finished one loses its file, the one in the making is begun anew. One
-- statement, so that a package that is finished meanwhile is met as what it has become.
CREATE FUNCTION erase_packages() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE record_packages k SET state = CASE k.state WHEN 'done' THEN 'erased' ELSE k.state END, file_key = NULL,
    sha256 = NULL, bytes = NULL, taken_by = NULL, taken_until = NULL, done = 0
  WHERE k.operation_id = NEW.operation_id AND k.agency_id = NEW.agency_id AND k.state IN ('making', 'done');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER erase_packages AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION erase_packages();
--> statement-breakpoint
-- Opened again, by whomever and whatever asks for it: the closing is over, and a report frozen before does not close twice.
CREATE FUNCTION note_reopening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE operation_closings SET reopened_by = current_member(), reopened_at = clock_timestamp(),
    reopened_why = NEW.state_reason
  WHERE operation_id = NEW.id AND reopened_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_reopening AFTER UPDATE OF state ON operations FOR EACH ROW
  WHEN (OLD.state = 'closed' AND NEW.state <> 'closed') EXECUTE FUNCTION note_reopening();
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['has_closing_report()', 'closing_counts()', 'own_readings()', 'take_package(uuid)',
    'stop_package(uuid,uuid,uuid)', 'erase_packages()', 'note_reopening()']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION has_closing_report(), closing_counts(), own_readings() TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_package(uuid), stop_package(uuid, uuid, uuid) TO naga_app;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['closing_reasons', 'operation_closings', 'record_keeping', 'record_packages'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO naga_app', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_read', t);
    EXECUTE format('CREATE POLICY no_wall ON %I AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
      USING ((SELECT nullif(on_wall(), true)) IS NOT NULL)', t);
  END LOOP;
  -- Whoever writes the report knows what was open and why, and when a new version is due.
  FOREACH t IN ARRAY ARRAY['closing_reasons', 'operation_closings'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT drafts_reports()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY add ON closing_reasons FOR INSERT TO naga_app WITH CHECK ((SELECT key_scopes()) IS NULL
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = closing_reasons.operation_id
    AND m.id = member_id AND m.role = 'lead'));
--> statement-breakpoint
CREATE POLICY add ON operation_closings FOR INSERT TO naga_app WITH CHECK ((SELECT key_scopes()) IS NULL
  AND reopened_at IS NULL AND (SELECT has_closing_report())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_closings.operation_id
    AND m.id = closed_by AND m.role = 'lead'));
--> statement-breakpoint
-- Closed is what was closed by its report, and nothing else.
CREATE POLICY closed_by_report ON operations AS RESTRICTIVE FOR UPDATE TO naga_app USING (true)
  WITH CHECK (state <> 'closed' OR EXISTS (
    SELECT FROM operation_closings c WHERE c.operation_id = operations.id AND c.reopened_at IS NULL));
--> statement-breakpoint
-- Said after closing, too: that is when it matters.
CREATE POLICY read ON record_keeping FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) IS NOT NULL AND (SELECT key_scopes()) IS NULL);
--> statement-breakpoint
CREATE POLICY add ON record_keeping FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'lead' AND (SELECT key_scopes()) IS NULL
  AND said_by = (SELECT current_member()));
--> statement-breakpoint
-- A package is its agency's own: its contact points', before the end and after it.
CREATE POLICY read ON record_packages FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL);
--> statement-breakpoint
CREATE POLICY add ON record_packages FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL
  AND made_by = (SELECT current_member()) AND person_id = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY change ON record_packages FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL);
--> statement-breakpoint
GRANT UPDATE (state, done, expected, file_key, bytes, sha256, counts, as_of, work_key, taken_by, taken_until, ended_at)
  ON record_packages TO naga_app;
--> statement-breakpoint
-- Closed is read-only here too: the plan, who takes part, approvals and lists of readers were refused by the services alone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operation_plans', 'participant_administrations', 'participants', 'members', 'clearances',
    'audiences', 'audience_readers'] LOOP
    EXECUTE format('CREATE POLICY while_open ON %I AS RESTRICTIVE FOR INSERT TO naga_app
      WITH CHECK ((SELECT content_open()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['operation_plans', 'participant_administrations', 'participants', 'members'] LOOP
    EXECUTE format('CREATE POLICY while_open_change ON %I AS RESTRICTIVE FOR UPDATE TO naga_app
      USING ((SELECT content_open()))', t);
  END LOOP;
END $$;
