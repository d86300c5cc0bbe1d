CREATE TABLE "case_export_rows" (
	"operation_id" uuid NOT NULL,
	"export_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"mark" text NOT NULL,
	"case_no" text NOT NULL,
	"changed" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "case_export_rows_operation_id_export_id_place_pk" PRIMARY KEY("operation_id","export_id","place"),
	CONSTRAINT "case_export_rows_mark_known" CHECK ("case_export_rows"."mark" in ('new', 'changed', 'unchanged', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "case_exports" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"layout" text NOT NULL,
	"number" integer NOT NULL,
	"scope" text NOT NULL,
	"made_by" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"shape" jsonb NOT NULL,
	"state" text NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"seen" integer DEFAULT 0 NOT NULL,
	"expected" integer DEFAULT 0 NOT NULL,
	"counts" jsonb NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "case_exports_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "case_exports_layout" CHECK ("case_exports"."layout" in ('cen', 'cencomm')),
	CONSTRAINT "case_exports_scope" CHECK ("case_exports"."scope" in ('changed', 'all')),
	CONSTRAINT "case_exports_state" CHECK ("case_exports"."state" in ('cases', 'withdrawn', 'done', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "case_export_rows" ADD CONSTRAINT "case_export_rows_export" FOREIGN KEY ("operation_id","export_id") REFERENCES "public"."case_exports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_member" FOREIGN KEY ("operation_id","made_by") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_export_rows_case" ON "case_export_rows" USING btree ("operation_id","export_id","seizure_id");--> statement-breakpoint
CREATE INDEX "case_export_rows_seizure" ON "case_export_rows" USING btree ("operation_id","agency_id","seizure_id");--> statement-breakpoint
CREATE INDEX "case_export_rows_mark" ON "case_export_rows" USING btree ("operation_id","export_id","mark","place");--> statement-breakpoint
CREATE INDEX "case_exports_agency" ON "case_exports" USING btree ("operation_id","agency_id","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_exports_number" ON "case_exports" USING btree ("operation_id","agency_id","layout","number");--> statement-breakpoint
CREATE UNIQUE INDEX "case_exports_open" ON "case_exports" USING btree ("operation_id","agency_id","layout") WHERE state in ('cases', 'withdrawn');
--> statement-breakpoint

-- What was handed out is its agency's own: contact points, and leads and officers of the coordination unit who are of it.
-- Machines have no part in it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_exports', 'case_export_rows'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
      AND (SELECT current_duty()) IN (''ncp'', ''lead'', ''ocu'') AND (SELECT key_scopes()) IS NULL)', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT UPDATE (state, after, seen, counts, ended_at) ON case_exports TO naga_app;
--> statement-breakpoint
CREATE POLICY add ON case_exports FOR INSERT TO naga_app WITH CHECK (
  person_id = (SELECT current_person()) AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = case_exports.operation_id AND m.agency_id = case_exports.agency_id
      AND m.id = case_exports.made_by AND m.role IN ('ncp', 'lead', 'ocu')));
--> statement-breakpoint
CREATE POLICY change ON case_exports FOR UPDATE TO naga_app USING (
  state IN ('cases', 'withdrawn') AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = case_exports.operation_id AND m.agency_id = case_exports.agency_id
      AND m.role IN ('ncp', 'lead', 'ocu')))
  WITH CHECK (true);
--> statement-breakpoint
-- Rows come while the export is being made, and are what they are from then on.
CREATE POLICY add ON case_export_rows FOR INSERT TO naga_app WITH CHECK (EXISTS (
  SELECT FROM writing_membership() m
  JOIN case_exports e ON e.operation_id = m.operation_id AND e.agency_id = m.agency_id
  WHERE m.operation_id = case_export_rows.operation_id AND m.agency_id = case_export_rows.agency_id
    AND e.id = case_export_rows.export_id AND e.state IN ('cases', 'withdrawn')
    AND m.role IN ('ncp', 'lead', 'ocu')));
--> statement-breakpoint

-- What is erased is erased from what was handed out, too; that it was handed out stays.
CREATE FUNCTION forget_handed_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE case_export_rows SET cells = '[]', changed = '[]', case_no = ''
  WHERE operation_id = NEW.operation_id AND agency_id = NEW.agency_id AND seizure_id = NEW.id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_handed_out AFTER UPDATE OF state ON seizure_reports FOR EACH ROW
  WHEN (NEW.state = 'erased' AND OLD.state <> 'erased') EXECUTE FUNCTION forget_handed_out();
