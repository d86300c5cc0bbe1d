CREATE TABLE "erasure_orders" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"approver" text NOT NULL,
	CONSTRAINT "erasure_orders_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"message_no" text NOT NULL,
	"told" boolean NOT NULL,
	"reason" text NOT NULL,
	"erased_by" uuid NOT NULL,
	"erased_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"frozen_days" date[] NOT NULL,
	CONSTRAINT "erasures_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id")
);
--> statement-breakpoint
ALTER TABLE "seizure_reports" DROP CONSTRAINT "seizure_reports_state";--> statement-breakpoint
ALTER TABLE "erasure_orders" ADD CONSTRAINT "erasure_orders_erasure" FOREIGN KEY ("operation_id","seizure_id") REFERENCES "public"."erasures"("operation_id","seizure_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_bodies_seizure" ON "event_bodies" USING btree ((body::jsonb ->> 'seizure')) WHERE body::jsonb ->> 'seizure' is not null;--> statement-breakpoint
ALTER TABLE "seizure_reports" ADD CONSTRAINT "seizure_reports_state" CHECK ("seizure_reports"."state" in ('draft', 'in_clearance', 'returned', 'released', 'discarded', 'erased'));
--> statement-breakpoint

-- That something was erased: its owner reads it, and whoever counted it before. Written by the function below alone.
ALTER TABLE erasures ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE erasures FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON erasures TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON erasures TO naga_app, naga_read;
--> statement-breakpoint
CREATE POLICY read ON erasures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit()) OR (told AND (SELECT reads_facts()))));
--> statement-breakpoint
-- On whose word: contact points of the owner and its unit, as with corrections.
ALTER TABLE erasure_orders ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE erasure_orders FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON erasure_orders TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON erasure_orders TO naga_app, naga_read;
--> statement-breakpoint
CREATE POLICY read ON erasure_orders FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint

-- Days whose written-down sums count a seizure: some version of it counted at the deadline, and its owner did not hold it
-- back when the sum was written.
CREATE FUNCTION days_counting(p_operation uuid, p_seizure uuid) RETURNS SETOF date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT e.at, e.type FROM event_bodies b
    JOIN events e ON e.id = b.event_id
    JOIN streams s ON s.id = e.stream_id AND s.operation_id = p_operation AND s.kind = 'operation'
    WHERE b.body::jsonb ->> 'seizure' = p_seizure::text
      AND e.type IN ('seizure.released', 'seizure.held', 'seizure.unheld', 'seizure.withdrawn')),
  versions AS MATERIALIZED (
    SELECT f.*, coalesce(begun.at, f.released_at) AS begun_at, ended.at AS ended_at FROM seizure_facts f
    LEFT JOIN events begun ON f.version > 1 AND begun.id = f.begun_by
    LEFT JOIN events ended ON ended.id = f.ended_by
    WHERE f.operation_id = p_operation AND f.id = p_seizure)
  SELECT d.day FROM deadline_sums d
  WHERE d.operation_id = p_operation
    AND EXISTS (SELECT FROM versions v
      WHERE v.begun_at <= d.due_at AND (v.ended_by IS NULL OR v.ended_at > d.due_at)
        AND v.state IN ('submitted', 'verified') AND v.event_kind IN ('seizure', 'controlled_delivery_takedown')
        AND NOT v.outside_window)
    AND (
      -- The sums count what was withdrawn by then as it stood before, held back or not.
      EXISTS (SELECT FROM versions v WHERE v.state = 'withdrawn' AND v.begun_at <= d.frozen_at)
      OR CASE WHEN EXISTS (SELECT FROM told)
        THEN (SELECT t.type <> 'seizure.held' FROM told t WHERE t.at <= d.frozen_at ORDER BY t.at DESC LIMIT 1)
        ELSE (SELECT v.shared FROM versions v WHERE v.ended_by IS NULL) END)
  ORDER BY d.day
