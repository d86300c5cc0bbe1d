CREATE TABLE "webhook_attempts" (
	"delivery_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"ms" integer,
	"status" integer,
	"fault" text,
	CONSTRAINT "webhook_attempts_delivery_id_n_pk" PRIMARY KEY("delivery_id","n")
);
--> statement-breakpoint
CREATE TABLE "webhook_cursors" (
	"webhook_id" uuid NOT NULL,
	"stream_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "webhook_cursors_webhook_id_stream_id_pk" PRIMARY KEY("webhook_id","stream_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" uuid NOT NULL,
	"place" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_deliveries_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"operation_id" uuid,
	"stream_id" uuid,
	"seq" bigint,
	"type" text NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone,
	"next_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_state" CHECK ("webhook_deliveries"."state" in ('waiting', 'delivered', 'withheld', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"operation_id" uuid,
	"label" text NOT NULL,
	"address" text NOT NULL,
	"kinds" text[] NOT NULL,
	"secret_id" uuid NOT NULL,
	"secret_check" "bytea" NOT NULL,
	"previous_id" uuid,
	"previous_until" timestamp with time zone,
	"state" text DEFAULT 'active' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"looked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"due_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_at" timestamp with time zone,
	"last_status" integer,
	"last_fault" text,
	"taken_by" uuid,
	"taken_until" timestamp with time zone,
	CONSTRAINT "webhooks_state" CHECK ("webhooks"."state" in ('active', 'paused', 'ended')),
	CONSTRAINT "webhooks_reason" CHECK ("webhooks"."reason" in ('', 'asked', 'failing', 'rights', 'secret', 'gone', 'key')),
	CONSTRAINT "webhooks_kinds" CHECK (cardinality("webhooks"."kinds") > 0 and "webhooks"."kinds" <@ array['seizure', 'operation', 'agency', 'member'])
);
--> statement-breakpoint
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_delivery_id_webhook_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."webhook_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_cursors" ADD CONSTRAINT "webhook_cursors_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_made_by_persons_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_reader" FOREIGN KEY ("id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_key" FOREIGN KEY ("key_id") REFERENCES "public"."api_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("webhook_id","stream_id","seq");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_log" ON "webhook_deliveries" USING btree ("webhook_id","place");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_waiting" ON "webhook_deliveries" USING btree ("webhook_id","place") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_deliveries_asked" ON "webhook_deliveries" USING btree ("webhook_id","asked_at") WHERE asked_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_ended" ON "webhook_deliveries" USING btree ("ended_at") WHERE state <> 'waiting';--> statement-breakpoint
CREATE INDEX "webhooks_agency" ON "webhooks" USING btree ("agency_id","made_at");--> statement-breakpoint
CREATE INDEX "webhooks_of_key" ON "webhooks" USING btree ("key_id");--> statement-breakpoint
CREATE INDEX "webhooks_active" ON "webhooks" USING btree ("due_at") WHERE state = 'active';
--> statement-breakpoint

-- What an agency is told where: its contact points', and the administrator's, as its keys are; no key reads of it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhooks', 'webhook_cursors', 'webhook_deliveries', 'webhook_attempts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON webhooks, webhook_deliveries, webhook_attempts TO naga_app, naga_read;
--> statement-breakpoint
CREATE POLICY read ON webhooks FOR SELECT TO naga_app, naga_read USING (
  (SELECT key_scopes()) IS NULL AND ((SELECT is_administrator())
    OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency())
        AND (operation_id IS NULL OR operation_id = (SELECT current_operation())))));
--> statement-breakpoint
CREATE POLICY read ON webhook_deliveries FOR SELECT TO naga_app, naga_read USING (
  webhook_id IN (SELECT w.id FROM webhooks w));
--> statement-breakpoint
CREATE POLICY read ON webhook_attempts FOR SELECT TO naga_app, naga_read USING (
  EXISTS (SELECT FROM webhook_deliveries d WHERE d.id = delivery_id));
--> statement-breakpoint

-- As before; the keys by which webhooks are read for are nobody's to renew or end.
CREATE OR REPLACE FUNCTION machine_keys()
RETURNS TABLE (id uuid, person_id uuid, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz,
  prefix text, scopes text[], operation_id uuid, made_by text, renewed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.person_id, t.label, t.created_at, t.used_at, t.expires_at,
    k.prefix, k.scopes, k.operation_id, coalesce(w.name, ''),
    EXISTS (SELECT FROM api_keys later JOIN tokens l ON l.id = later.id
            WHERE later.rotated_from = k.id AND l.revoked_at IS NULL)
  FROM api_keys k JOIN tokens t ON t.id = k.id LEFT JOIN persons w ON w.id = t.created_by
  LEFT JOIN LATERAL current_membership() m ON true
  WHERE t.revoked_at IS NULL AND t.expires_at > now() AND key_scopes() IS NULL
    AND NOT EXISTS (SELECT FROM webhooks h WHERE h.id = k.id)
    AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = k.agency_id
      AND (k.operation_id IS NULL OR k.operation_id = m.operation_id)))
