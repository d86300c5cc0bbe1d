-- Who may read and write what, enforced by PostgreSQL itself. app/domain/access.ts is the first line; this is the second.
-- Identity is an opaque token, resolved by definer functions: a setting can be changed by injected SQL, a token not guessed.

-- Server secret, known to the owner and (through its environment) to the application: functions that begin a session
-- want a proof made with it, so that a statement smuggled into a query cannot sign in as somebody.
CREATE TABLE "server_secret" ("only" boolean PRIMARY KEY DEFAULT true CHECK ("only"), "secret" bytea NOT NULL);
--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO naga_app, naga_read;
--> statement-breakpoint

CREATE FUNCTION proven(p_subject text, p_proof bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM server_secret WHERE p_proof = hmac(convert_to(p_subject, 'UTF8'), secret, 'sha256'))
$$;
--> statement-breakpoint

CREATE FUNCTION current_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM tokens t JOIN persons p ON p.id = t.person_id
  WHERE t.hash = sha256(convert_to(coalesce(current_setting('naga.token', true), ''), 'UTF8'))
    AND t.kind IN ('session', 'key') AND t.revoked_at IS NULL AND t.expires_at > now()
    AND (t.kind = 'key' OR t.used_at > now() - interval '12 hours')
    AND p.state = 'active'
$$;
--> statement-breakpoint

CREATE FUNCTION current_membership() RETURNS members
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.* FROM members m
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.person_id = current_person()
    AND m.operation_id = nullif(current_setting('naga.operation', true), '')::uuid
    AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity')
$$;
--> statement-breakpoint

CREATE FUNCTION current_operation() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (current_membership()).operation_id $$;
--> statement-breakpoint
CREATE FUNCTION current_member() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (current_membership()).id $$;
--> statement-breakpoint
CREATE FUNCTION current_agency() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (current_membership()).agency_id $$;
--> statement-breakpoint
CREATE FUNCTION current_duty() RETURNS text LANGUAGE sql STABLE AS $$ SELECT (current_membership()).role $$;
--> statement-breakpoint

-- The agency whose whole records the reader sees; null for reporters, partners and observers.
CREATE FUNCTION own_agency() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.agency_id FROM current_membership() m WHERE m.role IN ('lead', 'ocu', 'ncp', 'analyst')
$$;
--> statement-breakpoint
-- The unit whose records a reporter sees; null for everybody else.
CREATE FUNCTION own_unit() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT m.unit_id FROM current_membership() m WHERE m.role = 'reporter'
$$;
--> statement-breakpoint
CREATE FUNCTION reads_facts() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM current_membership() m
    JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
    WHERE m.role IN ('lead', 'ocu', 'ncp', 'analyst', 'partner') OR (m.role = 'reporter' AND o.reporters_read_facts))
$$;
--> statement-breakpoint
-- A closed operation refuses changes of content.
CREATE FUNCTION content_open() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM operations WHERE id = current_operation() AND state <> 'closed')
$$;
--> statement-breakpoint
CREATE FUNCTION is_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM persons WHERE id = current_person() AND administrator)
$$;
--> statement-breakpoint
CREATE FUNCTION person_agency() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT agency_id FROM persons WHERE id = current_person()
$$;
--> statement-breakpoint

-- Operations in which the person takes part now, whatever operation the transaction has chosen.
CREATE FUNCTION my_operations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.operation_id FROM members m
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operation_plans o ON o.operation_id = m.operation_id AND o.ended_by IS NULL
  WHERE m.person_id = current_person() AND m.state = 'active'
    AND (now() AT TIME ZONE o.zone)::date BETWEEN m.from_day AND coalesce(m.to_day, 'infinity')
$$;
--> statement-breakpoint

-- Lists of readers that include the reader. Agencies read through the roles that read cases; a named member by name.
CREATE FUNCTION my_audiences() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.audience_id FROM current_membership() m
  JOIN audience_readers r ON r.operation_id = m.operation_id
   AND (r.reader_id = m.id OR (r.reader_id = m.agency_id AND m.role IN ('lead', 'ocu', 'ncp', 'analyst', 'partner')))
$$;
--> statement-breakpoint

