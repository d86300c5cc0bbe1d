CREATE TABLE "media_blackouts" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp with time zone,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"commands" uuid[] NOT NULL,
	CONSTRAINT "media_blackouts_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "media_blackouts_said" CHECK ("media_blackouts"."kind" in ('arrest', 'delivery', 'other') and length("media_blackouts"."reason") between 1 and 1000
        and ("media_blackouts"."lifted_by" is null) = ("media_blackouts"."lifted_at" is null))
);
--> statement-breakpoint
CREATE TABLE "media_corrections" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"said_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "media_corrections_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "media_corrections_said" CHECK ("media_corrections"."kind" in ('correction', 'retraction') and length("media_corrections"."words") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "media_known" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"outlet" text NOT NULL,
	"source" text NOT NULL,
	"day" date NOT NULL,
	"said_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"taken_back_at" timestamp with time zone,
	"commands" uuid[] NOT NULL,
	CONSTRAINT "media_known_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "media_known_said" CHECK (length("media_known"."outlet") between 1 and 160 and length("media_known"."source") <= 600)
);
--> statement-breakpoint
CREATE TABLE "media_log" (
	"operation_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"act" text NOT NULL,
	"member_id" uuid,
	"agency_id" uuid,
	"subject" uuid NOT NULL,
	"detail" jsonb NOT NULL,
	CONSTRAINT "media_log_operation_id_id_pk" PRIMARY KEY("operation_id","id")
);
--> statement-breakpoint
CREATE TABLE "media_pictures" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"caption" text NOT NULL,
	"masks" jsonb NOT NULL,
	"view_key" text NOT NULL,
	"thumb_key" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"masked_by" uuid NOT NULL,
	"masked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"cleared_by" uuid,
	"cleared_name" text DEFAULT '' NOT NULL,
	"cleared_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"commands" uuid[] NOT NULL,
	CONSTRAINT "media_pictures_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "media_pictures_hash" CHECK ("media_pictures"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "media_pictures_said" CHECK (length("media_pictures"."caption") between 1 and 300 and length("media_pictures"."note") <= 1000
        and ("media_pictures"."cleared_by" is null) = ("media_pictures"."cleared_at" is null))
);
--> statement-breakpoint
CREATE TABLE "media_releases" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"report_id" uuid,
	"edition" integer,
	"pictures" uuid[] NOT NULL,
	"names" text[],
	"release_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"waiting_since" timestamp with time zone,
	"waits_for" text,
	"released_at" timestamp with time zone,
	"why" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "media_releases_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "media_releases_said" CHECK (length("media_releases"."title") between 1 and 160 and length("media_releases"."words") <= 8000 and length("media_releases"."why") <= 1000
        and ("media_releases"."report_id" is null) = ("media_releases"."edition" is null) and cardinality("media_releases"."pictures") <= 20),
	CONSTRAINT "media_releases_state" CHECK ("media_releases"."state" in ('embargoed', 'released', 'cancelled') and ("media_releases"."state" = 'released') = ("media_releases"."released_at" is not null)
        and ("media_releases"."waiting_since" is null) = ("media_releases"."waits_for" is null) and ("media_releases"."state" <> 'released' or "media_releases"."waiting_since" is null))
);
--> statement-breakpoint
ALTER TABLE "media_corrections" ADD CONSTRAINT "media_corrections_of" FOREIGN KEY ("operation_id","release_id") REFERENCES "public"."media_releases"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_pictures" ADD CONSTRAINT "media_pictures_of" FOREIGN KEY ("operation_id","attachment_id") REFERENCES "public"."attachments"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_releases" ADD CONSTRAINT "media_releases_report" FOREIGN KEY ("operation_id","report_id","edition") REFERENCES "public"."operation_report_editions"("operation_id","report_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_blackouts_seizure" ON "media_blackouts" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "media_blackouts_standing" ON "media_blackouts" USING btree ("operation_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "media_corrections_release" ON "media_corrections" USING btree ("operation_id","release_id","at");--> statement-breakpoint
CREATE INDEX "media_known_seizure" ON "media_known" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "media_log_at" ON "media_log" USING btree ("operation_id","at");--> statement-breakpoint
CREATE INDEX "media_pictures_seizure" ON "media_pictures" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "media_pictures_attachment" ON "media_pictures" USING btree ("operation_id","attachment_id");--> statement-breakpoint
CREATE INDEX "media_pictures_view" ON "media_pictures" USING btree ("view_key");--> statement-breakpoint
CREATE INDEX "media_pictures_thumb" ON "media_pictures" USING btree ("thumb_key");--> statement-breakpoint
CREATE INDEX "media_releases_due" ON "media_releases" USING btree ("release_at") WHERE state = 'embargoed' and waiting_since is null;--> statement-breakpoint
CREATE INDEX "media_releases_edition" ON "media_releases" USING btree ("operation_id","report_id","edition");
--> statement-breakpoint

-- Whether the reader sees all that the desk does: leads and the coordination unit.
CREATE FUNCTION runs_desk() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((current_membership()).role IN ('lead', 'ocu'), false) AND key_scopes() IS NULL
$$;
--> statement-breakpoint
-- The agency whose contact point the reader is: it speaks for the cases of that agency.
CREATE FUNCTION answers_for() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.agency_id FROM current_membership() m WHERE m.role = 'ncp' AND key_scopes() IS NULL
$$;
--> statement-breakpoint
-- One after the other in one operation: whoever releases sees what was marked or taken out before.
CREATE FUNCTION take_media(p_operation uuid) RETURNS void
LANGUAGE sql VOLATILE AS $$ SELECT pg_advisory_xact_lock(hashtextextended('media ' || p_operation, 0)) $$;
--> statement-breakpoint
-- Cases that belong to these: what merging and joining holds together, and what people said belongs together.
CREATE FUNCTION media_reach(p_operation uuid, p_cases uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE reach AS (
    SELECT unnest(p_cases) AS id
    UNION
    SELECT beside.id FROM reach r CROSS JOIN LATERAL (
      SELECT CASE WHEN d.kept = r.id THEN d.dropped ELSE d.kept END AS id FROM duplicates d
      WHERE d.operation_id = p_operation AND d.state IN ('merged', 'joined') AND r.id IN (d.kept, d.dropped)
      UNION ALL
      SELECT CASE WHEN l.one = r.id THEN l.other ELSE l.one END FROM case_links l
      WHERE l.operation_id = p_operation AND r.id IN (l.one, l.other) AND l.answer = 'linked' AND NOT EXISTS (
        SELECT FROM case_links n WHERE n.operation_id = l.operation_id AND n.one = l.one AND n.other = l.other
          AND n.version > l.version)) beside)
  SELECT id FROM reach
$$;
--> statement-breakpoint
-- Marks that stand on these cases or on what belongs to them.
CREATE FUNCTION media_open(p_operation uuid, p_cases uuid[]) RETURNS TABLE (id uuid, seizure_id uuid)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT b.id, b.seizure_id FROM media_blackouts b
  WHERE b.operation_id = p_operation AND b.lifted_at IS NULL AND (b.until IS NULL OR b.until > clock_timestamp())
    AND b.seizure_id IN (SELECT * FROM media_reach(p_operation, p_cases))
$$;
--> statement-breakpoint
-- Cases that a version of a report holds.
CREATE FUNCTION edition_cases(p_operation uuid, p_report uuid, p_edition int) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg((x ->> 'seizure')::uuid), '{}') FROM operation_report_editions e
  CROSS JOIN LATERAL jsonb_array_elements(e.highlights) x
  WHERE e.operation_id = p_operation AND e.report_id = p_report AND e.number = p_edition
$$;
--> statement-breakpoint
-- Cases that a release holds: through its report, and through its pictures.
CREATE FUNCTION release_cases(r media_releases) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT edition_cases(r.operation_id, r.report_id, r.edition) || ARRAY(
    SELECT p.seizure_id FROM media_pictures p WHERE p.operation_id = r.operation_id AND p.id = ANY (r.pictures))
$$;
--> statement-breakpoint
-- Whether a picture may go out: cleared, not taken out again, and its case counts, is shared as a whole, and may leave.
CREATE FUNCTION picture_stands(p_operation uuid, p_picture uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce((
    SELECT p.cleared_at IS NOT NULL AND p.withdrawn_at IS NULL AND f.state IN ('submitted', 'verified')
      AND k.shared AND handling_allows(k.handling, 'public')
    FROM media_pictures p
    JOIN seizure_facts f ON f.operation_id = p.operation_id AND f.id = p.seizure_id AND f.ended_by IS NULL
    CROSS JOIN LATERAL (SELECT bool_and(c.shared) AS shared, max(c.handling COLLATE "C") AS handling
      FROM messages_of_case(p.operation_id, p.seizure_id) c) k
    WHERE p.operation_id = p_operation AND p.id = p_picture), false)
$$;
--> statement-breakpoint
-- Which of these pictures may go out.
CREATE FUNCTION standing_pictures(p_pictures uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM unnest(p_pictures) AS p(id) WHERE picture_stands(current_operation(), p.id)
$$;
--> statement-breakpoint
-- What keeps a release from going out; null: nothing.
CREATE FUNCTION release_hindrance(r media_releases) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN EXISTS (SELECT FROM media_open(r.operation_id, release_cases(r))) THEN 'black'
    WHEN r.report_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM operation_report_editions e
      JOIN operation_reports o ON o.operation_id = e.operation_id AND o.id = e.report_id AND o.dropped_at IS NULL
      WHERE e.operation_id = r.operation_id AND e.report_id = r.report_id AND e.number = r.edition
        AND e.audience = 'public' AND e.published_at IS NOT NULL) THEN 'unpublished'
    WHEN EXISTS (SELECT FROM unnest(r.pictures) AS p(id) WHERE NOT picture_stands(r.operation_id, p.id)) THEN 'picture'
  END
$$;
--> statement-breakpoint
-- Whether a public version is kept from those outside: a release with it has not come, or one of its cases is open.
CREATE FUNCTION waits_for_desk(p_report uuid, p_edition int) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (
      SELECT FROM media_releases r WHERE r.operation_id = current_operation() AND r.report_id = p_report
        AND r.edition = p_edition AND r.state = 'released')
    AND (EXISTS (
      SELECT FROM media_releases r WHERE r.operation_id = current_operation() AND r.report_id = p_report
        AND r.edition = p_edition AND r.state = 'embargoed')
      OR EXISTS (SELECT FROM media_open(current_operation(), edition_cases(current_operation(), p_report, p_edition))))
$$;
--> statement-breakpoint
-- What is in the way of each release that has not gone out, and by which marks: to those who run the desk. Which case a
-- mark is on is read by its own policy.
CREATE FUNCTION desk_hindrances() RETURNS TABLE (release_id uuid, hindrance text, open_cases int, marks uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT runs_desk() THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT r.id, release_hindrance(r), o.cases, o.marks FROM media_releases r
    CROSS JOIN LATERAL (SELECT count(DISTINCT m.seizure_id)::int AS cases, coalesce(array_agg(m.id), '{}') AS marks
      FROM media_open(r.operation_id, release_cases(r)) m) o
    WHERE r.operation_id = current_operation() AND r.state = 'embargoed';
END $$;
--> statement-breakpoint
-- Whether the case is the own agency's to speak for: a message of it is.
CREATE FUNCTION speaks_for(p_seizure uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = current_operation() AND f.id = p_seizure
    AND f.ended_by IS NULL AND f.agency_id = answers_for())
$$;
--> statement-breakpoint
-- The number of a case in what is said: a case gets in through a report or a cleared picture, and in no other way.
CREATE FUNCTION named_case(p_words text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.message_no FROM seizure_facts f
  WHERE f.operation_id = current_operation() AND f.ended_by IS NULL
    AND f.message_no IN (SELECT m[1] FROM regexp_matches(upper(p_words), '[A-Z0-9]+(?:-[A-Z0-9]+)+', 'g') m)
  LIMIT 1
$$;
--> statement-breakpoint

-- A lead plans for a minute that is to come, with what may go out; moves or cancels until it has come. Nobody but the clock
-- releases.
CREATE FUNCTION guard_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.state <> 'embargoed' OR (OLD.waiting_since IS NULL AND OLD.release_at <= clock_timestamp())) THEN
    RAISE insufficient_privilege USING MESSAGE = 'guard_release: its minute has come';
  END IF;
  IF NEW.state = 'released' OR (TG_OP = 'INSERT' AND (NEW.state <> 'embargoed' OR NEW.waiting_since IS NOT NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'guard_release: it is released by the clock';
  END IF;
  IF NEW.state = 'embargoed' AND (TG_OP = 'INSERT' OR NEW.release_at <> OLD.release_at) THEN
    IF NEW.release_at <= clock_timestamp() OR NEW.release_at <> date_trunc('minute', NEW.release_at) THEN
      RAISE insufficient_privilege USING MESSAGE = 'guard_release: a whole minute that is to come';
    END IF;
    NEW.waiting_since := NULL;
    NEW.waits_for := NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM unnest(NEW.pictures) AS p(id) WHERE NOT picture_stands(NEW.operation_id, p.id)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'guard_release: a picture that is not cleared';
    END IF;
    IF NEW.report_id IS NOT NULL AND NOT EXISTS (SELECT FROM operation_report_editions e
      WHERE e.operation_id = NEW.operation_id AND e.report_id = NEW.report_id AND e.number = NEW.edition
        AND e.audience = 'public') THEN
      RAISE insufficient_privilege USING MESSAGE = 'guard_release: not a public report';
    END IF;
    IF named_case(NEW.title || ' ' || NEW.words) IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'guard_release: a case by its number';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_release BEFORE INSERT OR UPDATE ON media_releases FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION guard_release();
--> statement-breakpoint
-- Whoever releases, and whatever asks for it: nothing goes out that something is in the way of, nor before its minute.
CREATE FUNCTION bar_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  hindrance text := release_hindrance(NEW);
BEGIN
  IF hindrance IS NOT NULL OR NEW.release_at > clock_timestamp() THEN
    RAISE insufficient_privilege USING MESSAGE = 'bar_release: ' || coalesce(hindrance, 'before its minute');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER bar_release BEFORE UPDATE ON media_releases FOR EACH ROW
  WHEN (NEW.state = 'released' AND OLD.state <> 'released') EXECUTE FUNCTION bar_release();
--> statement-breakpoint
-- A mark, and a picture that is taken out, come before a release or after it, and never in the middle of one.
CREATE FUNCTION queue_media() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM take_media(NEW.operation_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER queue_media BEFORE INSERT OR UPDATE ON media_blackouts FOR EACH ROW EXECUTE FUNCTION queue_media();
--> statement-breakpoint
CREATE TRIGGER queue_media BEFORE UPDATE ON media_pictures FOR EACH ROW EXECUTE FUNCTION queue_media();
--> statement-breakpoint
-- Cleared once, under the name that its owner's contact point has then, and never changed after that but taken out.
CREATE FUNCTION guard_picture() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.cleared_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL OR NOT EXISTS (SELECT FROM attachments a
      WHERE a.operation_id = NEW.operation_id AND a.id = NEW.attachment_id AND a.seizure_id = NEW.seizure_id
        AND a.agency_id = NEW.agency_id) OR EXISTS (SELECT FROM attachments a
      WHERE NEW.view_key IN (a.view_key, a.thumb_key)) OR EXISTS (SELECT FROM attachment_originals o
      WHERE NEW.view_key = o.key) THEN
      RAISE insufficient_privilege USING MESSAGE = 'guard_picture: not a masked copy of an own picture';
    END IF;
    NEW.cleared_name := '';
    RETURN NEW;
  END IF;
  IF OLD.withdrawn_at IS NOT NULL OR (OLD.cleared_at IS NOT NULL
    AND (NEW.cleared_at, NEW.cleared_by, NEW.note) IS DISTINCT FROM (OLD.cleared_at, OLD.cleared_by, OLD.note)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'guard_picture: cleared or taken out already';
  END IF;
  IF OLD.cleared_by IS NULL AND NEW.cleared_by IS DISTINCT FROM OLD.cleared_by AND NEW.cleared_by <> current_member() THEN
    RAISE insufficient_privilege USING MESSAGE = 'guard_picture: cleared under the own name';
  END IF;
  NEW.cleared_name := CASE WHEN NEW.cleared_by IS NULL THEN '' WHEN OLD.cleared_by IS NOT NULL THEN OLD.cleared_name
    ELSE (SELECT w.name FROM current_membership() m JOIN persons w ON w.id = m.person_id) END;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_picture BEFORE INSERT OR UPDATE ON media_pictures FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION guard_picture();
--> statement-breakpoint
-- Lifted and taken back once.
CREATE FUNCTION guard_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE insufficient_privilege USING MESSAGE = 'guard_ended: it is over already';
END $$;
--> statement-breakpoint
CREATE TRIGGER guard_ended BEFORE UPDATE ON media_blackouts FOR EACH ROW
  WHEN (current_user = 'naga_app' AND OLD.lifted_at IS NOT NULL) EXECUTE FUNCTION guard_ended();
--> statement-breakpoint
CREATE TRIGGER guard_ended BEFORE UPDATE ON media_known FOR EACH ROW
  WHEN (current_user = 'naga_app' AND OLD.taken_back_at IS NOT NULL) EXECUTE FUNCTION guard_ended();
--> statement-breakpoint

-- Every act of the desk, whoever does it and by whatever statement. It names no case, and no reason that an owner gave.
CREATE FUNCTION log_media(p_operation uuid, p_act text, p_agency uuid, p_subject uuid, p_detail jsonb) RETURNS void
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  INSERT INTO media_log (operation_id, act, member_id, agency_id, subject, detail)
  VALUES (p_operation, p_act, current_member(), p_agency, p_subject, jsonb_strip_nulls(p_detail))
$$;
--> statement-breakpoint
CREATE FUNCTION minute_of(p_at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')
$$;
--> statement-breakpoint
CREATE FUNCTION log_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told jsonb := jsonb_build_object('title', NEW.title, 'to', minute_of(NEW.release_at));
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM log_media(NEW.operation_id, 'release.planned', NULL, NEW.id, told);
  ELSIF NEW.state = 'cancelled' AND OLD.state <> 'cancelled' THEN
    PERFORM log_media(NEW.operation_id, 'release.cancelled', NULL, NEW.id, told || jsonb_build_object('why', NEW.why));
  ELSIF NEW.state = 'released' AND OLD.state <> 'released' THEN
    PERFORM log_media(NEW.operation_id, 'release.out', NULL, NEW.id, told);
  ELSIF NEW.waiting_since IS NOT NULL AND OLD.waiting_since IS NULL THEN
    PERFORM log_media(NEW.operation_id, 'release.waits', NULL, NEW.id, told || jsonb_build_object('why', NEW.waits_for));
  ELSIF NEW.release_at <> OLD.release_at THEN
    PERFORM log_media(NEW.operation_id, 'release.moved', NULL, NEW.id,
      told || jsonb_build_object('from', minute_of(OLD.release_at)));
  ELSIF NEW.names IS DISTINCT FROM OLD.names THEN
    PERFORM log_media(NEW.operation_id, 'release.named', NULL, NEW.id,
      jsonb_build_object('title', NEW.title, 'to', array_to_string(NEW.names, ', ')));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_release AFTER INSERT OR UPDATE ON media_releases FOR EACH ROW EXECUTE FUNCTION log_release();
--> statement-breakpoint
CREATE FUNCTION log_correction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM log_media(NEW.operation_id, 'release.' || NEW.kind, NULL, NEW.release_id, jsonb_build_object('why', NEW.words,
    'title', (SELECT r.title FROM media_releases r WHERE r.operation_id = NEW.operation_id AND r.id = NEW.release_id)));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_correction AFTER INSERT ON media_corrections FOR EACH ROW EXECUTE FUNCTION log_correction();
--> statement-breakpoint
CREATE FUNCTION log_picture() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  told jsonb;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM log_media(OLD.operation_id, 'picture.gone', OLD.agency_id, OLD.id, '{}');
    RETURN NULL;
  END IF;
  told := jsonb_build_object('masks', jsonb_array_length(NEW.masks), 'sha256', NEW.sha256);
  IF TG_OP = 'INSERT' THEN
    PERFORM log_media(NEW.operation_id, 'picture.proposed', NEW.agency_id, NEW.id, told);
  ELSIF NEW.cleared_at IS NOT NULL AND OLD.cleared_at IS NULL THEN
    PERFORM log_media(NEW.operation_id, 'picture.cleared', NEW.agency_id, NEW.id, told);
  ELSIF NEW.withdrawn_at IS NOT NULL AND OLD.withdrawn_at IS NULL THEN
    PERFORM log_media(NEW.operation_id, 'picture.withdrawn', NEW.agency_id, NEW.id, told);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_picture AFTER INSERT OR UPDATE OR DELETE ON media_pictures FOR EACH ROW EXECUTE FUNCTION log_picture();
--> statement-breakpoint
CREATE FUNCTION log_mark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM log_media(NEW.operation_id, CASE TG_TABLE_NAME WHEN 'media_known' THEN 'known.said' ELSE 'open.marked' END,
      NEW.agency_id, NEW.id, '{}');
  ELSIF TG_TABLE_NAME = 'media_known' THEN
    PERFORM log_media(NEW.operation_id, 'known.taken_back', NEW.agency_id, NEW.id, '{}');
  ELSE
    PERFORM log_media(NEW.operation_id, 'open.lifted', NEW.agency_id, NEW.id, '{}');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_mark AFTER INSERT OR UPDATE ON media_blackouts FOR EACH ROW EXECUTE FUNCTION log_mark();
--> statement-breakpoint
CREATE TRIGGER log_mark AFTER INSERT OR UPDATE ON media_known FOR EACH ROW EXECUTE FUNCTION log_mark();
--> statement-breakpoint

-- Releases whose minute has come go out, or wait where something is in the way. Called by the job runner; answers the
-- streams that were told. The row as it is after the wait for the others is why two runners release once.
CREATE FUNCTION release_due_media() RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  due record;
  now_ media_releases;
  hindrance text;
  target uuid;
BEGIN
  FOR due IN SELECT r.operation_id, r.id FROM media_releases r
    WHERE r.state = 'embargoed' AND r.waiting_since IS NULL AND r.release_at <= clock_timestamp()
    ORDER BY r.operation_id, r.release_at, r.id
  LOOP
    PERFORM take_media(due.operation_id);
    SELECT r.* INTO now_ FROM media_releases r
    WHERE r.operation_id = due.operation_id AND r.id = due.id AND r.state = 'embargoed' AND r.waiting_since IS NULL
      AND r.release_at <= clock_timestamp()
    FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    hindrance := release_hindrance(now_);
    IF hindrance IS NULL THEN
      UPDATE media_releases SET state = 'released', released_at = clock_timestamp()
      WHERE operation_id = due.operation_id AND id = due.id;
    ELSE
      UPDATE media_releases SET waiting_since = clock_timestamp(), waits_for = hindrance
      WHERE operation_id = due.operation_id AND id = due.id;
    END IF;
    FOR target IN SELECT s.id FROM streams s WHERE s.operation_id = due.operation_id AND s.kind = 'operation' LOOP
      PERFORM note_by_clock(due.operation_id, target, CASE WHEN hindrance IS NULL THEN 'media.released' ELSE 'media.changed' END,
        jsonb_build_object('release', due.id));
      RETURN NEXT target;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint
-- With a case go the marks on it, what was said of it and its pictures, and what could prove them. Also those that are out:
-- a picture is the case's own, and no print.
CREATE FUNCTION forget_media() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE commands c SET request_hash = gen_random_bytes(32), outcome = '{}'
  FROM (
    SELECT b.agency_id AS agency, unnest(b.commands) AS command FROM media_blackouts b
    WHERE b.operation_id = NEW.operation_id AND b.seizure_id = NEW.seizure_id
    UNION SELECT k.agency_id, unnest(k.commands) FROM media_known k
    WHERE k.operation_id = NEW.operation_id AND k.seizure_id = NEW.seizure_id
    UNION SELECT p.agency_id, unnest(p.commands) FROM media_pictures p
    WHERE p.operation_id = NEW.operation_id AND p.seizure_id = NEW.seizure_id) said
  WHERE c.agency_id = said.agency AND c.id = said.command;
  UPDATE media_log l SET detail = l.detail - 'sha256' FROM media_pictures p
  WHERE p.operation_id = NEW.operation_id AND p.seizure_id = NEW.seizure_id AND l.operation_id = p.operation_id
    AND l.subject = p.id;
  DELETE FROM media_blackouts b WHERE b.operation_id = NEW.operation_id AND b.seizure_id = NEW.seizure_id;
  DELETE FROM media_known k WHERE k.operation_id = NEW.operation_id AND k.seizure_id = NEW.seizure_id;
  DELETE FROM media_pictures p WHERE p.operation_id = NEW.operation_id AND p.seizure_id = NEW.seizure_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Before the attachments go, and the pictures with them: afterwards nobody knows which commands they came by.
CREATE TRIGGER forget_media BEFORE INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION forget_media();
--> statement-breakpoint
-- As before; and masked copies are named by their rows.
CREATE OR REPLACE FUNCTION unnamed_files(p_keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k FROM unnest(p_keys) AS k
  WHERE NOT EXISTS (SELECT FROM attachments a WHERE k IN (a.view_key, a.thumb_key))
    AND NOT EXISTS (SELECT FROM attachment_originals o WHERE o.key = k)
    AND NOT EXISTS (SELECT FROM record_packages p WHERE p.file_key = k)
    AND NOT EXISTS (SELECT FROM report_files f WHERE f.file_key = k)
    AND NOT EXISTS (SELECT FROM media_pictures m WHERE k IN (m.view_key, m.thumb_key))
$$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['runs_desk()', 'answers_for()', 'take_media(uuid)', 'media_reach(uuid,uuid[])',
    'media_open(uuid,uuid[])', 'edition_cases(uuid,uuid,int)', 'release_cases(media_releases)',
    'picture_stands(uuid,uuid)', 'standing_pictures(uuid[])', 'release_hindrance(media_releases)', 'waits_for_desk(uuid,int)', 'desk_hindrances()',
    'speaks_for(uuid)', 'named_case(text)', 'guard_release()', 'bar_release()', 'queue_media()', 'guard_picture()',
    'guard_ended()', 'log_media(uuid,text,uuid,uuid,jsonb)', 'minute_of(timestamptz)', 'log_release()',
    'log_correction()', 'log_picture()', 'log_mark()', 'release_due_media()', 'forget_media()']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION runs_desk(), answers_for(), waits_for_desk(uuid, int), speaks_for(uuid) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_media(uuid), standing_pictures(uuid[]), desk_hindrances(), named_case(text), release_due_media() TO naga_app;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['media_releases', 'media_corrections', 'media_pictures', 'media_blackouts', 'media_known',
    'media_log'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('CREATE POLICY no_wall ON %I AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
      USING ((SELECT nullif(on_wall(), true)) IS NOT NULL)', t);
    IF t <> 'media_log' THEN
      EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- Outside stands what is out; inside, what is to come too. What came to nothing is for those who run the desk.
CREATE POLICY read ON media_releases FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND CASE state
    WHEN 'released' THEN (SELECT reads_audience('public'))
    WHEN 'embargoed' THEN (SELECT reads_audience('participants'))
    ELSE (SELECT runs_desk()) END);
--> statement-breakpoint
CREATE POLICY add ON media_releases FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'lead' AND (SELECT key_scopes()) IS NULL
  AND made_by = (SELECT current_member()));
--> statement-breakpoint
CREATE POLICY change ON media_releases FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'lead' AND (SELECT key_scopes()) IS NULL);
--> statement-breakpoint
GRANT UPDATE (release_at, names, state, why) ON media_releases TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON media_corrections FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation())
  AND release_id IN (SELECT r.id FROM media_releases r WHERE r.operation_id = (SELECT current_operation())));
--> statement-breakpoint
CREATE POLICY add ON media_corrections FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'lead' AND (SELECT key_scopes()) IS NULL
  AND said_by = (SELECT current_member()) AND EXISTS (SELECT FROM media_releases r
    WHERE r.operation_id = media_corrections.operation_id AND r.id = release_id AND r.state = 'released'));
--> statement-breakpoint
-- A copy is its owner's; a cleared one is there for those who run the desk, and with a release for its readers, as long as
-- they see its case. What is out is out for all.
CREATE POLICY own ON media_pictures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()));
--> statement-breakpoint
CREATE POLICY read ON media_pictures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND cleared_at IS NOT NULL AND withdrawn_at IS NULL AND (
    id IN (SELECT unnest(r.pictures) FROM media_releases r
      WHERE r.operation_id = (SELECT current_operation()) AND r.state = 'released')
    OR (((SELECT runs_desk()) OR id IN (SELECT unnest(r.pictures) FROM media_releases r
        WHERE r.operation_id = (SELECT current_operation()) AND r.state = 'embargoed'))
      AND EXISTS (SELECT FROM seizure_facts f
        WHERE f.operation_id = media_pictures.operation_id AND f.id = seizure_id AND f.ended_by IS NULL))));
--> statement-breakpoint
CREATE POLICY add ON media_pictures FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for())
  AND masked_by = (SELECT current_member()));
--> statement-breakpoint
CREATE POLICY change ON media_pictures FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()));
--> statement-breakpoint
GRANT UPDATE (cleared_by, cleared_at, note, withdrawn_at, commands) ON media_pictures TO naga_app;
--> statement-breakpoint
CREATE POLICY own ON media_blackouts FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()));
--> statement-breakpoint
-- Others who run the desk read a mark where they see its case.
CREATE POLICY read ON media_blackouts FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT runs_desk()) AND EXISTS (SELECT FROM seizure_facts f
    WHERE f.operation_id = media_blackouts.operation_id AND f.id = seizure_id AND f.ended_by IS NULL));
