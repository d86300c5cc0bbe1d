CREATE TABLE "deliveries" (
	"agency_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"seizure_id" uuid,
	"wrote_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "deliveries_agency_id_command_id_pk" PRIMARY KEY("agency_id","command_id")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_command" FOREIGN KEY ("agency_id","command_id") REFERENCES "public"."commands"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_seizure" ON "deliveries" USING btree ("operation_id","seizure_id") WHERE "deliveries"."seizure_id" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_received" ON "deliveries" USING btree ("operation_id","agency_id","received_at");
--> statement-breakpoint

ALTER TABLE deliveries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON deliveries TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON deliveries TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT ON deliveries TO naga_app;
--> statement-breakpoint

-- Two clocks and whose device it was: for those of the own agency who report and clear. What was done is told by the
-- events of the command, as far as a reader is in their stream.
CREATE POLICY read ON deliveries FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (SELECT current_duty()) IN ('ncp', 'reporter'));
--> statement-breakpoint
CREATE POLICY add ON deliveries FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT person_agency())
  AND person_id = (SELECT current_person()));
