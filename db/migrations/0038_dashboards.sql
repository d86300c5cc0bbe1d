CREATE TABLE "dashboards" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"panels" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "dashboards_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "dashboards_length" CHECK (length("dashboards"."name") between 1 and 80 and "dashboards"."version" > 0),
	CONSTRAINT "dashboards_panels" CHECK (jsonb_typeof("dashboards"."panels") = 'array' and jsonb_array_length("dashboards"."panels") <= 24
        and octet_length("dashboards"."panels"::text) <= 120000)
);
--> statement-breakpoint
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_member_fk" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dashboards_member" ON "dashboards" USING btree ("operation_id","member_id");--> statement-breakpoint
CREATE INDEX "dashboards_shared" ON "dashboards" USING btree ("operation_id") WHERE shared;
--> statement-breakpoint

-- As with views: a dashboard belongs to its maker, and a shared one is read by all who read facts. Leads and the
-- coordination unit share. Machines have no part in it.
ALTER TABLE dashboards ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dashboards FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON dashboards TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON dashboards TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, DELETE ON dashboards TO naga_app;
--> statement-breakpoint
GRANT UPDATE (name, panels, shared, version, changed_at) ON dashboards TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON dashboards FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL
  AND (member_id = (SELECT current_member()) OR shared));
--> statement-breakpoint
CREATE POLICY add ON dashboards FOR INSERT TO naga_app WITH CHECK (
  (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id
      AND m.agency_id = dashboards.agency_id AND (NOT dashboards.shared OR m.role IN ('lead', 'ocu'))));
--> statement-breakpoint
CREATE POLICY change ON dashboards FOR UPDATE TO naga_app USING ((SELECT reads_facts())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id))
  WITH CHECK (EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id
      AND (NOT dashboards.shared OR m.role IN ('lead', 'ocu'))));
--> statement-breakpoint
CREATE POLICY take_back ON dashboards FOR DELETE TO naga_app USING ((SELECT reads_facts())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = dashboards.operation_id AND m.id = dashboards.member_id));
