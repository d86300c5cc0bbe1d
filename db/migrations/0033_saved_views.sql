CREATE TABLE "saved_views" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"page" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "saved_views_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "saved_views_page" CHECK ("saved_views"."page" in ('map', 'statistics', 'seizures')),
	CONSTRAINT "saved_views_length" CHECK (length("saved_views"."name") between 1 and 80 and octet_length("saved_views"."query") <= 8000 and "saved_views"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "view_cases" (
	"operation_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"waits" boolean NOT NULL,
	"notice_id" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "view_cases_operation_id_view_id_seizure_id_pk" PRIMARY KEY("operation_id","view_id","seizure_id")
);
--> statement-breakpoint
CREATE TABLE "view_notices" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"cases" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"query" text NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "view_notices_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "view_notices_cases" CHECK ("view_notices"."cases" > 0)
);
--> statement-breakpoint
CREATE TABLE "view_watches" (
	"operation_id" uuid NOT NULL,
	"view_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"threshold" integer NOT NULL,
	"days" integer,
	"looked" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "view_watches_operation_id_view_id_pk" PRIMARY KEY("operation_id","view_id"),
	CONSTRAINT "view_watches_threshold" CHECK ("view_watches"."threshold" between 1 and 1000),
	CONSTRAINT "view_watches_days" CHECK ("view_watches"."days" between 1 and 366)
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_member_fk" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_cases" ADD CONSTRAINT "view_cases_watch" FOREIGN KEY ("operation_id","view_id") REFERENCES "public"."view_watches"("operation_id","view_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_notices" ADD CONSTRAINT "view_notices_view_fk" FOREIGN KEY ("operation_id","view_id") REFERENCES "public"."saved_views"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_watches" ADD CONSTRAINT "view_watches_view" FOREIGN KEY ("operation_id","view_id") REFERENCES "public"."saved_views"("operation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_views_member" ON "saved_views" USING btree ("operation_id","member_id");--> statement-breakpoint
CREATE INDEX "saved_views_shared" ON "saved_views" USING btree ("operation_id") WHERE shared;--> statement-breakpoint
CREATE INDEX "view_cases_waiting" ON "view_cases" USING btree ("operation_id","view_id") WHERE waits;--> statement-breakpoint
CREATE INDEX "view_cases_notice" ON "view_cases" USING btree ("operation_id","notice_id") WHERE notice_id is not null;--> statement-breakpoint
CREATE INDEX "view_cases_seizure" ON "view_cases" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "view_notices_member" ON "view_notices" USING btree ("operation_id","member_id","at");--> statement-breakpoint
CREATE INDEX "view_notices_unread" ON "view_notices" USING btree ("operation_id","member_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "view_notices_view" ON "view_notices" USING btree ("operation_id","view_id");
--> statement-breakpoint

-- A view belongs to its maker; a shared one is read by all who read facts. That it is watched, by which cases and what
-- was told of it, is known to its maker alone. Machines have no part in it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['saved_views', 'view_watches', 'view_cases', 'view_notices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('GRANT DELETE ON %I TO naga_app', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL
      AND (member_id = (SELECT current_member())%s))', t, CASE t WHEN 'saved_views' THEN ' OR shared' ELSE '' END);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['saved_views', 'view_watches', 'view_cases'] LOOP
    EXECUTE format('CREATE POLICY take_back ON %1$I FOR DELETE TO naga_app USING ((SELECT reads_facts())
      AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = %1$I.operation_id AND m.id = %1$I.member_id))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['saved_views', 'view_watches'] LOOP
    EXECUTE format('CREATE POLICY change ON %1$I FOR UPDATE TO naga_app USING ((SELECT reads_facts())
      AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = %1$I.operation_id AND m.id = %1$I.member_id))', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT ON saved_views, view_watches, view_cases TO naga_app;
--> statement-breakpoint
GRANT UPDATE (name, query, shared, version, changed_at) ON saved_views TO naga_app;
--> statement-breakpoint
GRANT UPDATE (threshold, days, looked, since) ON view_watches TO naga_app;
--> statement-breakpoint
GRANT UPDATE (read_at) ON view_notices TO naga_app;
--> statement-breakpoint
CREATE POLICY add ON saved_views FOR INSERT TO naga_app WITH CHECK (
  (SELECT reads_facts()) AND (SELECT key_scopes()) IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = saved_views.operation_id AND m.id = saved_views.member_id
      AND m.agency_id = saved_views.agency_id));