$$;
--> statement-breakpoint

-- A webhook ends with its key, in the same transaction; when the key is renewed it goes on with the new one.
CREATE FUNCTION end_with_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE tokens t SET revoked_at = coalesce(t.revoked_at, NEW.revoked_at), expires_at = NEW.expires_at
  FROM webhooks w WHERE w.key_id = NEW.id AND w.id <> NEW.id AND t.id = w.id;
  UPDATE webhooks SET state = 'ended', reason = 'key', changed_at = clock_timestamp()
  WHERE key_id = NEW.id AND state <> 'ended' AND NEW.revoked_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_with_key AFTER UPDATE OF revoked_at, expires_at ON tokens FOR EACH ROW
  WHEN (NEW.kind = 'key' AND (NEW.revoked_at IS DISTINCT FROM OLD.revoked_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at))
  EXECUTE FUNCTION end_with_key();
--> statement-breakpoint
CREATE FUNCTION go_on_with_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE tokens t SET expires_at = (SELECT n.expires_at FROM tokens n WHERE n.id = NEW.id)
  FROM webhooks w WHERE w.key_id = NEW.rotated_from AND t.id = w.id;
  UPDATE webhooks SET key_id = NEW.id WHERE key_id = NEW.rotated_from;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER go_on_with_key AFTER INSERT ON api_keys FOR EACH ROW WHEN (NEW.rotated_from IS NOT NULL)
  EXECUTE FUNCTION go_on_with_key();
--> statement-breakpoint

-- Made by whoever may make keys, for a key of the agency that follows what happens. It begins with what comes from now on.
-- Answers 'made', or why not.
CREATE FUNCTION make_webhook(p_id uuid, p_hash bytea, p_key uuid, p_label text, p_address text, p_kinds text[],
  p_everywhere boolean, p_secret uuid, p_check bytea)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  k api_keys;
  ends timestamptz;
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR key_scopes() IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'make_webhook: not allowed';
  END IF;
  SELECT a.* INTO k FROM api_keys a JOIN machine_keys() o ON o.id = a.id
  WHERE a.id = p_key AND a.agency_id = m.agency_id;
  IF k.id IS NULL THEN
    RETURN 'unknown';
  ELSIF NOT 'feed.read' = ANY (k.scopes) THEN
    RETURN 'scope';
  ELSIF p_everywhere AND k.operation_id IS NOT NULL THEN
    RETURN 'reach';
  ELSIF (SELECT count(*) FROM webhooks w WHERE w.agency_id = m.agency_id) >= 20 THEN
    RETURN 'many';
  END IF;
  SELECT t.expires_at INTO ends FROM tokens t WHERE t.id = p_key;
  INSERT INTO tokens (id, hash, kind, person_id, label, created_by, expires_at)
  VALUES (p_id, p_hash, 'key', k.machine_id, p_label, current_person(), ends);
  INSERT INTO api_keys (id, agency_id, machine_id, operation_id, prefix, scopes)
  VALUES (p_id, k.agency_id, k.machine_id, CASE WHEN NOT p_everywhere THEN m.operation_id END, '', k.scopes);
  INSERT INTO webhooks (id, agency_id, key_id, operation_id, label, address, kinds, secret_id, secret_check, made_by)
  VALUES (p_id, k.agency_id, p_key, CASE WHEN NOT p_everywhere THEN m.operation_id END, p_label, p_address, p_kinds,
    p_secret, p_check, current_person());
  INSERT INTO webhook_cursors (webhook_id, stream_id, operation_id, seq)
    SELECT p_id, s.id, s.operation_id, s.head FROM streams s
    WHERE s.kind IN ('operation', 'notices') AND s.operation_id IN (
      SELECT o.operation_id FROM members o WHERE o.person_id = k.machine_id AND (p_everywhere OR o.operation_id = m.operation_id));
  RETURN 'made';
