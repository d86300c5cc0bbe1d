CREATE TABLE "attachment_originals" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "attachment_originals_operation_id_id_pk" PRIMARY KEY("operation_id","id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"media_type" text NOT NULL,
	"view_key" text NOT NULL,
	"view_type" text NOT NULL,
	"view_bytes" integer NOT NULL,
	"thumb_key" text,
	"width" integer,
	"height" integer,
	"audience_id" uuid,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "attachments_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "attachments_kind" CHECK ("attachments"."kind" in ('photo', 'xray', 'document'))
);
--> statement-breakpoint
CREATE TABLE "upload_pieces" (
	"operation_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"member_id" uuid NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "upload_pieces_operation_id_upload_id_position_pk" PRIMARY KEY("operation_id","upload_id","position")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"begun_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "uploads_operation_id_id_pk" PRIMARY KEY("operation_id","id")
);
--> statement-breakpoint
ALTER TABLE "attachment_originals" ADD CONSTRAINT "attachment_originals_attachment" FOREIGN KEY ("operation_id","id") REFERENCES "public"."attachments"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_operation_id_audience_id_audiences_operation_id_id_fk" FOREIGN KEY ("operation_id","audience_id") REFERENCES "public"."audiences"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_pieces" ADD CONSTRAINT "upload_pieces_upload" FOREIGN KEY ("operation_id","upload_id") REFERENCES "public"."uploads"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_seizure" ON "attachments" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "uploads_seizure" ON "uploads" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "uploads_last" ON "uploads" USING btree ("last_at");--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachments', 'attachment_originals', 'uploads', 'upload_pieces'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON attachments, attachment_originals, uploads, upload_pieces TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, DELETE ON attachments, attachment_originals, uploads, upload_pieces TO naga_app;
--> statement-breakpoint
GRANT UPDATE (received, last_at) ON uploads TO naga_app;
--> statement-breakpoint

-- Whoever reads the case (the policy of that table says who), unless it is for others; before its release whoever reads
-- the report.
CREATE POLICY read ON attachments FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    ((audience_id IS NULL OR audience_id IN (SELECT my_audiences())
        OR agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit()))
      AND EXISTS (SELECT FROM seizures s
        WHERE s.operation_id = attachments.operation_id AND s.id = attachments.seizure_id AND s.ended_by IS NULL))
    OR EXISTS (SELECT FROM seizure_reports r
        WHERE r.operation_id = attachments.operation_id AND r.id = attachments.seizure_id)));
--> statement-breakpoint
CREATE POLICY add ON attachments FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
  AND author_id = (SELECT current_member())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY remove ON attachments FOR DELETE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint

-- As with names: the owner alone.
CREATE POLICY read ON attachment_originals FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit()))
  AND EXISTS (SELECT FROM attachments a
    WHERE a.operation_id = attachment_originals.operation_id AND a.id = attachment_originals.id));
--> statement-breakpoint
CREATE POLICY add ON attachment_originals FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint

CREATE POLICY own ON uploads TO naga_app USING (
  operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()))
  WITH CHECK (operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member())
    AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
    AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY own ON upload_pieces TO naga_app USING (
  operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()))
  WITH CHECK (operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member())
    AND (SELECT content_open())
    AND EXISTS (SELECT FROM uploads u WHERE u.operation_id = upload_pieces.operation_id AND u.id = upload_pieces.upload_id));
--> statement-breakpoint

-- Files that no row names may be removed: told to the sweeper, which is no reader, key by key and nothing else.
CREATE FUNCTION unnamed_files(p_keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k FROM unnest(p_keys) AS k
  WHERE NOT EXISTS (SELECT FROM attachments a WHERE k IN (a.view_key, a.thumb_key))
    AND NOT EXISTS (SELECT FROM attachment_originals o WHERE o.key = k)
$$;
--> statement-breakpoint
-- What nobody has sent a piece of for so long is given up.
CREATE FUNCTION drop_stale_uploads(p_before timestamptz) RETURNS int
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM uploads WHERE last_at < p_before RETURNING 1) SELECT count(*)::int FROM gone
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION unnamed_files(text[]), drop_stale_uploads(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION unnamed_files(text[]), drop_stale_uploads(timestamptz) TO naga_app;
--> statement-breakpoint

-- With an erased record go its photos and documents, and what is on its way to it.
CREATE FUNCTION erase_attachments() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM attachments a WHERE a.operation_id = NEW.operation_id AND a.seizure_id = NEW.seizure_id;
  DELETE FROM uploads u WHERE u.operation_id = NEW.operation_id AND u.seizure_id = NEW.seizure_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_attachments() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER erase_attachments AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION erase_attachments();
--> statement-breakpoint
CREATE INDEX attachments_view_key ON attachments (view_key);
--> statement-breakpoint
CREATE INDEX attachments_thumb_key ON attachments (thumb_key);
--> statement-breakpoint
CREATE INDEX attachment_originals_key ON attachment_originals (key);
--> statement-breakpoint

-- A photo that somebody opened is a reading like any other.
CREATE OR REPLACE FUNCTION case_readings(p_seizure uuid)
RETURNS TABLE (agency_id uuid, agency text, persons int, first_at timestamptz, last_at timestamptz, kinds text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR NOT (
    EXISTS (SELECT FROM seizures s
      WHERE s.operation_id = m.operation_id AND s.id = p_seizure AND s.agency_id = m.agency_id)
    OR EXISTS (SELECT FROM erasures x
      WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure AND x.agency_id = m.agency_id)) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT a.id, a.name, count(DISTINCT p.id)::int, min(l.at), max(l.at), array_agg(DISTINCT l.action)
    FROM access_log l JOIN persons p ON p.id = l.person_id JOIN agencies a ON a.id = p.agency_id
    WHERE l.operation_id = m.operation_id AND l.subject = p_seizure::text AND l.outcome = 'shown'
      AND l.action IN ('case.read', 'nominal.read', 'case.printed', 'case.exported', 'attachment.read') AND a.id <> m.agency_id
    GROUP BY a.id, a.name ORDER BY min(l.at), a.name;
END $$;