--> statement-breakpoint
CREATE POLICY add ON media_blackouts FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for())
  AND opened_by = (SELECT current_member()) AND lifted_at IS NULL AND speaks_for(seizure_id));
--> statement-breakpoint
CREATE POLICY change ON media_blackouts FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()))
  WITH CHECK (lifted_by = (SELECT current_member()));
--> statement-breakpoint
GRANT UPDATE (lifted_by, lifted_at, commands) ON media_blackouts TO naga_app;
--> statement-breakpoint
CREATE POLICY own ON media_known FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()));
--> statement-breakpoint
CREATE POLICY read ON media_known FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT reads_audience('participants'))
  AND EXISTS (SELECT FROM seizure_facts f
    WHERE f.operation_id = media_known.operation_id AND f.id = seizure_id AND f.ended_by IS NULL));
--> statement-breakpoint
CREATE POLICY add ON media_known FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for())
  AND said_by = (SELECT current_member()) AND taken_back_at IS NULL AND speaks_for(seizure_id));
--> statement-breakpoint
CREATE POLICY change ON media_known FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT answers_for()));
--> statement-breakpoint
GRANT UPDATE (taken_back_at, commands) ON media_known TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON media_log FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND ((SELECT runs_desk()) OR agency_id = (SELECT answers_for())));
--> statement-breakpoint
-- Whoever is outside reads a public version from its minute on, and not while something about one of its cases is open.
CREATE POLICY after_the_minute ON operation_report_editions AS RESTRICTIVE FOR SELECT TO naga_app, naga_read USING (
  (SELECT current_duty()) IS DISTINCT FROM 'observer' OR NOT waits_for_desk(report_id, number));
