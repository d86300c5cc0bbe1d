CREATE TABLE "presence_hidden" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"member_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "presence_hidden_once" UNIQUE NULLS NOT DISTINCT("operation_id","agency_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "operation_plans" ADD COLUMN "shows_presence" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "presence_hidden" ADD CONSTRAINT "presence_hidden_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence_hidden" ADD CONSTRAINT "presence_hidden_member" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- Who is not shown as being here. Everybody reads the own row and that of the own agency, sets the own, and whoever keeps
-- the watch of an agency sets that of the agency.
ALTER TABLE presence_hidden ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE presence_hidden FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON presence_hidden TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON presence_hidden TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, DELETE ON presence_hidden TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON presence_hidden FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (member_id IS NULL OR member_id = (SELECT current_member())));
--> statement-breakpoint
CREATE POLICY add ON presence_hidden FOR INSERT TO naga_app WITH CHECK (
  made_by = (SELECT current_member()) AND made_at BETWEEN now() AND clock_timestamp() AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = presence_hidden.operation_id AND m.agency_id = presence_hidden.agency_id
      AND (m.id = presence_hidden.member_id OR (presence_hidden.member_id IS NULL AND m.role IN ('lead', 'ocu', 'ncp')))));
--> statement-breakpoint
CREATE POLICY take_back ON presence_hidden FOR DELETE TO naga_app USING (EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = presence_hidden.operation_id AND m.agency_id = presence_hidden.agency_id
    AND (m.id = presence_hidden.member_id OR (presence_hidden.member_id IS NULL AND m.role IN ('lead', 'ocu', 'ncp')))));