$$;
--> statement-breakpoint
-- The same for contact points of its owner, who are about to take it from others.
CREATE FUNCTION frozen_days_of(p_seizure uuid) RETURNS SETOF date
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role = 'ncp' AND EXISTS (SELECT FROM seizure_facts f
      WHERE f.operation_id = m.operation_id AND f.id = p_seizure AND f.agency_id = m.agency_id) THEN
    RETURN QUERY SELECT days_counting(m.operation_id, p_seizure);
  END IF;
END $$;
--> statement-breakpoint

-- Destroys a record of the own agency, released or not: every version of every tier, what was written about it, bodies
-- and keys of its events, and what could be told from the hashes of its commands. What is left: headers, sums that were
-- written down (those of deadlines that have passed are, first of all), who had it open, and a row that says so.
-- Answers 'unknown', 'done' (it was before), 'stale', 'merged' (the merge is undone first) or 'erased'.
CREATE FUNCTION erase_record(p_seizure uuid, p_base int, p_reason text, p_reference text, p_approver text)
RETURNS TABLE (outcome text, unit_id uuid, released boolean, told boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m members := current_membership();
  f seizure_facts;
  r seizure_reports;
  counted date[];
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' THEN
    RAISE insufficient_privilege USING MESSAGE = 'erase_record: not allowed';
  END IF;
  IF EXISTS (SELECT FROM erasures x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure
      AND x.agency_id = m.agency_id) THEN
    RETURN QUERY SELECT 'done', NULL::uuid, NULL::boolean, NULL::boolean;
    RETURN;
  END IF;
  -- In the order of those who agree to a merge, so that the two cannot cross.
  PERFORM FROM duplicates d WHERE d.operation_id = m.operation_id AND p_seizure IN (d.kept, d.dropped) FOR UPDATE;
  -- Whoever waited for another change finds the row ended; the second look finds its successor.
  FOR i IN 1..2 LOOP
    SELECT * INTO f FROM seizure_facts x WHERE x.operation_id = m.operation_id AND x.id = p_seizure
      AND x.agency_id = m.agency_id AND x.ended_by IS NULL FOR UPDATE;
    EXIT WHEN f.id IS NOT NULL;
  END LOOP;
  SELECT * INTO r FROM seizure_reports x WHERE x.operation_id = m.operation_id AND x.id = p_seizure
    AND x.agency_id = m.agency_id FOR UPDATE;
  IF f.id IS NULL AND (r.id IS NULL OR r.state IN ('released', 'erased')) THEN
    RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::boolean, NULL::boolean;
    RETURN;
  END IF;
  IF p_base IS DISTINCT FROM coalesce(f.version, r.version) THEN
    RETURN QUERY SELECT 'stale', NULL::uuid, NULL::boolean, NULL::boolean;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM duplicates d WHERE d.operation_id = m.operation_id AND d.state IN ('merged', 'joined')
      AND p_seizure IN (d.kept, d.dropped)) THEN
    RETURN QUERY SELECT 'merged', NULL::uuid, NULL::boolean, NULL::boolean;
    RETURN;
  END IF;

  unit_id := coalesce(f.unit_id, r.unit_id);
  released := f.id IS NOT NULL;
  told := released AND (f.shared OR EXISTS (
    SELECT FROM event_bodies b JOIN streams s ON s.id = b.stream_id AND s.kind = 'operation'
    WHERE b.body::jsonb ->> 'seizure' = p_seizure::text AND s.operation_id = m.operation_id));
  -- What has been due is written down while it can still be counted.
  INSERT INTO deadline_sums (operation_id, day, due_at, figures)
  SELECT o.id, d.day::date, due.at, sums_known_at(o.id, d.day::date, due.at)
  FROM operations o
  JOIN operation_plans p ON p.operation_id = o.id AND p.ended_by IS NULL,
    generate_series(p.starts_on, p.ends_on, interval '1 day') AS d(day),
    LATERAL (SELECT (d.day::date + p.cut_off::time) AT TIME ZONE p.zone AS at) AS due
  WHERE o.id = m.operation_id AND released AND o.state IN ('active', 'follow_up', 'debrief') AND p.cut_off IS NOT NULL
    AND due.at < clock_timestamp()
    AND NOT EXISTS (SELECT FROM deadline_sums s WHERE s.operation_id = o.id AND s.day = d.day::date)
  ON CONFLICT (operation_id, day) DO NOTHING;
  counted := ARRAY(SELECT days_counting(m.operation_id, p_seizure));

  -- Whoever has the words could still prove by these hashes that they were said.
  UPDATE commands c SET request_hash = gen_random_bytes(32), outcome = '{}'
  FROM events e
  WHERE c.agency_id = e.agency_id AND c.id = e.command_id AND e.id IN (
    SELECT b.event_id FROM event_bodies b WHERE b.body::jsonb ->> 'seizure' = p_seizure::text
    UNION ALL
    SELECT b.event_id FROM duplicates d JOIN streams s ON s.operation_id = d.operation_id
    JOIN event_bodies b ON b.stream_id = s.id AND b.body::jsonb ->> 'duplicate' = d.id::text
    WHERE d.operation_id = m.operation_id AND p_seizure IN (d.kept, d.dropped));
  DELETE FROM event_bodies b WHERE b.body::jsonb ->> 'seizure' = p_seizure::text;
  UPDATE duplicates d SET note = '', closed_note = '',
    state = CASE d.state WHEN 'proposed' THEN 'refused' ELSE d.state END,
    closed_by = CASE d.state WHEN 'proposed' THEN m.id ELSE d.closed_by END,
    closed_at = CASE d.state WHEN 'proposed' THEN clock_timestamp() ELSE d.closed_at END
  WHERE d.operation_id = m.operation_id AND p_seizure IN (d.kept, d.dropped);
  UPDATE watch_handovers h SET sheet = jsonb_set(h.sheet, '{items}', (
      SELECT jsonb_agg(CASE WHEN t.item ->> 'seizure' = p_seizure::text THEN t.item - 'goods' ELSE t.item END ORDER BY t.n)
      FROM jsonb_array_elements(h.sheet -> 'items') WITH ORDINALITY AS t(item, n)))
  WHERE h.operation_id = m.operation_id
    AND h.sheet -> 'items' @> jsonb_build_array(jsonb_build_object('seizure', p_seizure));

  DELETE FROM seizure_fact_items x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM seizure_fact_nodes x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM seizure_fact_codes x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM seizure_facts x WHERE x.operation_id = m.operation_id AND x.id = p_seizure;
  DELETE FROM seizure_orders x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM seizures x WHERE x.operation_id = m.operation_id AND x.id = p_seizure;
  DELETE FROM seizure_audiences x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM seizure_nominal x WHERE x.operation_id = m.operation_id AND x.id = p_seizure;
  DELETE FROM clearances x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM questions x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  DELETE FROM on_behalf x WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  -- The id is never used again: neither by a draft that comes back from a phone, nor by a repeated call.
  INSERT INTO seizure_reports (operation_id, id, agency_id, unit_id, author_id, state, steps)
  VALUES (m.operation_id, p_seizure, m.agency_id, unit_id, m.id, 'erased', 0)
  ON CONFLICT (operation_id, id) DO UPDATE SET state = 'erased', form = NULL, input = NULL, note = '', on_hold = false,
    submitted_at = NULL, cleared_at = NULL, updated_at = clock_timestamp(), version = seizure_reports.version + 1;

  INSERT INTO erasures (operation_id, seizure_id, agency_id, unit_id, message_no, told, reason, erased_by, frozen_days)
  VALUES (m.operation_id, p_seizure, m.agency_id, unit_id, coalesce(f.message_no, ''), told, p_reason, m.id, counted);
  INSERT INTO erasure_orders (operation_id, seizure_id, agency_id, unit_id, reference, approver)
  VALUES (m.operation_id, p_seizure, m.agency_id, unit_id, p_reference, p_approver);
  outcome := 'erased';
  RETURN NEXT;
