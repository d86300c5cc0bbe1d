CREATE TABLE "operation_report_highlight_answers" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"member_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_highlight_answers_key" PRIMARY KEY("operation_id","report_id","seizure_id","version","agency_id","number"),
	CONSTRAINT "operation_report_highlight_answers_answer" CHECK ("operation_report_highlight_answers"."answer" in ('cleared', 'refused', 'taken_back')),
	CONSTRAINT "operation_report_highlight_answers_reason" CHECK (length("operation_report_highlight_answers"."reason") <= 1000 and ("operation_report_highlight_answers"."answer" <> 'refused' or "operation_report_highlight_answers"."reason" <> ''))
);
--> statement-breakpoint
CREATE TABLE "operation_report_highlights" (
	"operation_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"audience" text NOT NULL,
	"author_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "operation_report_highlights_key" PRIMARY KEY("operation_id","report_id","seizure_id","version"),
	CONSTRAINT "operation_report_highlights_words" CHECK ("operation_report_highlights"."version" > 0 and length("operation_report_highlights"."words") <= 1000),
	CONSTRAINT "operation_report_highlights_audience" CHECK ("operation_report_highlights"."audience" in ('restricted', 'participants', 'public'))
);
--> statement-breakpoint
ALTER TABLE "operation_report_editions" ADD COLUMN "highlights" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "operation_report_highlight_answers" ADD CONSTRAINT "operation_report_highlight_answers_words" FOREIGN KEY ("operation_id","report_id","seizure_id","version") REFERENCES "public"."operation_report_highlights"("operation_id","report_id","seizure_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_report_highlights" ADD CONSTRAINT "operation_report_highlights_report" FOREIGN KEY ("operation_id","report_id") REFERENCES "public"."operation_reports"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operation_report_highlight_answers_seizure" ON "operation_report_highlight_answers" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "operation_report_highlights_seizure" ON "operation_report_highlights" USING btree ("operation_id","seizure_id");
--> statement-breakpoint

-- Whether everybody of the second audience is of the first. The domain says the same.
CREATE FUNCTION audience_covers(p_cleared text, p_audience text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT array_position('{restricted,participants,public}'::text[], p_cleared)
    >= array_position('{restricted,participants,public}'::text[], p_audience)
$$;
--> statement-breakpoint
-- Whether a report for this audience may hold a case that is handled so. The domain says the same.
CREATE FUNCTION handling_allows(p_handling text, p_audience text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_audience <> 'public' OR p_handling NOT IN ('H2', 'H3')
$$;
--> statement-breakpoint
-- Messages of one case: what merging and joining holds together, less what was withdrawn. For the functions below alone,
-- which say where names are looked for; so it is carried out as a part of their statements, and not once for each case.
CREATE FUNCTION messages_of_case(p_operation uuid, p_seizure uuid)
RETURNS TABLE (id uuid, agency_id uuid, shared boolean, handling text)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE reach AS (
    SELECT p_seizure AS id
    UNION
    SELECT CASE WHEN d.kept = r.id THEN d.dropped ELSE d.kept END
    FROM reach r JOIN duplicates d
      ON d.operation_id = p_operation AND d.state IN ('merged', 'joined') AND r.id IN (d.kept, d.dropped))
  SELECT f.id, f.agency_id, f.shared, s.handling FROM reach r
  JOIN seizure_facts f ON f.operation_id = p_operation AND f.id = r.id AND f.ended_by IS NULL AND f.state <> 'withdrawn'
  JOIN seizures s ON s.operation_id = p_operation AND s.id = r.id AND s.ended_by IS NULL
$$;
--> statement-breakpoint
-- What stands of the cases chosen for a report, or for all of them: newest words, whose the case is, and what each owner
-- said last of these words. A case stands while it counts and every message of it is shared.
CREATE FUNCTION highlight_rows(p_operation uuid, p_report uuid)
RETURNS TABLE (report_id uuid, seizure_id uuid, version int, words text, audience text, author_id uuid, at timestamptz,
  case_no text, reporter text, day date, shared boolean, stands boolean, handling text, owners uuid[], cleared uuid[],
  answers jsonb)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH newest AS (
    SELECT DISTINCT ON (h.report_id, h.seizure_id) h.* FROM operation_report_highlights h
    WHERE h.operation_id = p_operation AND (p_report IS NULL OR h.report_id = p_report)
    ORDER BY h.report_id, h.seizure_id, h.version DESC)
  SELECT n.report_id, n.seizure_id, n.version, n.words, n.audience, n.author_id, n.at, f.message_no, f.reporter,
    f.occurred_on, f.shared, coalesce(k.open, false) AND f.shared AND f.state IN ('submitted', 'verified'), k.handling,
    coalesce(k.owners, '{}'), a.cleared, a.answers
  FROM newest n
  JOIN seizure_facts f ON f.operation_id = n.operation_id AND f.id = n.seizure_id AND f.ended_by IS NULL
  CROSS JOIN LATERAL (
    SELECT bool_and(c.shared) AS open, array_agg(DISTINCT c.agency_id) AS owners, max(c.handling COLLATE "C") AS handling
    FROM messages_of_case(n.operation_id, n.seizure_id) c) k
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(x.agency_id) FILTER (WHERE x.answer = 'cleared'), '{}') AS cleared,
      coalesce(jsonb_agg(jsonb_build_object('agency', x.agency_id, 'answer', x.answer, 'reason', x.reason,
        'member', x.member_id, 'at', to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY x.agency_id), '[]') AS answers
    FROM (
      SELECT DISTINCT ON (w.agency_id) w.* FROM operation_report_highlight_answers w
      WHERE w.operation_id = n.operation_id AND w.report_id = n.report_id AND w.seizure_id = n.seizure_id
        AND w.version = n.version
      ORDER BY w.agency_id, w.number DESC) x) a
  WHERE n.words <> ''
$$;
--> statement-breakpoint
-- What may stand in a version of a report for this audience: of cases that stand, words that every owner cleared for
-- these readers or for more.
CREATE FUNCTION cleared_highlights(p_operation uuid, p_report uuid, p_audience text) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('seizure', h.seizure_id, 'version', h.version, 'caseNo', h.case_no,
      'reporter', h.reporter, 'day', h.day, 'words', h.words, 'handling', h.handling, 'cleared', (
        SELECT jsonb_agg(jsonb_build_object('agency', g.name, 'at', x ->> 'at') ORDER BY g.name)
        FROM jsonb_array_elements(h.answers) x JOIN agencies g ON g.id = (x ->> 'agency')::uuid
        WHERE g.id = ANY (h.owners))) ORDER BY h.day, h.case_no), '[]')
  FROM highlight_rows(p_operation, p_report) h
  WHERE h.stands AND h.owners <@ h.cleared AND audience_covers(h.audience, p_audience)
    AND handling_allows(h.handling, p_audience)