CREATE FUNCTION my_streams() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id FROM current_membership() m JOIN streams s ON s.operation_id = m.operation_id
  WHERE s.kind = 'notices'
     OR (s.kind = 'operation' AND reads_facts())
     OR (s.kind = 'desk' AND m.role = 'ocu')
     OR (s.kind = 'unit' AND m.role = 'ncp' AND s.agency_id = m.agency_id)
     OR (s.kind = 'unit' AND m.role = 'reporter' AND s.unit_id = m.unit_id)
$$;
--> statement-breakpoint
-- Streams in which a change by this member may be noted.
CREATE FUNCTION writable_streams() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id FROM current_membership() m JOIN streams s ON s.operation_id = m.operation_id
  WHERE s.kind IN ('operation', 'notices', 'desk') OR s.agency_id = m.agency_id OR m.role = 'ocu'
$$;
--> statement-breakpoint
CREATE FUNCTION operation_persons() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.person_id FROM current_membership() m JOIN members o ON o.operation_id = m.operation_id
$$;
--> statement-breakpoint

-- Begins a transaction as the holder of the token: sets both settings and answers who that is, where, and what time it is.
CREATE FUNCTION begin_as(p_token text, p_operation uuid)
RETURNS TABLE (
  at timestamptz, person_id uuid, person_agency_id uuid, person_unit_id uuid, administrator boolean, may_open boolean,
  member_id uuid, agency_id uuid, unit_id uuid, administration_id uuid, role text, administration_code text,
  clearance_steps int, operation_state text, operation_code text, zone text, starts_on date, ends_on date,
  late_limit_hours int, joining text, reads_facts boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('naga.token', p_token, true), set_config('naga.operation', coalesce(p_operation::text, ''), true);
  RETURN QUERY
    SELECT clock_timestamp(), p.id, p.agency_id, p.unit_id, p.administrator, p.may_open,
           m.id, m.agency_id, m.unit_id, a.administration_id, m.role, d.code,
           a.clearance_steps, o.state, o.code, n.zone, n.starts_on, n.ends_on,
           n.late_limit_hours, n.joining,
           m.role IN ('lead', 'ocu', 'ncp', 'analyst', 'partner') OR (m.role = 'reporter' AND n.reporters_read_facts)
    FROM persons p
    LEFT JOIN LATERAL current_membership() m ON true
    LEFT JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id
    LEFT JOIN administrations d ON d.id = a.administration_id
    LEFT JOIN operations o ON o.id = m.operation_id
    LEFT JOIN operation_plans n ON n.operation_id = m.operation_id AND n.ended_by IS NULL
    WHERE p.id = current_person();
END $$;
--> statement-breakpoint

-- Signing in and out ------------------------------------------------------------------------------------------------

CREATE FUNCTION account_for_sign_in(p_email text, p_proof bytea)
RETURNS TABLE (person_id uuid, password_hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, persons.password_hash FROM persons
  WHERE lower(email) = lower(p_email) AND state = 'active' AND persons.password_hash IS NOT NULL
    AND proven('sign-in:' || lower(p_email), p_proof)
$$;
--> statement-breakpoint
CREATE FUNCTION start_session(p_id uuid, p_person uuid, p_hash bytea, p_label text, p_hours int, p_proof bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT proven('session:' || p_person || ':' || encode(p_hash, 'hex'), p_proof) THEN
    RAISE insufficient_privilege USING MESSAGE = 'start_session: no proof';
  END IF;
  INSERT INTO tokens (id, hash, kind, person_id, label, expires_at)
  VALUES (p_id, p_hash, 'session', p_person, p_label, now() + make_interval(hours => p_hours));
END $$;
--> statement-breakpoint
-- Sessions slide: used at most once a minute, so that reading a page costs no write.
CREATE FUNCTION touch_token() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE tokens SET used_at = now()
  WHERE hash = sha256(convert_to(current_setting('naga.token', true), 'UTF8')) AND used_at < now() - interval '1 minute'
    AND current_person() IS NOT NULL
$$;
--> statement-breakpoint
-- Ends one token, or with null all sessions, of the own account; an administrator may end anybody's.
CREATE FUNCTION revoke_tokens(p_person uuid, p_token uuid) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE tokens SET revoked_at = now()
  WHERE person_id = p_person AND revoked_at IS NULL
    AND (CASE WHEN p_token IS NULL THEN kind = 'session' ELSE id = p_token END)
    AND (p_person = current_person() OR is_administrator())
  RETURNING id
$$;
--> statement-breakpoint
CREATE FUNCTION current_token() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM tokens WHERE hash = sha256(convert_to(current_setting('naga.token', true), 'UTF8'))
    AND current_person() IS NOT NULL
$$;
--> statement-breakpoint
CREATE FUNCTION my_tokens() RETURNS TABLE (id uuid, kind text, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, kind, label, created_at, used_at, expires_at FROM tokens
  WHERE person_id = current_person() AND revoked_at IS NULL AND expires_at > now() AND kind IN ('session', 'key')
$$;
--> statement-breakpoint
-- An invitation sets a first password; for an account that has one only the administrator may make it.
CREATE FUNCTION invite_person(p_id uuid, p_person uuid, p_hash bytea, p_hours int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = p_person;
  IF NOT (is_administrator()
          OR (p.password_hash IS NULL AND NOT p.administrator
              AND (m.role = 'lead' OR (m.role = 'ncp' AND m.agency_id = p.agency_id)))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'invite_person: not allowed';
  END IF;
  UPDATE tokens SET revoked_at = now() WHERE person_id = p_person AND kind = 'invitation' AND revoked_at IS NULL;
  INSERT INTO tokens (id, hash, kind, person_id, created_by, expires_at)
  VALUES (p_id, p_hash, 'invitation', p_person, current_person(), now() + make_interval(hours => p_hours));
END $$;
--> statement-breakpoint
CREATE FUNCTION invited_person(p_token text) RETURNS TABLE (person_id uuid, name text, email text, agency text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.name, p.email, a.name, t.expires_at
  FROM tokens t JOIN persons p ON p.id = t.person_id JOIN agencies a ON a.id = p.agency_id
  WHERE t.hash = sha256(convert_to(p_token, 'UTF8')) AND t.kind = 'invitation'
    AND t.revoked_at IS NULL AND t.expires_at > now() AND p.state = 'active'
$$;
--> statement-breakpoint
CREATE FUNCTION accept_invitation(p_token text, p_password_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE invited uuid;
BEGIN
  UPDATE tokens SET revoked_at = now()
  WHERE hash = sha256(convert_to(p_token, 'UTF8')) AND kind = 'invitation' AND revoked_at IS NULL AND expires_at > now()
  RETURNING person_id INTO invited;
  IF invited IS NOT NULL THEN
    UPDATE persons SET password_hash = p_password_hash WHERE id = invited;
    UPDATE tokens SET revoked_at = now() WHERE person_id = invited AND kind = 'session' AND revoked_at IS NULL;
  END IF;
  RETURN invited;
END $$;
--> statement-breakpoint
-- A key lets a machine of an agency act as one of its members; its secret is shown once.
CREATE FUNCTION issue_key(p_id uuid, p_machine uuid, p_hash bytea, p_label text, p_days int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m members := current_membership();
BEGIN
  IF NOT EXISTS (SELECT FROM persons p WHERE p.id = p_machine AND p.machine
                 AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = p.agency_id))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'issue_key: not allowed';
  END IF;
  INSERT INTO tokens (id, hash, kind, person_id, label, created_by, expires_at)
  VALUES (p_id, p_hash, 'key', p_machine, p_label, current_person(), now() + make_interval(days => p_days));
END $$;
--> statement-breakpoint

-- The first administrator of an empty installation: made by the owner alone (npm run user:create).
CREATE FUNCTION needs_first_administrator() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM persons WHERE administrator)
$$;
--> statement-breakpoint

-- Operations --------------------------------------------------------------------------------------------------------

-- An operation begins with its lead inside, since nobody can write into an operation of which he is no member.
CREATE FUNCTION open_operation(
  p_operation uuid, p_code text, p_kind text, p_dates_moved int, p_member uuid, p_official_name text, p_joined date,
  p_streams uuid[])
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = current_person() AND may_open;
  IF p.id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'open_operation: not allowed';
  END IF;
  INSERT INTO operations (id, code, kind, dates_moved_days, created_by)
  VALUES (p_operation, p_code, p_kind, p_dates_moved, p.id);
  INSERT INTO participant_administrations
    SELECT p_operation, administration_id, p_official_name FROM agencies WHERE id = p.agency_id;
  INSERT INTO participants (operation_id, agency_id, administration_id, leads, joined_on)
    SELECT p_operation, id, administration_id, true, p_joined FROM agencies WHERE id = p.agency_id;
  INSERT INTO members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
  VALUES (p_operation, p_member, p.id, p.agency_id, p.unit_id, 'lead', p_joined);
  INSERT INTO streams (id, operation_id, kind, head_hash)
    SELECT p_streams[n], p_operation, kind, sha256(convert_to(p_streams[n]::text, 'UTF8'))
    FROM unnest(ARRAY['operation', 'notices', 'desk']) WITH ORDINALITY AS kinds(kind, n);
END $$;
--> statement-breakpoint

-- Moves each active operation whose last day is over, in its own zone, to follow-up. Called by the job runner, which is
-- no member of anything; the event's actor is the nil uuid.
CREATE FUNCTION end_due_operations() RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  due record;
  body text;
  secret bytea;
  event uuid;
  target record;
BEGIN
  FOR due IN
    SELECT o.id FROM operations o JOIN operation_plans n ON n.operation_id = o.id AND n.ended_by IS NULL
    WHERE o.state = 'active' AND n.ends_on < (clock_timestamp() AT TIME ZONE n.zone)::date
    FOR UPDATE OF o
  LOOP
    UPDATE operations SET state = 'follow_up', state_reason = '' WHERE id = due.id;
    FOR target IN SELECT id, kind FROM streams WHERE operation_id = due.id AND kind IN ('operation', 'notices') LOOP
      event := gen_random_uuid();
      secret := gen_random_bytes(32);
      body := '{"from":"active","to":"follow_up"}';
      INSERT INTO events (id, stream_id, operation_id, command_id, type, type_version, actor, agency_id, commitment)
      VALUES (event, target.id, due.id, event, 'operation.moved', 1, '00000000-0000-0000-0000-000000000000',
              '00000000-0000-0000-0000-000000000000', hmac(convert_to(body, 'UTF8'), secret, 'sha256'));
      INSERT INTO event_bodies (event_id, stream_id, body, key) VALUES (event, target.id, body, secret);
      RETURN NEXT target.id;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint

-- Events ------------------------------------------------------------------------------------------------------------

-- Gives all committed, unnumbered events of a stream their numbers and chain hashes; one sealer at a time by row lock.
CREATE FUNCTION seal_stream(p_stream uuid) RETURNS TABLE (head bigint, sealed int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  number bigint;
  previous bytea;
  link bytea;
  waiting events;
  done int := 0;
BEGIN
  -- NO KEY: writers hold a key share on this row (the foreign key of their events) and must never wait for the sealer.
  SELECT s.head, s.head_hash INTO number, previous FROM streams s WHERE s.id = p_stream FOR NO KEY UPDATE;
  FOR waiting IN
    SELECT * FROM events e WHERE e.stream_id = p_stream AND e.seq IS NULL ORDER BY e.arrival LIMIT 2000
  LOOP
    number := number + 1;
    done := done + 1;
    link := chain_hash(previous, waiting, number);
    UPDATE events e SET seq = number, previous_hash = previous, hash = link WHERE e.id = waiting.id;
    previous := link;
  END LOOP;
  IF done > 0 THEN
    UPDATE streams s SET head = number, head_hash = previous WHERE s.id = p_stream;
  END IF;
  RETURN QUERY SELECT number, done;
END $$;
--> statement-breakpoint
-- Last numbers of streams that a node's readers follow: it looks by itself, since a notice can be lost.
CREATE FUNCTION stream_heads(p_streams uuid[]) RETURNS TABLE (id uuid, head bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.head FROM streams s WHERE s.id = ANY (p_streams)
$$;
--> statement-breakpoint
-- SHA-256 over the hash before and every field of the header.
CREATE FUNCTION chain_hash(p_previous bytea, p_event events, p_seq bigint) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(p_previous || convert_to(concat_ws('|', p_event.stream_id, p_seq, p_event.id, p_event.command_id,
    p_event.type, p_event.type_version, p_event.actor, p_event.agency_id,
    to_char(p_event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), encode(p_event.commitment, 'hex')), 'UTF8'))
$$;
--> statement-breakpoint
CREATE FUNCTION waiting_streams() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT stream_id FROM events WHERE seq IS NULL
$$;
--> statement-breakpoint
-- Numbers whose link, predecessor or body no longer fits; empty when the chain is intact. Purged bodies are not faults.
CREATE FUNCTION broken_links(p_stream uuid) RETURNS TABLE (seq bigint, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH chain AS (
    SELECT e AS event, e.seq, e.hash, e.previous_hash, b.body, b.key, e.commitment,
      lag(e.hash, 1, sha256(convert_to(e.stream_id::text, 'UTF8'))) OVER (ORDER BY e.seq) AS before,
      lag(e.seq, 1, 0) OVER (ORDER BY e.seq) AS number_before
    FROM events e LEFT JOIN event_bodies b ON b.event_id = e.id
    WHERE e.stream_id = p_stream AND e.seq IS NOT NULL)
  SELECT chain.seq, CASE
      WHEN chain.seq <> number_before + 1 THEN 'gap'
      WHEN previous_hash <> before THEN 'order'
      WHEN chain.hash <> chain_hash(before, event, chain.seq) THEN 'header'
      ELSE 'body' END
  FROM chain
  WHERE chain.seq <> number_before + 1 OR previous_hash <> before OR chain.hash <> chain_hash(before, event, chain.seq)
     OR (body IS NOT NULL AND commitment <> hmac(convert_to(body, 'UTF8'), key, 'sha256'))
$$;
--> statement-breakpoint

-- Seizures ----------------------------------------------------------------------------------------------------------

CREATE FUNCTION take_message_no(p_operation uuid, p_reporter text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO message_counters AS c (operation_id, reporter, last)
    SELECT p_operation, p_reporter, 1 WHERE current_operation() = p_operation
  ON CONFLICT (operation_id, reporter) DO UPDATE SET last = c.last + 1
  RETURNING (SELECT code FROM operations WHERE id = p_operation) || '-' || p_reporter || '-' || lpad(last::text, 6, '0')
$$;
--> statement-breakpoint

-- The coordination unit checks facts it does not own: a new version, equal but for its state.
CREATE FUNCTION check_seizure(p_seizure uuid, p_version int, p_event uuid, p_state text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
  f seizure_facts;
BEGIN
  IF current_duty() IS DISTINCT FROM 'ocu' OR p_state NOT IN ('submitted', 'verified') THEN
    RAISE insufficient_privilege USING MESSAGE = 'check_seizure: not allowed';
  END IF;
  UPDATE seizure_facts SET ended_by = p_event
  WHERE operation_id = op AND id = p_seizure AND version = p_version AND ended_by IS NULL AND shared RETURNING * INTO f;
  IF f.id IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO seizure_facts (operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
    event_kind, occurred_on, occurred_to, date_precision, occurred_at, operational_day, outside_window, late, cleared_at,
    released_at, country, place_id, lat, lon, geo_precision, place_kind, direction, mode, arrested)
  VALUES (op, f.id, f.version + 1, p_event, f.message_no, f.agency_id, f.unit_id, f.reporter, p_state, f.shared,
    f.event_kind, f.occurred_on, f.occurred_to, f.date_precision, f.occurred_at, f.operational_day, f.outside_window,
    f.late, f.cleared_at, f.released_at, f.country, f.place_id, f.lat, f.lon, f.geo_precision, f.place_kind, f.direction, f.mode,
    f.arrested);
  INSERT INTO seizure_fact_items SELECT (jsonb_populate_record(i, jsonb_build_object('version', f.version + 1))).*
    FROM seizure_fact_items i WHERE i.operation_id = op AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_nodes SELECT (jsonb_populate_record(i, jsonb_build_object('version', f.version + 1))).*
    FROM seizure_fact_nodes i WHERE i.operation_id = op AND i.seizure_id = f.id AND i.version = f.version;
  INSERT INTO seizure_fact_codes SELECT (jsonb_populate_record(i, jsonb_build_object('version', f.version + 1))).*
    FROM seizure_fact_codes i WHERE i.operation_id = op AND i.seizure_id = f.id AND i.version = f.version;
  RETURN f.version + 1;
END $$;
--> statement-breakpoint

-- Finds ids only; the caller joins them back through the policies. Text search is not leakproof, so it must not stand
-- in a query whose policies it could be tried before.
CREATE FUNCTION search_seizures(p_text text) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM seizures
  WHERE operation_id = current_operation() AND ended_by IS NULL
    AND search_text LIKE '%' || replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
--> statement-breakpoint

-- The fixed panel of observers: no rows, no filters, cells of fewer than five withheld (null).
CREATE FUNCTION observer_panel() RETURNS TABLE (family text, cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH counted AS (
    SELECT f.id FROM seizure_facts f
    WHERE f.operation_id = current_operation() AND f.ended_by IS NULL AND f.shared AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND f.state IN ('submitted', 'verified')),
  kinds AS (
    SELECT DISTINCT c.id, left(i.commodity, 1) AS letter FROM counted c
    JOIN seizure_facts f ON f.operation_id = current_operation() AND f.id = c.id AND f.ended_by IS NULL
    JOIN seizure_fact_items i ON i.operation_id = f.operation_id AND i.seizure_id = f.id AND i.version = f.version)
  SELECT 'all', CASE WHEN count(*) >= 5 THEN count(*)::int END FROM counted
  UNION ALL
  SELECT letter, CASE WHEN count(*) >= 5 THEN count(*)::int END FROM kinds GROUP BY letter
$$;
--> statement-breakpoint

-- Rights on tables ----------------------------------------------------------------------------------------------------

GRANT SELECT ON ALL TABLES IN SCHEMA public TO naga_app, naga_read;
--> statement-breakpoint
REVOKE ALL ON server_secret, tokens, persons, access_log, message_counters FROM naga_app, naga_read;
--> statement-breakpoint
GRANT SELECT (id, agency_id, unit_id, email, name, administrator, may_open, machine, state, locale, zone, created_at)
  ON persons TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT (id, agency_id, unit_id, email, name, administrator, may_open, machine, locale, zone),
  UPDATE (name, state, locale, zone, may_open, unit_id) ON persons TO naga_app;
--> statement-breakpoint
GRANT INSERT ON administrations, agencies, agency_units, streams, operation_plans, participant_administrations,
  participants, members, events, event_bodies, commands, access_log, seizure_reports, clearances, audiences,
  audience_readers, seizure_facts, seizure_fact_items, seizure_fact_nodes, seizure_fact_codes, seizures,
  seizure_audiences, seizure_nominal, questions TO naga_app;
--> statement-breakpoint
GRANT UPDATE (name) ON administrations, agencies, agency_units TO naga_app;
--> statement-breakpoint
GRANT UPDATE (state, state_reason) ON operations TO naga_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, boundary_approved_by, boundary_approved_at) ON operation_plans TO naga_app;
--> statement-breakpoint
GRANT UPDATE (official_name) ON participant_administrations TO naga_app;
--> statement-breakpoint
GRANT UPDATE (leads, clearance_steps, left_at, reads_all) ON participants TO naga_app;
--> statement-breakpoint
GRANT UPDATE (role, state, to_day, unit_id, version) ON members TO naga_app;
--> statement-breakpoint
GRANT UPDATE (outcome) ON commands TO naga_app;
--> statement-breakpoint
GRANT UPDATE (state, step, steps, version, form, input, note, updated_at, submitted_at, cleared_at) ON seizure_reports TO naga_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, shared) ON seizure_facts, seizures, seizure_nominal TO naga_app;
--> statement-breakpoint
GRANT UPDATE (audience_id) ON seizures, seizure_nominal TO naga_app;
--> statement-breakpoint
GRANT UPDATE (ended_by) ON seizure_audiences TO naga_app;
--> statement-breakpoint
GRANT UPDATE (shared) ON seizure_fact_items, seizure_fact_nodes, seizure_fact_codes TO naga_app;
--> statement-breakpoint
GRANT UPDATE (answer, answered_by, answered_at) ON questions TO naga_app;
--> statement-breakpoint

-- Policies. The owner runs the definer functions above and the migrations; it passes every policy and no person holds it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['administrations', 'agencies', 'agency_units', 'persons', 'tokens', 'operations',
    'operation_plans', 'participant_administrations', 'participants', 'members', 'streams', 'events', 'event_bodies',
    'commands', 'access_log', 'seizure_reports', 'clearances', 'audiences', 'audience_readers', 'seizure_facts',
    'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes', 'seizures', 'seizure_audiences',
    'seizure_nominal', 'questions', 'message_counters', 'server_secret']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
  END LOOP;

  -- Names of administrations, agencies and units: whoever is signed in. They are made by administrators and openers.
  FOREACH t IN ARRAY ARRAY['administrations', 'agencies', 'agency_units'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING ((SELECT current_person()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO naga_app USING ((SELECT is_administrator()))', t);
  END LOOP;

  -- The plan's tables: every member reads them; leads write.
  FOREACH t IN ARRAY ARRAY['operation_plans', 'participant_administrations', 'participants'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (operation_id IN (SELECT my_operations()))', t);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO naga_app WITH CHECK (operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = ''lead'')', t);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO naga_app USING (operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = ''lead'')', t);
  END LOOP;

  -- Tier A, and each table of it by itself.
  FOREACH t IN ARRAY ARRAY['seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (
        agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit()) OR (shared AND (SELECT reads_facts()))))', t);
  END LOOP;

  -- Written by the owner's contact point; a reporter may begin what belongs to the own unit, never correct it.
  FOREACH t IN ARRAY ARRAY['seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes',
    'seizures', 'seizure_audiences', 'seizure_nominal'] LOOP
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO naga_app WITH CHECK (
      operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
      AND ((SELECT current_duty()) = ''ncp'' OR (unit_id = (SELECT own_unit()) AND version = 1)))', t);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO naga_app USING (
      operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
      AND (SELECT current_duty()) = ''ncp'')', t);
  END LOOP;

  EXECUTE 'CREATE POLICY add ON seizure_reports FOR INSERT TO naga_app WITH CHECK (
    operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
    AND ((SELECT current_duty()) = ''ncp'' OR unit_id = (SELECT own_unit())))';
  EXECUTE 'CREATE POLICY change ON seizure_reports FOR UPDATE TO naga_app USING (
    operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
    AND ((SELECT current_duty()) = ''ncp'' OR unit_id = (SELECT own_unit())))';
END $$;
--> statement-breakpoint

CREATE POLICY add ON administrations FOR INSERT TO naga_app WITH CHECK ((SELECT is_administrator()) OR (SELECT current_duty()) = 'lead');
--> statement-breakpoint
CREATE POLICY add ON agencies FOR INSERT TO naga_app WITH CHECK ((SELECT is_administrator()) OR (SELECT current_duty()) = 'lead');
--> statement-breakpoint
CREATE POLICY add ON agency_units FOR INSERT TO naga_app WITH CHECK (
  (SELECT is_administrator()) OR (SELECT current_duty()) = 'lead'
  OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency())));
--> statement-breakpoint

CREATE POLICY read ON persons FOR SELECT TO naga_app, naga_read USING (
  id = (SELECT current_person()) OR (SELECT is_administrator()) OR id IN (SELECT operation_persons())
  OR (agency_id = (SELECT current_agency()) AND (SELECT current_duty()) = 'ncp'));
--> statement-breakpoint
CREATE POLICY add ON persons FOR INSERT TO naga_app WITH CHECK (
  (SELECT is_administrator())
  OR (NOT administrator AND NOT may_open AND (
       (SELECT current_duty()) = 'lead' OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency())))));
--> statement-breakpoint
CREATE POLICY own ON persons FOR UPDATE TO naga_app USING (id = (SELECT current_person())) WITH CHECK (
  id = (SELECT current_person()) AND state = 'active');
--> statement-breakpoint
CREATE POLICY change ON persons FOR UPDATE TO naga_app USING ((SELECT is_administrator()));
--> statement-breakpoint

CREATE POLICY read ON operations FOR SELECT TO naga_app, naga_read USING (id IN (SELECT my_operations()));
--> statement-breakpoint
CREATE POLICY change ON operations FOR UPDATE TO naga_app USING (id = (SELECT current_operation()) AND (SELECT current_duty()) = 'lead');
--> statement-breakpoint

CREATE POLICY own_steps ON participants FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT current_duty()) = 'ncp');
--> statement-breakpoint

CREATE POLICY read ON members FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) OR person_id = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY add ON members FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (
    (SELECT current_duty()) = 'lead'
    OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency()) AND role IN ('ncp', 'reporter', 'analyst'))));
