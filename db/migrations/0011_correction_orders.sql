CREATE TABLE "seizure_orders" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"approver" text NOT NULL,
	CONSTRAINT "seizure_orders_operation_id_seizure_id_version_pk" PRIMARY KEY("operation_id","seizure_id","version")
);
--> statement-breakpoint
ALTER TABLE "seizure_orders" ADD CONSTRAINT "seizure_orders_version" FOREIGN KEY ("operation_id","seizure_id","version") REFERENCES "public"."seizures"("operation_id","id","version") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint

-- On whose word a case was corrected: contact points of its agency write it, they and its unit read it, nobody else.
ALTER TABLE seizure_orders ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE seizure_orders FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON seizure_orders TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON seizure_orders TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT ON seizure_orders TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON seizure_orders FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY add ON seizure_orders FOR INSERT TO naga_app WITH CHECK (EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = seizure_orders.operation_id AND m.agency_id = seizure_orders.agency_id AND m.role = 'ncp'));
