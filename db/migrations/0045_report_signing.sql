CREATE TABLE "operation_report_comments" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"section" text NOT NULL,
	"thread_id" uuid NOT NULL,
	"act" text NOT NULL,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_comments_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "operation_report_comments_of" UNIQUE("operation_id","report_id","section","id"),
	CONSTRAINT "operation_report_comments_body" CHECK ("operation_report_comments"."act" in ('said', 'resolved', 'reopened') and ("operation_report_comments"."act" = 'said') = ("operation_report_comments"."body" <> '')
        and length("operation_report_comments"."body") <= 2000 and ("operation_report_comments"."act" = 'said' or "operation_report_comments"."thread_id" <> "operation_report_comments"."id"))
);
--> statement-breakpoint
CREATE TABLE "operation_report_errata" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"section" text NOT NULL,
	"said" text NOT NULL,
	"correct" text NOT NULL,
	"reason" text NOT NULL,
	"withdraws" uuid,
	"author_id" uuid NOT NULL,
	"author" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_errata_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "operation_report_errata_withdrawn" UNIQUE("operation_id","withdraws"),
	CONSTRAINT "operation_report_errata_of" UNIQUE("operation_id","report_id","edition","id"),
	CONSTRAINT "operation_report_errata_words" CHECK (length("operation_report_errata"."reason") between 1 and 1000 and length("operation_report_errata"."said") <= 1000 and length("operation_report_errata"."correct") <= 1000
        and ("operation_report_errata"."withdraws" is not null) = ("operation_report_errata"."said" = '' and "operation_report_errata"."correct" = '' and "operation_report_errata"."section" = ''))
);
--> statement-breakpoint
CREATE TABLE "operation_report_edition_signatures" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"administration_id" uuid NOT NULL,
	"code" text NOT NULL,
	"state" text NOT NULL,
	"sections" text[] NOT NULL,
	"hash" text,
	"signer" text,
	"agency" text,
	"at" timestamp with time zone,
	CONSTRAINT "operation_report_edition_signatures_pk" PRIMARY KEY("operation_id","report_id","edition","administration_id"),
	CONSTRAINT "operation_report_edition_signatures_state" CHECK ("operation_report_edition_signatures"."state" in ('signed', 'earlier', 'refused', 'open') and ("operation_report_edition_signatures"."state" <> 'signed' or "operation_report_edition_signatures"."signer" is not null and "operation_report_edition_signatures"."at" is not null and "operation_report_edition_signatures"."hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "operation_report_requests" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"title" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"lines" jsonb NOT NULL,
	"lines_hash" text NOT NULL,
	"sections" jsonb NOT NULL,
	"hash" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_requests_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "operation_report_requests_exact" UNIQUE("operation_id","id","hash"),
	CONSTRAINT "operation_report_requests_hash" CHECK ("operation_report_requests"."hash" ~ '^[0-9a-f]{64}$' and "operation_report_requests"."lines_hash" ~ '^[0-9a-f]{64}$' and length("operation_report_requests"."title") between 1 and 160)
);
--> statement-breakpoint
CREATE TABLE "operation_report_signatures" (
	"operation_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"hash" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signer" text NOT NULL,
	"agency" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_signatures_operation_id_request_id_pk" PRIMARY KEY("operation_id","request_id"),
	CONSTRAINT "operation_report_signatures_answer" CHECK ("operation_report_signatures"."answer" in ('signed', 'refused')),
	CONSTRAINT "operation_report_signatures_reason" CHECK (("operation_report_signatures"."answer" = 'refused') = ("operation_report_signatures"."reason" <> '') and length("operation_report_signatures"."reason") <= 1000)
);
--> statement-breakpoint
ALTER TABLE "operation_report_comments" ADD CONSTRAINT "operation_report_comments_report_fk" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_comments" ADD CONSTRAINT "operation_report_comments_thread" FOREIGN KEY ("operation_id","report_id","section","thread_id") REFERENCES "public"."operation_report_comments"("operation_id","report_id","section","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_errata" ADD CONSTRAINT "operation_report_errata_edition" FOREIGN KEY ("operation_id","report_id","edition") REFERENCES "public"."operation_report_editions"("operation_id","report_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_errata" ADD CONSTRAINT "operation_report_errata_withdraws" FOREIGN KEY ("operation_id","report_id","edition","withdraws") REFERENCES "public"."operation_report_errata"("operation_id","report_id","edition","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_edition_signatures" ADD CONSTRAINT "operation_report_edition_signatures_edition" FOREIGN KEY ("operation_id","report_id","edition") REFERENCES "public"."operation_report_editions"("operation_id","report_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_requests" ADD CONSTRAINT "operation_report_requests_administration_id_administrations_id_fk" FOREIGN KEY ("administration_id") REFERENCES "public"."administrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_requests" ADD CONSTRAINT "operation_report_requests_report" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_signatures" ADD CONSTRAINT "operation_report_signatures_exact" FOREIGN KEY ("operation_id","request_id","hash") REFERENCES "public"."operation_report_requests"("operation_id","id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_report_comments_report" ON "operation_report_comments" USING btree ("operation_id","report_id","at");--> statement-breakpoint
CREATE INDEX "operation_report_requests_newest" ON "operation_report_requests" USING btree ("operation_id","report_id","administration_id","at");--> statement-breakpoint
CREATE INDEX "operation_report_signatures_newest" ON "operation_report_signatures" USING btree ("operation_id","report_id","administration_id","at");
--> statement-breakpoint

-- The administration that the reader signs for: that of the own agency, for its contact points.
CREATE FUNCTION signs_for() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.administration_id FROM current_membership() m
  JOIN participants p ON p.operation_id = m.operation_id AND p.agency_id = m.agency_id
  WHERE m.role = 'ncp' AND key_scopes() IS NULL
$$;
--> statement-breakpoint
-- Who has not signed is known by name to leads and the coordination unit.
CREATE FUNCTION knows_unsigned() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((current_membership()).role IN ('lead', 'ocu'), false) AND key_scopes() IS NULL
$$;
--> statement-breakpoint
-- How it stands with each administration that was asked. `p_now`: the hashes of the lines of each administration that
-- has any, of having none, and of each section, as figures and words stand. What is asked is the newest request, what holds the newest answer.
CREATE FUNCTION signing_states(p_operation uuid, p_report uuid, p_now jsonb)
RETURNS TABLE (administration_id uuid, code text, state text, moved boolean, asked_anew boolean, sections text[],
  hash text, signer text, agency text, at timestamptz, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT DISTINCT ON (r.administration_id) r.* FROM operation_report_requests r
    WHERE r.operation_id = p_operation AND r.report_id = p_report
    ORDER BY r.administration_id, r.at DESC, r.id DESC),
  answered AS (
    SELECT DISTINCT ON (s.administration_id) s.* FROM operation_report_signatures s
    WHERE s.operation_id = p_operation AND s.report_id = p_report
    ORDER BY s.administration_id, s.at DESC, s.request_id DESC)
  SELECT q.administration_id, a.code,
    CASE WHEN s.answer = 'signed' AND s.hash = q.hash AND now.stands THEN 'signed' WHEN s.answer = 'signed' THEN 'earlier'
      WHEN s.answer = 'refused' AND s.request_id = q.id THEN 'refused' ELSE 'open' END,
    NOT now.stands, s.request_id IS NOT NULL AND s.request_id <> q.id, now.codes, s.hash, s.signer, s.agency, s.at, s.reason
  FROM asked q
  JOIN administrations a ON a.id = q.administration_id
  LEFT JOIN answered s ON s.administration_id = q.administration_id
  CROSS JOIN LATERAL (
    SELECT coalesce(q.lines_hash = coalesce(p_now #>> ARRAY['lines', a.code], p_now ->> 'none'), false)
      AND coalesce(bool_and(coalesce(x ->> 'hash' = p_now #>> ARRAY['sections', x ->> 'code'], false)), true) AS stands,
      coalesce(array_agg(x ->> 'code') FILTER (WHERE x IS NOT NULL), '{}') AS codes
    FROM jsonb_array_elements(q.sections) x) now
$$;
--> statement-breakpoint
-- The same to those who draft; to analysts without the names of those who have not signed.
CREATE FUNCTION report_signings(p_report uuid, p_now jsonb)
RETURNS TABLE (administration_id uuid, code text, state text, moved boolean, asked_anew boolean, sections text[],
  hash text, signer text, agency text, at timestamptz, reason text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  named boolean := knows_unsigned();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT CASE WHEN k.known THEN s.administration_id END, CASE WHEN k.known THEN s.code END, s.state,
      k.known AND s.moved, k.known AND s.asked_anew, CASE WHEN k.known THEN s.sections ELSE '{}' END,
      CASE WHEN k.known THEN s.hash END, CASE WHEN k.known THEN s.signer END, CASE WHEN k.known THEN s.agency END,
      CASE WHEN k.known THEN s.at END, CASE WHEN named THEN s.reason END
    FROM signing_states(current_operation(), p_report, p_now) s
    CROSS JOIN LATERAL (SELECT named OR s.state IN ('signed', 'earlier') AS known) k;
END $$;
--> statement-breakpoint
-- Keeps with a version how it stood with each signature: in the transaction that freezes it, and never after.
CREATE FUNCTION freeze_signatures(p_report uuid, p_edition int, p_now jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM operation_report_editions e
    WHERE e.operation_id = current_operation() AND e.report_id = p_report AND e.number = p_edition
      AND e.frozen_by = current_member() AND e.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a version takes signatures in when it is frozen, and never after' USING ERRCODE = '42501';
  END IF;
  INSERT INTO operation_report_edition_signatures
    (operation_id, report_id, edition, administration_id, code, state, sections, hash, signer, agency, at)
  SELECT current_operation(), p_report, p_edition, s.administration_id, s.code, s.state,
    CASE WHEN s.state = 'signed' THEN s.sections ELSE '{}' END, s.hash, s.signer, s.agency, s.at
  FROM signing_states(current_operation(), p_report, p_now) s;
END $$;
--> statement-breakpoint
-- How many were asked to sign what is in a version, and how many of them have not: numbers, to whoever reads the version.
CREATE FUNCTION unsigned_in(p_report uuid, p_edition int) RETURNS TABLE (asked int, unsigned int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int, count(*) FILTER (WHERE s.state <> 'signed')::int
  FROM operation_report_edition_signatures s
  WHERE s.operation_id = current_operation() AND s.report_id = p_report AND s.edition = p_edition
    AND EXISTS (SELECT FROM operation_report_editions e
      WHERE e.operation_id = s.operation_id AND e.report_id = s.report_id AND e.number = s.edition
        AND (drafts_reports() OR (e.published_at IS NOT NULL AND reads_audience(e.audience))))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION signs_for(), knows_unsigned(), signing_states(uuid, uuid, jsonb), report_signings(uuid, jsonb),
  freeze_signatures(uuid, int, jsonb), unsigned_in(uuid, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION signs_for(), knows_unsigned(), report_signings(uuid, jsonb), unsigned_in(uuid, int)
  TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION freeze_signatures(uuid, int, jsonb) TO naga_app;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operation_report_requests', 'operation_report_signatures',
    'operation_report_edition_signatures', 'operation_report_errata', 'operation_report_comments'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('CREATE POLICY no_wall ON %I AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
      USING ((SELECT nullif(on_wall(), true)) IS NOT NULL)', t);
    IF t <> 'operation_report_edition_signatures' THEN
      EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- What is asked of an administration and what it answered: its own contact points, leads and the coordination unit.
CREATE POLICY read ON operation_report_requests FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation())
  AND ((SELECT knows_unsigned()) OR administration_id = (SELECT signs_for())));
--> statement-breakpoint
CREATE POLICY read ON operation_report_signatures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation())
  AND ((SELECT knows_unsigned()) OR administration_id = (SELECT signs_for())));
--> statement-breakpoint
CREATE POLICY add ON operation_report_requests FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_report_requests.operation_id
    AND m.id = asked_by)
  AND EXISTS (SELECT FROM participants p WHERE p.operation_id = operation_report_requests.operation_id
    AND p.administration_id = operation_report_requests.administration_id AND p.left_at IS NULL));
--> statement-breakpoint
-- Under the own name, for the own administration, and of exactly what it was asked last.
CREATE POLICY add ON operation_report_signatures FOR INSERT TO naga_app WITH CHECK (
  administration_id = (SELECT signs_for())
  AND EXISTS (SELECT FROM writing_membership() m JOIN persons w ON w.id = m.person_id
    JOIN agencies g ON g.id = m.agency_id
    WHERE m.operation_id = operation_report_signatures.operation_id AND m.id = signed_by AND w.name = signer
      AND g.name = agency)
  AND EXISTS (SELECT FROM operation_report_requests r
    WHERE r.operation_id = operation_report_signatures.operation_id AND r.id = request_id
      AND r.report_id = operation_report_signatures.report_id AND r.hash = operation_report_signatures.hash
      AND r.administration_id = operation_report_signatures.administration_id
      AND NOT EXISTS (SELECT FROM operation_report_requests newer
        WHERE newer.operation_id = r.operation_id AND newer.report_id = r.report_id
          AND newer.administration_id = r.administration_id AND (newer.at, newer.id) > (r.at, r.id))));
--> statement-breakpoint
CREATE POLICY named ON operation_report_edition_signatures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT knows_unsigned()));
--> statement-breakpoint
-- Who has signed is read with the version; that one has not, by oneself.
CREATE POLICY read ON operation_report_edition_signatures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (state = 'signed' OR administration_id = (SELECT signs_for()))
  AND (report_id, edition) IN (SELECT e.report_id, e.number FROM operation_report_editions e
    WHERE e.operation_id = (SELECT current_operation())));
--> statement-breakpoint

-- Errata are read with the version they are about. They are added to what is published, also after the operation is closed.
CREATE POLICY read ON operation_report_errata FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation())
  AND (report_id, edition) IN (SELECT e.report_id, e.number FROM operation_report_editions e
    WHERE e.operation_id = (SELECT current_operation())));
--> statement-breakpoint
CREATE POLICY add ON operation_report_errata FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM current_membership() m JOIN persons w ON w.id = m.person_id
    WHERE m.operation_id = operation_report_errata.operation_id AND m.id = author_id AND w.name = author)
  AND EXISTS (SELECT FROM operation_report_editions e WHERE e.operation_id = operation_report_errata.operation_id
    AND e.report_id = operation_report_errata.report_id AND e.number = edition AND e.published_at IS NOT NULL));
--> statement-breakpoint

CREATE POLICY read ON operation_report_comments FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT drafts_reports()));
--> statement-breakpoint
CREATE POLICY add ON operation_report_comments FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = operation_report_comments.operation_id
    AND m.id = author_id));
