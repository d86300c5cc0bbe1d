CREATE TABLE "narrative_summaries" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"about_version" integer NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "narrative_summaries_operation_id_seizure_id_language_version_pk" PRIMARY KEY("operation_id","seizure_id","language","version"),
	CONSTRAINT "narrative_summaries_version" CHECK ("narrative_summaries"."version" > 1 or ("narrative_summaries"."version" = 1 and "narrative_summaries"."text" <> ''))
);
--> statement-breakpoint
ALTER TABLE "narrative_summaries" ADD CONSTRAINT "narrative_summaries_about" FOREIGN KEY ("operation_id","seizure_id","about_version") REFERENCES "public"."seizures"("operation_id","id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint

ALTER TABLE narrative_summaries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE narrative_summaries FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON narrative_summaries TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON narrative_summaries TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT ON narrative_summaries TO naga_app;
--> statement-breakpoint

-- Whoever reads the case: the policy of that table says who.
CREATE POLICY read ON narrative_summaries FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND EXISTS (SELECT FROM seizures s
    WHERE s.operation_id = narrative_summaries.operation_id AND s.id = narrative_summaries.seizure_id
      AND s.ended_by IS NULL));
--> statement-breakpoint
-- Contact points of its owner, and the coordination unit for a case that it reads; each under their own name.
CREATE POLICY add ON narrative_summaries FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND author_id = (SELECT current_member()) AND (SELECT content_open())
  AND EXISTS (SELECT FROM seizures s
    WHERE s.operation_id = narrative_summaries.operation_id AND s.id = narrative_summaries.seizure_id
      AND s.version = narrative_summaries.about_version
      AND ((SELECT current_duty()) = 'ocu'
        OR ((SELECT current_duty()) = 'ncp' AND s.agency_id = (SELECT current_agency())))));