END $$;
--> statement-breakpoint
-- Webhooks of the agency, for its contact point; inside the operation those of another one are out of sight.
CREATE FUNCTION my_webhooks() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id FROM webhooks w, current_membership() m
  WHERE key_scopes() IS NULL AND m.role = 'ncp' AND m.agency_id = w.agency_id
    AND (w.operation_id IS NULL OR w.operation_id = m.operation_id)
$$;
--> statement-breakpoint
-- Each answers whether there was one of that kind to change.
CREATE FUNCTION rotate_webhook(p_id uuid, p_secret uuid, p_check bytea, p_overlap_hours int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks SET secret_id = p_secret, secret_check = p_check, changed_at = clock_timestamp(),
    previous_id = CASE WHEN p_overlap_hours > 0 AND reason <> 'secret' THEN secret_id END,
    previous_until = CASE WHEN p_overlap_hours > 0 AND reason <> 'secret' THEN now() + make_interval(hours => p_overlap_hours) END
  WHERE id = p_id AND id IN (SELECT my_webhooks()) AND state <> 'ended';
  RETURN FOUND;
END $$;
--> statement-breakpoint
CREATE FUNCTION pause_webhook(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks SET state = 'paused', reason = 'asked', changed_at = clock_timestamp()
  WHERE id = p_id AND id IN (SELECT my_webhooks()) AND state = 'active';
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Goes on from where it stopped, with all its tries.
CREATE FUNCTION resume_webhook(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks SET state = 'active', reason = '', changed_at = clock_timestamp(), due_at = clock_timestamp()
  WHERE id = p_id AND id IN (SELECT my_webhooks()) AND state = 'paused';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE webhook_deliveries SET tries = 0, next_at = NULL WHERE webhook_id = p_id AND state = 'waiting';
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION drop_webhook(p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM tokens WHERE id = p_id AND id IN (SELECT my_webhooks());
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Asks for a delivery by hand: the one that is named, or with a new id a test. Nothing is told twice at a time.
CREATE FUNCTION ask_delivery(p_id uuid, p_delivery uuid, p_test text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM webhooks w WHERE w.id = p_id AND w.state <> 'ended' AND w.id IN (SELECT my_webhooks())) THEN
    RETURN false;
  END IF;
  IF p_test IS NOT NULL THEN
    INSERT INTO webhook_deliveries (id, webhook_id, type, happened_at, state, asked_at)
    VALUES (p_delivery, p_id, p_test, clock_timestamp(), 'waiting', clock_timestamp());
    RETURN true;
  END IF;
  UPDATE webhook_deliveries SET asked_at = coalesce(asked_at, clock_timestamp())
  WHERE id = p_delivery AND webhook_id = p_id AND state <> 'withheld';
  RETURN FOUND;
END $$;
--> statement-breakpoint

-- A webhook with something to do that no living worker has, taken for half a minute. It says which; its secrets are made
-- from something that is not here.
CREATE FUNCTION take_webhook(p_worker uuid) RETURNS SETOF webhooks
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE webhooks w SET taken_by = p_worker, taken_until = clock_timestamp() + interval '30 seconds'
  WHERE w.id = (
    SELECT c.id FROM webhooks c
    WHERE (c.taken_until IS NULL OR c.taken_until < clock_timestamp()) AND (
      (c.state <> 'ended' AND EXISTS (
        SELECT FROM webhook_deliveries d WHERE d.webhook_id = c.id AND d.asked_at IS NOT NULL))
      OR (c.state = 'active' AND c.due_at <= clock_timestamp() AND (
        c.looked_at < clock_timestamp() - interval '30 seconds'
        OR EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = c.id AND d.state = 'waiting')
        OR EXISTS (SELECT FROM webhook_cursors u JOIN streams s ON s.id = u.stream_id
                   WHERE u.webhook_id = c.id AND s.head <> u.seq))))
    ORDER BY c.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING w.*
$$;
--> statement-breakpoint
-- Renews the hold; false for what another worker has by now, or nobody should send any more.
CREATE FUNCTION hold_webhook(p_worker uuid, p_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhooks SET taken_until = clock_timestamp() + interval '30 seconds'
  WHERE id = p_id AND taken_by = p_worker AND taken_until IS NOT NULL AND state <> 'ended';
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Lets go of it: the next try of what waits first says when it is due again.
CREATE FUNCTION leave_webhook(p_worker uuid, p_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE webhooks w SET taken_until = NULL, due_at = coalesce(
    (SELECT d.next_at FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.seq IS NOT NULL
     ORDER BY d.place LIMIT 1), clock_timestamp())
  WHERE w.id = p_id AND w.taken_by = p_worker
$$;
--> statement-breakpoint
-- How far a stream was looked through. One that was not there before is read from the minute before the last look; a number
-- beyond the last one is of another history, and begins with this one's end.
CREATE FUNCTION webhook_cursor(p_worker uuid, p_id uuid, p_stream uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  s streams;
  w webhooks;
  reached bigint;
BEGIN
  SELECT * INTO w FROM webhooks WHERE id = p_id AND taken_by = p_worker;
  SELECT * INTO s FROM streams WHERE id = p_stream AND kind IN ('operation', 'notices');
  IF w.id IS NULL OR s.id IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT seq INTO reached FROM webhook_cursors WHERE webhook_id = p_id AND stream_id = p_stream;
  IF reached IS NULL THEN
    reached := coalesce((SELECT e.seq FROM events e WHERE e.stream_id = p_stream AND e.seq IS NOT NULL
        AND e.at <= w.looked_at - interval '1 minute' ORDER BY e.seq DESC LIMIT 1), 0);
  END IF;
  reached := least(reached, s.head);
  INSERT INTO webhook_cursors (webhook_id, stream_id, operation_id, seq) VALUES (p_id, p_stream, s.operation_id, reached)
  ON CONFLICT (webhook_id, stream_id) DO UPDATE SET seq = excluded.seq;
  RETURN reached;
END $$;
--> statement-breakpoint
-- Notes what is to be told of a stretch, and that it was looked through: both or none, by one worker once.
CREATE FUNCTION queue_deliveries(p_worker uuid, p_id uuid, p_stream uuid, p_after bigint, p_up_to bigint, p_items jsonb)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE op uuid;
BEGIN
  PERFORM FROM webhooks WHERE id = p_id AND taken_by = p_worker AND state = 'active' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  UPDATE webhook_cursors SET seq = p_up_to WHERE webhook_id = p_id AND stream_id = p_stream AND seq = p_after
  RETURNING operation_id INTO op;
  IF op IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO webhook_deliveries (id, webhook_id, operation_id, stream_id, seq, type, happened_at)
    SELECT i.id, p_id, op, p_stream, i.seq, i.type, i.at
    FROM jsonb_to_recordset(p_items) AS i(id uuid, seq bigint, type text, at timestamptz) ORDER BY i.seq
  ON CONFLICT DO NOTHING;
  RETURN true;
END $$;
--> statement-breakpoint
-- Everything that it follows was looked at; what it follows no more is forgotten.
CREATE FUNCTION webhook_looked(p_worker uuid, p_id uuid, p_streams uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (
    UPDATE webhooks SET looked_at = clock_timestamp() WHERE id = p_id AND taken_by = p_worker RETURNING id)
  DELETE FROM webhook_cursors c USING held h WHERE c.webhook_id = h.id AND NOT c.stream_id = ANY (p_streams)
$$;
--> statement-breakpoint
-- What is to be sent next: first what was asked for by hand, then what waits first, if it is due.
CREATE FUNCTION next_delivery(p_worker uuid, p_id uuid)
RETURNS TABLE (id uuid, operation_id uuid, stream_id uuid, seq bigint, type text, happened_at timestamptz, tries int, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.id, d.operation_id, d.stream_id, d.seq, d.type, d.happened_at, d.tries, d.asked_at IS NOT NULL
  FROM webhooks w JOIN LATERAL (
    (SELECT a.* FROM webhook_deliveries a WHERE a.webhook_id = w.id AND a.asked_at IS NOT NULL ORDER BY a.asked_at LIMIT 1)
    UNION ALL
    (SELECT f.* FROM (
       SELECT l.* FROM webhook_deliveries l WHERE l.webhook_id = w.id AND l.state = 'waiting' AND l.seq IS NOT NULL
       ORDER BY l.place LIMIT 1) f
     WHERE w.state = 'active' AND (f.next_at IS NULL OR f.next_at <= clock_timestamp()))
    LIMIT 1) d ON true
  WHERE w.id = p_id AND w.taken_by = p_worker AND w.state <> 'ended'
$$;
--> statement-breakpoint
-- A call begins; one that was under way when its server went down is noted as that.
CREATE FUNCTION begin_attempt(p_worker uuid, p_id uuid, p_delivery uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE made int;
BEGIN
  IF NOT hold_webhook(p_worker, p_id) THEN
    RETURN NULL;
  END IF;
  UPDATE webhook_attempts SET fault = 'cut', ms = 0 WHERE delivery_id = p_delivery AND ms IS NULL;
  INSERT INTO webhook_attempts (delivery_id, n)
    SELECT d.id, coalesce((SELECT max(a.n) FROM webhook_attempts a WHERE a.delivery_id = d.id), 0) + 1
    FROM webhook_deliveries d WHERE d.id = p_delivery AND d.webhook_id = p_id
  RETURNING n INTO made;
  RETURN made;
END $$;
--> statement-breakpoint
-- How it ended. After the last try the webhook is paused with everything that waits; a receiver that is gone ends it.
CREATE FUNCTION end_attempt(p_worker uuid, p_id uuid, p_delivery uuid, p_n int, p_asked boolean, p_outcome text, p_ms int,
  p_status int, p_fault text, p_wait int, p_last boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE webhook_attempts SET ms = p_ms, status = p_status, fault = p_fault WHERE delivery_id = p_delivery AND n = p_n;
  UPDATE webhooks SET last_at = clock_timestamp(), last_status = p_status, last_fault = p_fault WHERE id = p_id;
  UPDATE webhook_deliveries SET
    state = CASE WHEN p_outcome = 'delivered' THEN 'delivered' WHEN seq IS NULL THEN 'failed' ELSE state END,
    ended_at = CASE WHEN p_outcome = 'delivered' OR seq IS NULL THEN clock_timestamp() ELSE ended_at END,
    tries = CASE WHEN p_outcome = 'failed' AND NOT p_asked THEN tries + 1 ELSE tries END,
    next_at = CASE WHEN p_outcome = 'delivered' THEN NULL
      WHEN p_outcome = 'failed' AND NOT p_asked AND state = 'waiting' THEN clock_timestamp() + make_interval(secs => p_wait) ELSE next_at END,
    asked_at = CASE WHEN p_asked THEN NULL ELSE asked_at END
  WHERE id = p_delivery AND webhook_id = p_id;
  IF p_outcome = 'gone' THEN
    PERFORM stop_webhook(p_worker, p_id, 'gone');
  ELSIF p_outcome = 'failed' AND p_last AND NOT p_asked THEN
    PERFORM stop_webhook(p_worker, p_id, 'failing');
  END IF;
END $$;
--> statement-breakpoint
-- Its reader may not know it any more.
CREATE FUNCTION withhold_delivery(p_worker uuid, p_id uuid, p_delivery uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE webhook_deliveries d SET state = CASE WHEN d.state = 'waiting' THEN 'withheld' ELSE d.state END,
    ended_at = coalesce(d.ended_at, clock_timestamp()), next_at = NULL, asked_at = NULL
  FROM webhooks w WHERE w.id = p_id AND w.taken_by = p_worker AND d.webhook_id = w.id AND d.id = p_delivery
$$;
--> statement-breakpoint
-- 'gone' ends it, and so does a key that opens nothing any more; what may come back pauses it.
CREATE FUNCTION stop_webhook(p_worker uuid, p_id uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE why text := p_reason;
BEGIN
  IF p_reason = 'rights' AND EXISTS (
      SELECT FROM tokens t WHERE t.id = p_id AND (t.revoked_at IS NOT NULL OR t.expires_at <= now())) THEN
    why := 'key';
  END IF;
  UPDATE webhooks SET state = CASE WHEN why IN ('gone', 'key') THEN 'ended' ELSE 'paused' END, reason = why,
    changed_at = clock_timestamp()
  WHERE id = p_id AND taken_by = p_worker AND state <> 'ended' AND (state = 'active' OR why IN ('gone', 'key'));
  UPDATE webhook_deliveries SET asked_at = NULL, state = CASE WHEN seq IS NULL AND state = 'waiting' THEN 'failed' ELSE state END,
    ended_at = CASE WHEN seq IS NULL THEN coalesce(ended_at, clock_timestamp()) ELSE ended_at END
  WHERE webhook_id = p_id AND asked_at IS NOT NULL AND why <> 'failing';
END $$;
--> statement-breakpoint
-- The log goes back thirty days; a part at a time.
CREATE FUNCTION sweep_deliveries() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM webhook_deliveries WHERE id IN (
    SELECT id FROM webhook_deliveries WHERE state <> 'waiting' AND asked_at IS NULL
      AND ended_at < now() - interval '30 days' ORDER BY ended_at LIMIT 5000)
$$;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['make_webhook(uuid,bytea,uuid,text,text,text[],boolean,uuid,bytea)', 'my_webhooks()',
    'rotate_webhook(uuid,uuid,bytea,int)', 'pause_webhook(uuid)', 'resume_webhook(uuid)', 'drop_webhook(uuid)',
    'ask_delivery(uuid,uuid,text)', 'take_webhook(uuid)', 'hold_webhook(uuid,uuid)', 'leave_webhook(uuid,uuid)',
    'webhook_cursor(uuid,uuid,uuid)', 'queue_deliveries(uuid,uuid,uuid,bigint,bigint,jsonb)',
    'webhook_looked(uuid,uuid,uuid[])', 'next_delivery(uuid,uuid)', 'begin_attempt(uuid,uuid,uuid)',
    'end_attempt(uuid,uuid,uuid,int,boolean,text,int,int,text,int,boolean)', 'withhold_delivery(uuid,uuid,uuid)',
    'stop_webhook(uuid,uuid,text)', 'sweep_deliveries()']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO naga_app', f);
  END LOOP;
  REVOKE ALL ON FUNCTION end_with_key(), go_on_with_key() FROM PUBLIC;
END $$;