--> statement-breakpoint
CREATE POLICY change ON members FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND (
    (SELECT current_duty()) = 'lead'
    OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency()) AND role IN ('ncp', 'reporter', 'analyst'))));
--> statement-breakpoint

CREATE POLICY read ON streams FOR SELECT TO naga_app, naga_read USING (
  id IN (SELECT my_streams()) OR id IN (SELECT writable_streams()));
--> statement-breakpoint
CREATE POLICY add ON streams FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND kind = 'unit' AND (
    (SELECT current_duty()) = 'lead' OR ((SELECT current_duty()) = 'ncp' AND agency_id = (SELECT current_agency()))));
--> statement-breakpoint
CREATE POLICY read ON events FOR SELECT TO naga_app, naga_read USING (stream_id IN (SELECT my_streams()));
--> statement-breakpoint
CREATE POLICY add ON events FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND actor = (SELECT current_member())
  AND agency_id = (SELECT current_agency()) AND seq IS NULL AND stream_id IN (SELECT writable_streams()));
--> statement-breakpoint
CREATE POLICY read ON event_bodies FOR SELECT TO naga_app, naga_read USING (stream_id IN (SELECT my_streams()));
--> statement-breakpoint
CREATE POLICY add ON event_bodies FOR INSERT TO naga_app WITH CHECK (stream_id IN (SELECT writable_streams()));
--> statement-breakpoint

