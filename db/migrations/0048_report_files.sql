CREATE TABLE "report_files" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"form" text NOT NULL,
	"locale" text NOT NULL,
	"made_by" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"state" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 1 NOT NULL,
	"file_key" text,
	"bytes" bigint,
	"work_key" uuid,
	"taken_by" uuid,
	"taken_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "report_files_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "report_files_state" CHECK ("report_files"."state" in ('making', 'done', 'stopped', 'stale', 'replaced', 'expired')),
	CONSTRAINT "report_files_form" CHECK ("report_files"."form" ~ '^[a-z_]{2,20}$' and "report_files"."locale" ~ '^[a-z]{2,8}$'),
	CONSTRAINT "report_files_file_known" CHECK (("report_files"."state" = 'done') = ("report_files"."file_key" is not null))
);
--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_edition_fk" FOREIGN KEY ("operation_id","report_id","edition") REFERENCES "public"."operation_report_editions"("operation_id","report_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_member" FOREIGN KEY ("operation_id","made_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_files_person" ON "report_files" USING btree ("operation_id","person_id","report_id","edition","asked_at");--> statement-breakpoint
CREATE INDEX "report_files_edition" ON "report_files" USING btree ("operation_id","report_id","edition");--> statement-breakpoint
CREATE INDEX "report_files_waiting" ON "report_files" USING btree ("asked_at") WHERE state = 'making';--> statement-breakpoint
CREATE INDEX "report_files_ended" ON "report_files" USING btree ("ended_at") WHERE state = 'done';--> statement-breakpoint
CREATE UNIQUE INDEX "report_files_one" ON "report_files" USING btree ("operation_id","report_id","edition","form","locale","person_id") WHERE state = 'making';--> statement-breakpoint
CREATE INDEX "report_files_file" ON "report_files" USING btree ("file_key");--> statement-breakpoint

-- Work that waits and that no living worker has, taken for a quarter of a minute. It says which, and for whom; nothing of it.
CREATE FUNCTION take_report_file(p_worker uuid) RETURNS TABLE (operation_id uuid, id uuid, work_key uuid)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE report_files k SET taken_by = p_worker, taken_until = clock_timestamp() + interval '15 seconds'
  WHERE (k.operation_id, k.id) = (
    SELECT w.operation_id, w.id FROM report_files w
    WHERE w.state = 'making' AND (w.taken_until IS NULL OR w.taken_until < clock_timestamp())
    ORDER BY w.asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING k.operation_id, k.id, k.work_key
$$;
--> statement-breakpoint
-- Ends work whose person may not do it any more.
CREATE FUNCTION stop_report_file(p_operation uuid, p_id uuid, p_worker uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE report_files SET state = 'stopped', ended_at = clock_timestamp(), taken_until = NULL
  WHERE operation_id = p_operation AND id = p_id AND taken_by = p_worker AND state = 'making'
$$;
--> statement-breakpoint
-- A file is there to be taken, not to be kept: it can be made again at any time.
CREATE FUNCTION expire_report_files(p_before timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE report_files SET state = 'expired', file_key = NULL, bytes = NULL
  WHERE state = 'done' AND ended_at < p_before
$$;
--> statement-breakpoint
-- As before; and a report that is held as a file is named by its row.
CREATE OR REPLACE FUNCTION unnamed_files(p_keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k FROM unnest(p_keys) AS k
  WHERE NOT EXISTS (SELECT FROM attachments a WHERE k IN (a.view_key, a.thumb_key))
    AND NOT EXISTS (SELECT FROM attachment_originals o WHERE o.key = k)
    AND NOT EXISTS (SELECT FROM record_packages p WHERE p.file_key = k)
    AND NOT EXISTS (SELECT FROM report_files f WHERE f.file_key = k)
$$;
--> statement-breakpoint
-- What was found wrong belongs into every file of that version: what is made loses its file, what is in the making is begun anew.
CREATE FUNCTION renew_report_files() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE report_files k SET state = CASE k.state WHEN 'done' THEN 'stale' ELSE k.state END, file_key = NULL,
    bytes = NULL, taken_by = NULL, taken_until = NULL, done = 0
  WHERE k.operation_id = NEW.operation_id AND k.report_id = NEW.report_id AND k.edition = NEW.edition
    AND k.state IN ('making', 'done');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER renew_report_files AFTER INSERT ON operation_report_errata FOR EACH ROW
  EXECUTE FUNCTION renew_report_files();
--> statement-breakpoint
-- What is erased is in no file that is held here any more, of whatever report of the operation it is.
CREATE FUNCTION erase_report_files() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE report_files k SET state = CASE k.state WHEN 'done' THEN 'stale' ELSE k.state END, file_key = NULL,
    bytes = NULL, taken_by = NULL, taken_until = NULL, done = 0
  WHERE k.operation_id = NEW.operation_id AND k.state IN ('making', 'done');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER erase_report_files AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION erase_report_files();
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_report_file(uuid), stop_report_file(uuid, uuid, uuid), expire_report_files(timestamptz),
  renew_report_files(), erase_report_files() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_report_file(uuid), stop_report_file(uuid, uuid, uuid), expire_report_files(timestamptz)
  TO naga_app;
--> statement-breakpoint
ALTER TABLE report_files ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE report_files FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON report_files TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON report_files TO naga_app;
--> statement-breakpoint
GRANT SELECT ON report_files TO naga_read;
--> statement-breakpoint
GRANT UPDATE (state, done, expected, file_key, bytes, work_key, taken_by, taken_until, ended_at) ON report_files TO naga_app;
--> statement-breakpoint
CREATE POLICY no_wall ON report_files AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
  USING ((SELECT nullif(on_wall(), true)) IS NOT NULL);
--> statement-breakpoint
-- A file is of whoever asked for it alone, before the end of the operation and after it.
CREATE POLICY read ON report_files FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND person_id = (SELECT current_person())
  AND (SELECT current_duty()) IS NOT NULL AND (SELECT key_scopes()) IS NULL);
--> statement-breakpoint
-- Only of a version that the reader may read: its own policies are asked.
CREATE POLICY add ON report_files FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND person_id = (SELECT current_person())
  AND made_by = (SELECT current_member()) AND (SELECT key_scopes()) IS NULL
  AND EXISTS (SELECT FROM operation_report_editions e WHERE e.operation_id = report_files.operation_id
    AND e.report_id = report_files.report_id AND e.number = report_files.edition));
--> statement-breakpoint
CREATE POLICY change ON report_files FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND person_id = (SELECT current_person())
  AND (SELECT current_duty()) IS NOT NULL AND (SELECT key_scopes()) IS NULL);