$$;
--> statement-breakpoint

-- One after the other on one report: whoever clears, takes back, freezes or publishes sees what the one before did.
CREATE FUNCTION take_highlights(p_report uuid) RETURNS void
LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('highlights ' || p_report, 0))
$$;
--> statement-breakpoint
-- Cases chosen for a report, for those who draft: of what is held back or withdrawn not even the words, but to its owner.
CREATE FUNCTION chosen_highlights(p_report uuid)
RETURNS TABLE (seizure_id uuid, version int, words text, audience text, author_id uuid, at timestamptz, case_no text,
  reporter text, day date, stands boolean, handling text, owners uuid[], answers jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  own uuid := own_agency();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT h.seizure_id, h.version, h.words, h.audience, h.author_id, h.at, h.case_no, h.reporter, h.day, h.stands,
      h.handling, h.owners, h.answers
    FROM highlight_rows(current_operation(), p_report) h WHERE h.shared OR own = ANY (h.owners);
END $$;
--> statement-breakpoint
-- How a case that is to be chosen is handled, and whether it may be chosen, for those who draft and see it.
CREATE FUNCTION may_be_highlight(p_seizure uuid) RETURNS TABLE (stands boolean, handling text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT f.state IN ('submitted', 'verified') AND bool_and(c.shared), max(c.handling COLLATE "C")
    FROM seizure_facts f CROSS JOIN LATERAL messages_of_case(f.operation_id, f.id) c
    WHERE f.operation_id = current_operation() AND f.id = p_seizure AND f.ended_by IS NULL AND f.shared
    GROUP BY f.state;
END $$;
--> statement-breakpoint
-- What is asked of a contact point's agency: of reports that are written, with what they are called and for whom they are.
CREATE FUNCTION asked_highlights()
RETURNS TABLE (report_id uuid, title text, kind text, report_audience text, seizure_id uuid, version int, words text,
  audience text, author_id uuid, at timestamptz, case_no text, reporter text, day date, stands boolean, handling text,
  owners uuid[], answers jsonb, published boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR key_scopes() IS NOT NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT h.report_id, r.title, r.kind, r.audience, h.seizure_id, h.version, h.words, h.audience, h.author_id, h.at,
      h.case_no, h.reporter, h.day, h.stands, h.handling, h.owners, h.answers,
      EXISTS (SELECT FROM operation_report_editions e
        WHERE e.operation_id = m.operation_id AND e.report_id = h.report_id AND e.published_at IS NOT NULL
          AND e.highlights @> jsonb_build_array(jsonb_build_object('seizure', h.seizure_id, 'version', h.version)))
    FROM highlight_rows(m.operation_id, NULL) h
    JOIN operation_reports r ON r.operation_id = m.operation_id AND r.id = h.report_id AND r.dropped_at IS NULL
    WHERE m.agency_id = ANY (h.owners);
END $$;
--> statement-breakpoint
-- Whether a message of the case is the own agency's.
CREATE FUNCTION owns_highlight(p_seizure uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM messages_of_case(current_operation(), p_seizure) c WHERE c.agency_id = current_agency())
$$;
--> statement-breakpoint
-- Whether these are the words that stand, of a case that stands.
CREATE FUNCTION highlight_asked(p_report uuid, p_seizure uuid, p_version int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM highlight_rows(current_operation(), p_report) h
    WHERE h.seizure_id = p_seizure AND h.version = p_version AND h.stands)
$$;
--> statement-breakpoint

-- For whom it is asked is for whom the report is.
CREATE FUNCTION aim_highlight() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM take_highlights(NEW.report_id);
  SELECT r.audience INTO NEW.audience FROM operation_reports r
  WHERE r.operation_id = NEW.operation_id AND r.id = NEW.report_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER aim_highlight BEFORE INSERT ON operation_report_highlights FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION aim_highlight();
--> statement-breakpoint
-- Said is what is asked now; what a published version says cannot be called back.
CREATE FUNCTION count_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM take_highlights(NEW.report_id);
  IF NOT highlight_asked(NEW.report_id, NEW.seizure_id, NEW.version) THEN
    RAISE insufficient_privilege USING MESSAGE = 'count_answer: these words are not asked about';
  END IF;
  IF EXISTS (SELECT FROM operation_report_editions e
    WHERE e.operation_id = NEW.operation_id AND e.report_id = NEW.report_id AND e.published_at IS NOT NULL
      AND e.highlights @> jsonb_build_array(jsonb_build_object('seizure', NEW.seizure_id, 'version', NEW.version))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'count_answer: these words are published';
  END IF;
  SELECT coalesce(max(w.number), 0) + 1 INTO NEW.number FROM operation_report_highlight_answers w
  WHERE w.operation_id = NEW.operation_id AND w.report_id = NEW.report_id AND w.seizure_id = NEW.seizure_id
    AND w.version = NEW.version AND w.agency_id = NEW.agency_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_answer BEFORE INSERT ON operation_report_highlight_answers FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION count_answer();
--> statement-breakpoint
-- What a version says of cases is what their owners cleared, and nothing that whoever freezes it says.
CREATE FUNCTION freeze_highlights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM take_highlights(NEW.report_id);
  NEW.highlights := cleared_highlights(NEW.operation_id, NEW.report_id, NEW.audience);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER freeze_highlights BEFORE INSERT ON operation_report_editions FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION freeze_highlights();
--> statement-breakpoint
-- Nothing goes out that was taken back, reworded, held back or withdrawn since it was frozen.
CREATE FUNCTION publish_highlights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM take_highlights(NEW.report_id);
  IF EXISTS (SELECT FROM jsonb_array_elements(OLD.highlights) x
    WHERE NOT cleared_highlights(OLD.operation_id, OLD.report_id, OLD.audience) @> jsonb_build_array(
      jsonb_build_object('seizure', x -> 'seizure', 'version', x -> 'version'))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'publish_highlights: not all of it is cleared any more';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publish_highlights BEFORE UPDATE OF published_at ON operation_report_editions FOR EACH ROW
  WHEN (current_user = 'naga_app' AND OLD.published_at IS NULL) EXECUTE FUNCTION publish_highlights();
--> statement-breakpoint
-- With a case goes what reports were to say of it, what was said of that, and what could prove it: in versions that are
-- frozen and not out, too. What is published is out of reach, like a print.
CREATE FUNCTION forget_highlights() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE commands c SET request_hash = gen_random_bytes(32), outcome = '{}'
  FROM (
    SELECT h.author_id AS member, h.command_id AS command FROM operation_report_highlights h
    WHERE h.operation_id = NEW.operation_id AND h.seizure_id = NEW.seizure_id
    UNION SELECT w.member_id, w.command_id FROM operation_report_highlight_answers w
    WHERE w.operation_id = NEW.operation_id AND w.seizure_id = NEW.seizure_id) said
  JOIN members m ON m.operation_id = NEW.operation_id AND m.id = said.member
  WHERE c.agency_id = m.agency_id AND c.id = said.command;
  DELETE FROM operation_report_highlight_answers w
  WHERE w.operation_id = NEW.operation_id AND w.seizure_id = NEW.seizure_id;
  DELETE FROM operation_report_highlights h WHERE h.operation_id = NEW.operation_id AND h.seizure_id = NEW.seizure_id;
  UPDATE operation_report_editions e SET highlights = (
    SELECT coalesce(jsonb_agg(t.x ORDER BY t.n), '[]') FROM jsonb_array_elements(e.highlights) WITH ORDINALITY AS t(x, n)
    WHERE t.x ->> 'seizure' <> NEW.seizure_id::text)
  WHERE e.operation_id = NEW.operation_id AND e.published_at IS NULL
    AND e.highlights @> jsonb_build_array(jsonb_build_object('seizure', NEW.seizure_id));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_highlights AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION forget_highlights();
--> statement-breakpoint

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['audience_covers(text,text)', 'handling_allows(text,text)', 'messages_of_case(uuid,uuid)',
    'highlight_rows(uuid,uuid)', 'cleared_highlights(uuid,uuid,text)', 'take_highlights(uuid)', 'chosen_highlights(uuid)',
    'may_be_highlight(uuid)', 'asked_highlights()', 'owns_highlight(uuid)', 'highlight_asked(uuid,uuid,int)',
    'aim_highlight()', 'count_answer()', 'freeze_highlights()', 'publish_highlights()',
    'forget_highlights()']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION owns_highlight(uuid) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_highlights(uuid), chosen_highlights(uuid), may_be_highlight(uuid), asked_highlights(),
  highlight_asked(uuid, uuid, int) TO naga_app;
--> statement-breakpoint

-- Read by those who draft, as long as they see that the case is there, and by contact points of its owners; not by machines.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operation_report_highlights', 'operation_report_highlight_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO naga_app', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_read', t);
    EXECUTE format('CREATE POLICY drafts ON %1$I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT drafts_reports()) AND EXISTS (
        SELECT FROM seizure_facts f WHERE f.operation_id = %1$I.operation_id AND f.id = %1$I.seizure_id
          AND f.ended_by IS NULL))', t);
    EXECUTE format('CREATE POLICY asked ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = ''ncp'' AND (SELECT key_scopes()) IS NULL
      AND owns_highlight(seizure_id))', t);
    EXECUTE format('CREATE POLICY no_wall ON %I AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
      USING ((SELECT nullif(on_wall(), true)) IS NOT NULL)', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY choose ON operation_report_highlights FOR INSERT TO naga_app WITH CHECK ((SELECT drafts_reports())
  AND EXISTS (SELECT FROM writing_membership() m
    WHERE m.operation_id = operation_report_highlights.operation_id AND m.id = author_id)
  AND (words = '' OR EXISTS (SELECT FROM seizure_facts f
    WHERE f.operation_id = operation_report_highlights.operation_id AND f.id = seizure_id AND f.ended_by IS NULL
      AND f.shared AND f.state IN ('submitted', 'verified'))));
--> statement-breakpoint
-- An owner puts other words in the place of those that are asked about, and clears them.
CREATE POLICY reword ON operation_report_highlights FOR INSERT TO naga_app WITH CHECK (
  words <> '' AND (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL
  AND EXISTS (SELECT FROM writing_membership() m
    WHERE m.operation_id = operation_report_highlights.operation_id AND m.id = author_id)
  AND owns_highlight(seizure_id) AND highlight_asked(report_id, seizure_id, version - 1));
--> statement-breakpoint
CREATE POLICY add ON operation_report_highlight_answers FOR INSERT TO naga_app WITH CHECK (
  (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL
  AND EXISTS (SELECT FROM writing_membership() m
    WHERE m.operation_id = operation_report_highlight_answers.operation_id AND m.id = member_id
      AND m.agency_id = operation_report_highlight_answers.agency_id)
  AND owns_highlight(seizure_id));