--> statement-breakpoint
CREATE POLICY add ON view_watches FOR INSERT TO naga_app WITH CHECK (
  (SELECT reads_facts()) AND EXISTS (
    SELECT FROM writing_membership() m
    JOIN saved_views v ON v.operation_id = m.operation_id AND v.member_id = m.id
    WHERE m.operation_id = view_watches.operation_id AND m.id = view_watches.member_id AND v.id = view_watches.view_id));
--> statement-breakpoint
-- By its maker comes what fitted before; what is told is written by the watch itself.
CREATE POLICY add ON view_cases FOR INSERT TO naga_app WITH CHECK (
  NOT waits AND notice_id IS NULL AND (SELECT reads_facts()) AND EXISTS (
    SELECT FROM writing_membership() m
    JOIN view_watches w ON w.operation_id = m.operation_id AND w.member_id = m.id
    WHERE m.operation_id = view_cases.operation_id AND m.id = view_cases.member_id AND w.view_id = view_cases.view_id));
--> statement-breakpoint
CREATE POLICY note_read ON view_notices FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()));
--> statement-breakpoint
CREATE POLICY dismiss ON view_notices FOR DELETE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()));
--> statement-breakpoint

-- Watches in whose operation something happened to a seizure since they were looked at. For the process alone: no reader is
-- asked.
CREATE FUNCTION due_watches() RETURNS TABLE (operation_id uuid, view_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.operation_id, w.view_id FROM view_watches w
  JOIN streams s ON s.operation_id = w.operation_id AND s.kind = 'operation' AND s.head > w.looked
  WHERE EXISTS (SELECT FROM events e WHERE e.stream_id = s.id AND e.seq > w.looked AND e.type LIKE 'seizure.%')
  ORDER BY w.looked, w.view_id
$$;
--> statement-breakpoint

-- Takes a watch, and lets the rest of the transaction act as its maker: by a session that nobody else ever sees, since the
-- same transaction ends it. Nothing when another one has the watch, or it is gone.
CREATE FUNCTION begin_watch(p_operation uuid, p_view uuid, p_hash bytea, p_proof bytea)
RETURNS TABLE (member_id uuid, threshold int, days int, looked bigint, stream_id uuid, head bigint, query text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  w view_watches;
BEGIN
  IF NOT proven('watch:' || p_view || ':' || encode(p_hash, 'hex'), p_proof) THEN
    RAISE insufficient_privilege USING MESSAGE = 'begin_watch: no proof';
  END IF;
  SELECT * INTO w FROM view_watches v WHERE v.operation_id = p_operation AND v.view_id = p_view FOR UPDATE SKIP LOCKED;
  IF w.view_id IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO tokens (id, hash, kind, person_id, label, expires_at)
    SELECT gen_random_uuid(), p_hash, 'session', m.person_id, 'watch:' || p_view, now() + interval '5 minutes'
    FROM members m WHERE m.operation_id = p_operation AND m.id = w.member_id;
  RETURN QUERY
    SELECT w.member_id, w.threshold, w.days, w.looked, s.id, s.head, v.query
    FROM streams s JOIN saved_views v ON v.operation_id = s.operation_id AND v.id = p_view
    WHERE s.operation_id = p_operation AND s.kind = 'operation';
END $$;
--> statement-breakpoint

-- Ends what `begin_watch` began: how far was looked, which cases wait, and where enough of them do, the notice that tells
-- them, with an event that its reader alone is told of. Notice and event are of the clock, like those of the jobs.
CREATE FUNCTION end_watch(p_operation uuid, p_view uuid, p_hash bytea, p_looked bigint, p_cases uuid[], p_notice uuid,
  p_count int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  w view_watches;
  body text;
  secret bytea := gen_random_bytes(32);
  event uuid := gen_random_uuid();
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  DELETE FROM tokens t WHERE t.hash = p_hash AND t.kind = 'session' AND t.label = 'watch:' || p_view;
  IF NOT FOUND THEN
    RAISE insufficient_privilege USING MESSAGE = 'end_watch: not begun';
  END IF;
  UPDATE view_watches v SET looked = p_looked WHERE v.operation_id = p_operation AND v.view_id = p_view RETURNING * INTO w;
  DELETE FROM view_cases c
    WHERE c.operation_id = p_operation AND c.view_id = p_view AND c.waits AND c.seizure_id <> ALL (p_cases);
  INSERT INTO view_cases (operation_id, view_id, seizure_id, member_id, waits)
    SELECT p_operation, p_view, id, w.member_id, true FROM unnest(p_cases) AS id
    ON CONFLICT DO NOTHING;
  IF p_notice IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO view_notices (operation_id, id, view_id, member_id, cases, first_at, query)
    SELECT p_operation, p_notice, p_view, w.member_id, p_count, min(c.at), v.query
    FROM view_cases c JOIN saved_views v ON v.operation_id = c.operation_id AND v.id = c.view_id
    WHERE c.operation_id = p_operation AND c.view_id = p_view AND c.waits GROUP BY v.query;
  UPDATE view_cases c SET waits = false, notice_id = p_notice
    WHERE c.operation_id = p_operation AND c.view_id = p_view AND c.waits;
  body := json_build_object('member', w.member_id)::text;
  INSERT INTO events (id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, commitment)
    SELECT event, s.id, p_operation, event, 'view.noticed', 1, nobody, nobody,
      hmac(convert_to(body, 'UTF8'), secret, 'sha256')
    FROM streams s WHERE s.operation_id = p_operation AND s.kind = 'operation';
  INSERT INTO event_bodies (event_id, stream_id, body, key)
    SELECT event, s.id, body, secret FROM streams s WHERE s.operation_id = p_operation AND s.kind = 'operation';
END $$;
--> statement-breakpoint

-- What is erased is not among the cases that a watch knows, either; how many were told stays.
CREATE FUNCTION forget_watched() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM view_cases WHERE operation_id = NEW.operation_id AND seizure_id = NEW.id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_watched AFTER UPDATE OF state ON seizure_reports FOR EACH ROW
  WHEN (NEW.state = 'erased' AND OLD.state <> 'erased') EXECUTE FUNCTION forget_watched();
--> statement-breakpoint
REVOKE ALL ON FUNCTION due_watches(), begin_watch(uuid, uuid, bytea, bytea),
  end_watch(uuid, uuid, bytea, bigint, uuid[], uuid, int), forget_watched() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION due_watches(), begin_watch(uuid, uuid, bytea, bytea),
  end_watch(uuid, uuid, bytea, bigint, uuid[], uuid, int) TO naga_app;
--> statement-breakpoint

-- As before, and that somebody was told of a view is told to nobody else: never in a frame that is read for several.
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
        WHEN 'view.noticed' THEN CASE WHEN NOT p_shared_only
          AND b.body::jsonb ->> 'member' = (SELECT current_member())::text THEN b.body END
        ELSE b.body END
    ) ORDER BY e.seq), '[]'),
    array_agg(DISTINCT (b.body::jsonb ->> 'seizure')::uuid)
  INTO told, touched
  FROM events e LEFT JOIN event_bodies b ON b.event_id = e.id
  WHERE e.stream_id = p_stream AND e.seq > p_after AND e.seq <= p_up_to;
  facts := CASE WHEN p_with_facts AND touched IS NOT NULL THEN facts_of(p_operation, touched, p_shared_only) ELSE '[]' END;
  RETURN NEXT;
END $$;