END $$;
--> statement-breakpoint

-- Who had it before them is known after it was erased, too.
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
      AND l.action IN ('case.read', 'nominal.read', 'case.printed', 'case.exported') AND a.id <> m.agency_id
    GROUP BY a.id, a.name ORDER BY min(l.at), a.name;
END $$;
--> statement-breakpoint

-- As before; and that something was erased which nobody else ever counted is told to its owner alone.
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
      'body', CASE WHEN e.type <> 'seizure.erased' OR EXISTS (
          SELECT FROM erasures x WHERE x.operation_id = p_operation
            AND x.seizure_id = (b.body::jsonb ->> 'seizure')::uuid AND (x.told OR NOT p_shared_only))
        THEN b.body END
    ) ORDER BY e.seq), '[]'),
    array_agg(DISTINCT (b.body::jsonb ->> 'seizure')::uuid)
  INTO told, touched
  FROM events e LEFT JOIN event_bodies b ON b.event_id = e.id
  WHERE e.stream_id = p_stream AND e.seq > p_after AND e.seq <= p_up_to;
  facts := CASE WHEN p_with_facts AND touched IS NOT NULL THEN facts_of(p_operation, touched, p_shared_only) ELSE '[]' END;
  RETURN NEXT;
END $$;
--> statement-breakpoint

