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
--> statement-breakpoint

-- As before; and that the case of a seizure has changed beside its facts is told to those who read it, of what its owner
-- alone sees to the owner: never in a frame that is read for several.
CREATE OR REPLACE FUNCTION told_between(
  p_token text, p_operation uuid, p_stream uuid, p_after bigint, p_up_to bigint, p_with_facts boolean,
  p_shared_only boolean)
RETURNS TABLE (told json, facts json) LANGUAGE plpgsql VOLATILE AS $$
DECLARE touched uuid[];
BEGIN
  IF p_token IS NOT NULL THEN
    PERFORM set_config('naga.token', p_token, true), set_config('naga.operation', p_operation::text, true);
  END IF;
  SELECT coalesce(json_agg(json_build_object(
      'seq', e.seq, 'type', e.type, 'typeVersion', e.type_version,
      'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'agency', e.agency_id,
      'body', CASE e.type
        WHEN 'seizure.erased' THEN CASE WHEN EXISTS (
          SELECT FROM erasures x WHERE x.operation_id = p_operation
            AND x.seizure_id = (b.body::jsonb ->> 'seizure')::uuid AND (x.told OR NOT p_shared_only)) THEN b.body END
        WHEN 'case.touched' THEN CASE WHEN NOT p_shared_only AND EXISTS (
          SELECT FROM seizures s WHERE s.operation_id = p_operation
            AND s.id = (b.body::jsonb ->> 'case')::uuid AND s.ended_by IS NULL
            AND (b.body::jsonb ->> 'own' = 'false' OR s.agency_id = (SELECT own_agency())
              OR s.unit_id = (SELECT own_unit()))) THEN b.body END
        ELSE b.body END
    ) ORDER BY e.seq), '[]'),
    array_agg(DISTINCT (b.body::jsonb ->> 'seizure')::uuid)
  INTO told, touched
  FROM events e LEFT JOIN event_bodies b ON b.event_id = e.id
  WHERE e.stream_id = p_stream AND e.seq > p_after AND e.seq <= p_up_to;
  facts := CASE WHEN p_with_facts AND touched IS NOT NULL THEN facts_of(p_operation, touched, p_shared_only) ELSE '[]' END;
  RETURN NEXT;
END $$;
