CREATE TABLE "operation_report_editions" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"from_day" date,
	"to_day" date,
	"texts" jsonb NOT NULL,
	"results" jsonb NOT NULL,
	"hash" text NOT NULL,
	"rules" text[] NOT NULL,
	"seq" bigint NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "operation_report_editions_operation_id_report_id_number_pk" PRIMARY KEY("operation_id","report_id","number"),
	CONSTRAINT "operation_report_editions_hash" CHECK ("operation_report_editions"."number" > 0 and "operation_report_editions"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "operation_report_editions_published_by" CHECK (("operation_report_editions"."published_by" is null) = ("operation_report_editions"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "operation_report_reckonings" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"results" jsonb NOT NULL,
	"hash" text NOT NULL,
	"rules" text[] NOT NULL,
	"seq" bigint NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"reckoned_by" uuid NOT NULL,
	CONSTRAINT "operation_report_reckonings_operation_id_report_id_number_pk" PRIMARY KEY("operation_id","report_id","number"),
	CONSTRAINT "operation_report_reckonings_hash" CHECK ("operation_report_reckonings"."number" > 0 and "operation_report_reckonings"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "operation_report_texts" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"section" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_texts_operation_id_report_id_section_version_pk" PRIMARY KEY("operation_id","report_id","section","version"),
	CONSTRAINT "operation_report_texts_version" CHECK ("operation_report_texts"."version" > 0 and length("operation_report_texts"."section") <= 40)
);
--> statement-breakpoint
CREATE TABLE "operation_reports" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"from_day" date,
	"to_day" date,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "operation_reports_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "operation_reports_kind" CHECK ("operation_reports"."kind" in ('end_of_operation', 'situation')),
	CONSTRAINT "operation_reports_audience" CHECK ("operation_reports"."audience" in ('restricted', 'participants', 'public')),
	CONSTRAINT "operation_reports_title" CHECK (length("operation_reports"."title") between 1 and 160),
	CONSTRAINT "operation_reports_days" CHECK (("operation_reports"."kind" = 'situation') = ("operation_reports"."from_day" is not null and "operation_reports"."to_day" is not null) and "operation_reports"."from_day" <= "operation_reports"."to_day")
);
--> statement-breakpoint
ALTER TABLE "operation_report_editions" ADD CONSTRAINT "operation_report_editions_report" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_reckonings" ADD CONSTRAINT "operation_report_reckonings_report" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_texts" ADD CONSTRAINT "operation_report_texts_report" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_report_editions_published" ON "operation_report_editions" USING btree ("operation_id","published_at") WHERE published_at is not null;--> statement-breakpoint

-- Reports on the operation are drafted by those who lead and analyse; what is published is read by those it is for.
CREATE FUNCTION drafts_reports() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (current_membership()).role IN ('lead', 'ocu', 'analyst') AND key_scopes() IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION reads_audience(p_audience text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT key_scopes() IS NULL AND CASE p_audience
    WHEN 'restricted' THEN (current_membership()).role IN ('lead', 'ocu', 'analyst')
    WHEN 'participants' THEN (current_membership()).role IN ('lead', 'ocu', 'analyst', 'ncp', 'reporter', 'partner')
    ELSE (current_membership()).role IS NOT NULL END
$$;
--> statement-breakpoint

-- How many administrations reported cases, tallies alone, or neither, in a span of days: numbers, to whoever drafts. Of the
-- whole operation cases count whose day is not known, too.
CREATE FUNCTION report_participation(p_whole boolean, p_from date, p_to date, p_at timestamptz)
RETURNS TABLE (administrations int, reporting int, nil_only int, silent int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH part AS (
      SELECT DISTINCT a.id, a.code FROM participants p JOIN administrations a ON a.id = p.administration_id
      WHERE p.operation_id = op AND p.left_at IS NULL AND a.kind <> 'organisation'),
    seized AS (
      SELECT DISTINCT f.reporter FROM seizure_facts f
      WHERE f.operation_id = op AND f.ended_by IS NULL AND f.shared AND f.state IN ('submitted', 'verified')
        AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND NOT f.outside_window
        AND (p_whole OR f.operational_day BETWEEN p_from AND p_to)),
    said AS (
      SELECT DISTINCT p.administration_id AS id
      FROM tally_marks(op, p_from, p_to, p_at) k
      JOIN participants p ON p.operation_id = op AND p.agency_id = k.agency_id
      WHERE k.mark IN ('reported', 'nil', 'late')),
    stood AS (
      SELECT z.reporter IS NOT NULL AS seized, s.id IS NOT NULL AS said
      FROM part LEFT JOIN seized z ON z.reporter = part.code LEFT JOIN said s ON s.id = part.id)
    SELECT count(*)::int, count(*) FILTER (WHERE stood.seized)::int,
      count(*) FILTER (WHERE NOT stood.seized AND stood.said)::int,
      count(*) FILTER (WHERE NOT stood.seized AND NOT stood.said)::int FROM stood;
END $$;
--> statement-breakpoint

-- How many cases have a photo: a number, to whoever drafts and may not open the photos. Of a joint case the message that
-- stands for it is looked at.
CREATE FUNCTION report_photos(p_whole boolean, p_from date, p_to date) RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN NULL;
  END IF;
  RETURN (
    SELECT count(*) FROM (
      SELECT DISTINCT ON (coalesce(f.joint, f.id)) f.id FROM seizure_facts f
      WHERE f.operation_id = op AND f.ended_by IS NULL AND f.shared AND f.state IN ('submitted', 'verified')
        AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND NOT f.outside_window
        AND (p_whole OR f.operational_day BETWEEN p_from AND p_to)
      ORDER BY coalesce(f.joint, f.id), f.joint_place, f.id) one
    WHERE EXISTS (SELECT FROM attachments a WHERE a.operation_id = op AND a.seizure_id = one.id AND a.kind = 'photo'));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION drafts_reports(), reads_audience(text), report_participation(boolean, date, date, timestamptz),
  report_photos(boolean, date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION drafts_reports(), reads_audience(text), report_participation(boolean, date, date, timestamptz),
  report_photos(boolean, date, date) TO naga_app, naga_read;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operation_reports', 'operation_report_texts', 'operation_report_reckonings',
    'operation_report_editions'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO naga_app', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_read', t);
    EXECUTE format('CREATE POLICY drafts ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT drafts_reports()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- One policy for each audience, so that PostgreSQL asks once who reads and not once for each row.
CREATE POLICY published ON operation_report_editions FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND published_at IS NOT NULL AND CASE audience
    WHEN 'restricted' THEN (SELECT reads_audience('restricted'))
    WHEN 'participants' THEN (SELECT reads_audience('participants'))
    ELSE (SELECT reads_audience('public')) END);
--> statement-breakpoint
GRANT UPDATE (title, audience, dropped_at) ON operation_reports TO naga_app;
--> statement-breakpoint
GRANT UPDATE (published_by, published_at) ON operation_report_editions TO naga_app;
--> statement-breakpoint
CREATE POLICY add ON operation_reports FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_reports.operation_id AND m.id = begun_by));
--> statement-breakpoint
CREATE POLICY change ON operation_reports FOR UPDATE TO naga_app USING ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_reports.operation_id));
--> statement-breakpoint
CREATE POLICY add ON operation_report_texts FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_report_texts.operation_id
    AND m.id = author_id));
--> statement-breakpoint
CREATE POLICY add ON operation_report_reckonings FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_report_reckonings.operation_id
    AND m.id = reckoned_by));
--> statement-breakpoint
-- Frozen is what stands in the draft: no figure comes in here that was not counted there.
CREATE POLICY add ON operation_report_editions FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND published_by IS NULL
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_report_editions.operation_id
    AND m.id = frozen_by)
  AND EXISTS (SELECT FROM operation_report_reckonings r WHERE r.operation_id = operation_report_editions.operation_id
    AND r.report_id = operation_report_editions.report_id AND r.hash = operation_report_editions.hash
    AND r.results = operation_report_editions.results AND r.seq = operation_report_editions.seq
    AND r.as_of = operation_report_editions.as_of));
--> statement-breakpoint
-- A lead publishes, once: what is out cannot be called back.
CREATE POLICY publish ON operation_report_editions FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND published_at IS NULL AND (SELECT current_duty()) = 'lead'
  AND (SELECT key_scopes()) IS NULL)
  WITH CHECK (published_at IS NOT NULL AND EXISTS (SELECT FROM writing_membership() m
    WHERE m.operation_id = operation_report_editions.operation_id AND m.id = published_by AND m.role = 'lead'));