-- With which messages a seizure is counted as one case: under which one, and which ones under it. Finds ids only; the
-- caller joins them back through the policies.
CREATE FUNCTION merged_with(p_seizure uuid) RETURNS TABLE (id uuid, kept boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.kept, true FROM duplicates d
  WHERE d.operation_id = current_operation() AND d.state = 'merged' AND d.dropped = p_seizure
  UNION ALL
  SELECT d.dropped, false FROM duplicates d
  WHERE d.operation_id = current_operation() AND d.state = 'merged' AND d.kept = p_seizure
$$;
--> statement-breakpoint

-- Of an agency's seizures, those whose current row of a tier the reader of the moment sees: asked of the very policies
-- of its table.
CREATE FUNCTION tier_visible_of(p_table regclass, p_operation uuid, p_owner uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  rules text;
  visible uuid[];
BEGIN
  SELECT string_agg(format('(%s)', pg_get_expr(polqual, polrelid)), ' OR ') INTO STRICT rules FROM pg_policy
  WHERE polrelid = p_table AND polcmd IN ('r', '*') AND polpermissive AND 'naga_app'::regrole = ANY (polroles);
  EXECUTE format('SELECT array(SELECT id FROM %s WHERE operation_id = $1 AND agency_id = $2 AND ended_by IS NULL AND (%s))',
    p_table, rules) INTO visible USING p_operation, p_owner;
  RETURN visible;
END $$;
--> statement-breakpoint
-- What each member of another agency sees today of the own agency's seizures: for contact points alone, and never of
-- what is not their own to see.
CREATE FUNCTION own_seen_by(p_agency uuid) RETURNS TABLE (role text, facts uuid[], cases uuid[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  asker members := current_membership();
  one members;
  mask text;
BEGIN
  IF asker.role IS DISTINCT FROM 'ncp' OR p_agency = asker.agency_id THEN
    RETURN;
  END IF;
  FOR one IN SELECT m.* FROM members m WHERE m.operation_id = asker.operation_id AND m.agency_id = p_agency LOOP
    mask := mask_of(one.id);
    -- Without a mask the rights that are asked would be the caller's own.
    IF mask IS NULL THEN
      RAISE EXCEPTION 'own_seen_by: the server has no secret';
    END IF;
    PERFORM set_config('naga.mask', mask, true);
    CONTINUE WHEN (current_membership()).id IS NULL;
    role := one.role;
    facts := tier_visible_of('seizure_facts', asker.operation_id, asker.agency_id);
    cases := tier_visible_of('seizures', asker.operation_id, asker.agency_id);
    RETURN NEXT;
  END LOOP;
  PERFORM set_config('naga.mask', '', true);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION days_counting(uuid, uuid), frozen_days_of(uuid), erase_record(uuid, int, text, text, text),
  merged_with(uuid), tier_visible_of(regclass, uuid, uuid), own_seen_by(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION frozen_days_of(uuid), merged_with(uuid), own_seen_by(uuid) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_record(uuid, int, text, text, text) TO naga_app;