CREATE POLICY own ON commands TO naga_app USING (agency_id = (SELECT person_agency()))
  WITH CHECK (agency_id = (SELECT person_agency()) AND person_id = (SELECT current_person()));
--> statement-breakpoint
CREATE POLICY add ON access_log FOR INSERT TO naga_app WITH CHECK (true);
--> statement-breakpoint

-- Before release: inside the agency, its contact points and the unit's reporters.
CREATE POLICY read ON seizure_reports FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY read ON clearances FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY add ON clearances FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND member_id = (SELECT current_member()) AND (SELECT current_duty()) = 'ncp');
--> statement-breakpoint

CREATE POLICY read ON audiences FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) <> 'observer');
--> statement-breakpoint
CREATE POLICY add ON audiences FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) IN ('ncp', 'reporter', 'lead'));
--> statement-breakpoint
CREATE POLICY read ON audience_readers FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) <> 'observer');
--> statement-breakpoint
CREATE POLICY add ON audience_readers FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) IN ('ncp', 'reporter', 'lead'));
--> statement-breakpoint

-- Tier B: the owner, the coordination unit, and the audience.
CREATE POLICY read ON seizures FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit())
    OR (shared AND ((SELECT current_duty()) = 'ocu' OR audience_id IN (SELECT my_audiences())))));
--> statement-breakpoint
CREATE POLICY read ON seizure_audiences FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
-- Tier C: the owner and the recipients it names; no role by itself.
CREATE POLICY read ON seizure_nominal FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit())
    OR (shared AND audience_id IN (SELECT my_audiences()))));
--> statement-breakpoint

CREATE POLICY read ON questions FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    agency_id = (SELECT own_agency()) OR unit_id = (SELECT own_unit()) OR (SELECT current_duty()) = 'ocu'));
--> statement-breakpoint
CREATE POLICY add ON questions FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND (SELECT current_duty()) = 'ocu' AND asked_by = (SELECT current_member())
  AND (SELECT content_open()));
--> statement-breakpoint
CREATE POLICY answer ON questions FOR UPDATE TO naga_app USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency()) AND (SELECT content_open())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint

-- Functions are for the application alone.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = current_user::regrole
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO naga_app', f);
  END LOOP;
  FOREACH f IN ARRAY ARRAY['current_person()', 'current_membership()', 'current_operation()', 'current_member()',
    'current_agency()', 'current_duty()', 'own_agency()', 'own_unit()', 'reads_facts()', 'is_administrator()',
    'person_agency()', 'my_operations()', 'my_audiences()', 'my_streams()', 'writable_streams()', 'operation_persons()',
    'begin_as(text,uuid)', 'search_seizures(text)', 'observer_panel()']::regprocedure[]
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO naga_read', f);
  END LOOP;
END $$;
