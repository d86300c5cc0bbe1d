-- Accounts and the plan: an operation opens with its plan inside, since nobody is a member where there is none;
-- what a person may change of the own account goes through functions, because a policy cannot compare old with new.

DROP FUNCTION open_operation(uuid, text, text, int, uuid, text, date, uuid[]);
--> statement-breakpoint
CREATE FUNCTION open_operation(
  p_operation uuid, p_code text, p_kind text, p_dates_moved int, p_member uuid, p_official_name text, p_joined date,
  p_streams uuid[], p_event uuid, p_plan jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = current_person() AND may_open AND NOT administrator;
  IF p.id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'open_operation: not allowed';
  END IF;
  INSERT INTO operations (id, code, kind, dates_moved_days, created_by)
  VALUES (p_operation, p_code, p_kind, p_dates_moved, p.id);
  INSERT INTO operation_plans SELECT (jsonb_populate_record(NULL::operation_plans, p_plan || jsonb_build_object(
    'operation_id', p_operation, 'version', 1, 'begun_by', p_event, 'ended_by', NULL,
    'boundary_approved_by', NULL, 'boundary_approved_at', NULL))).*;
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

-- The administrator of the installation is a member of nothing, whoever asks.
CREATE FUNCTION refuse_administrator_as_member() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM persons WHERE id = NEW.person_id AND administrator) THEN
    RAISE insufficient_privilege USING MESSAGE = 'members: an administrator takes part in nothing';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER no_administrator BEFORE INSERT ON members FOR EACH ROW EXECUTE FUNCTION refuse_administrator_as_member();
--> statement-breakpoint

-- The account behind an address or an id, for whoever may bring that person in: a lead those of agencies that take
-- part, a contact point those of the own agency, the administrator everybody.
CREATE FUNCTION person_to_invite(p_email text, p_person uuid)
RETURNS TABLE (person_id uuid, agency_id uuid, unit_id uuid, name text, machine boolean, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.agency_id, p.unit_id, p.name, p.machine, p.state
  FROM persons p LEFT JOIN LATERAL current_membership() m ON true
  WHERE (p.id = p_person OR lower(p.email) = lower(p_email)) AND NOT p.administrator
    AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = p.agency_id)
         OR (m.role = 'lead' AND EXISTS (
               SELECT FROM participants a WHERE a.operation_id = m.operation_id AND a.agency_id = p.agency_id
                 AND a.left_at IS NULL)))
$$;
--> statement-breakpoint

-- Whether accounts have a password yet and until when their invitation holds; for the administrator their sessions too.
CREATE FUNCTION account_states()
RETURNS TABLE (person_id uuid, accepted boolean, invited_until timestamptz, sessions int, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.password_hash IS NOT NULL,
    (SELECT max(t.expires_at) FROM tokens t
     WHERE t.person_id = p.id AND t.kind = 'invitation' AND t.revoked_at IS NULL AND t.expires_at > now()),
    CASE WHEN is_administrator() THEN
      (SELECT count(*)::int FROM tokens t WHERE t.person_id = p.id AND t.kind = 'session' AND t.revoked_at IS NULL
         AND t.expires_at > now() AND t.used_at > now() - interval '12 hours') END,
    CASE WHEN is_administrator() THEN
      (SELECT max(t.used_at) FROM tokens t WHERE t.person_id = p.id AND t.kind = 'session') END
  FROM persons p LEFT JOIN LATERAL current_membership() m ON true
  WHERE NOT p.machine AND (is_administrator()
    OR (m.role = 'ncp' AND m.agency_id = p.agency_id)
    OR (m.role = 'lead' AND EXISTS (
          SELECT FROM members o WHERE o.operation_id = m.operation_id AND o.person_id = p.id)))
$$;
--> statement-breakpoint

-- A lead invites members of the own operation who belong to no other one; a contact point people of the own agency.
CREATE OR REPLACE FUNCTION invite_person(p_id uuid, p_person uuid, p_hash bytea, p_hours int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = p_person AND NOT machine AND state = 'active';
  IF p.id IS NULL OR NOT (is_administrator()
      OR (p.password_hash IS NULL AND NOT p.administrator AND (
            (m.role = 'ncp' AND m.agency_id = p.agency_id)
            OR (m.role = 'lead'
                AND EXISTS (SELECT FROM members o WHERE o.person_id = p.id AND o.operation_id = m.operation_id)
                AND NOT EXISTS (SELECT FROM members o WHERE o.person_id = p.id AND o.operation_id <> m.operation_id)))))
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'invite_person: not allowed';
  END IF;
  UPDATE tokens SET revoked_at = now() WHERE person_id = p_person AND kind = 'invitation' AND revoked_at IS NULL;
  INSERT INTO tokens (id, hash, kind, person_id, created_by, expires_at)
  VALUES (p_id, p_hash, 'invitation', p_person, current_person(), now() + make_interval(hours => p_hours));
END $$;
--> statement-breakpoint

CREATE OR REPLACE FUNCTION accept_invitation(p_token text, p_password_hash text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE invited uuid;
BEGIN
  UPDATE tokens t SET revoked_at = now() FROM persons p
  WHERE t.hash = sha256(convert_to(p_token, 'UTF8')) AND t.kind = 'invitation' AND t.revoked_at IS NULL
    AND t.expires_at > now() AND p.id = t.person_id AND p.state = 'active'
  RETURNING t.person_id INTO invited;
  IF invited IS NOT NULL THEN
    UPDATE persons SET password_hash = p_password_hash WHERE id = invited;
    UPDATE tokens SET revoked_at = now() WHERE person_id = invited AND kind = 'session' AND revoked_at IS NULL;
  END IF;
  RETURN invited;
END $$;
--> statement-breakpoint

-- A new password for the own account; its other sessions end. The proof shows that the old one was checked.
CREATE FUNCTION change_password(p_password_hash text, p_proof bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE person uuid := current_person();
BEGIN
  IF person IS NULL OR NOT proven('password:' || person || ':' || p_password_hash, p_proof) THEN
    RAISE insufficient_privilege USING MESSAGE = 'change_password: no proof';
  END IF;
  UPDATE persons SET password_hash = p_password_hash WHERE id = person;
  UPDATE tokens SET revoked_at = now()
  WHERE person_id = person AND kind = 'session' AND revoked_at IS NULL AND id <> current_token();
END $$;
--> statement-breakpoint

DROP POLICY own ON persons;
--> statement-breakpoint
CREATE FUNCTION set_preferences(p_locale text, p_zone text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE persons SET locale = p_locale, zone = p_zone WHERE id = current_person()
$$;
--> statement-breakpoint

DROP POLICY own_steps ON participants;
--> statement-breakpoint
-- A contact point sets how many approvals the own agency's reports pass, and nothing else of its participation.
CREATE FUNCTION set_clearance_steps(p_agency uuid, p_steps int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m members := current_membership();
BEGIN
  IF NOT coalesce(m.role = 'lead' OR (m.role = 'ncp' AND m.agency_id = p_agency), false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'set_clearance_steps: not allowed';
  END IF;
  UPDATE participants SET clearance_steps = p_steps
  WHERE operation_id = m.operation_id AND agency_id = p_agency AND left_at IS NULL;
  RETURN FOUND;
END $$;
--> statement-breakpoint

-- Keys of the machines of an agency, and their end: for its contact point and the administrator.
CREATE FUNCTION machine_keys()
RETURNS TABLE (id uuid, person_id uuid, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.person_id, t.label, t.created_at, t.used_at, t.expires_at
  FROM tokens t JOIN persons p ON p.id = t.person_id LEFT JOIN LATERAL current_membership() m ON true
  WHERE t.kind = 'key' AND t.revoked_at IS NULL AND t.expires_at > now()
    AND (is_administrator() OR (m.role = 'ncp' AND m.agency_id = p.agency_id))
$$;
--> statement-breakpoint
CREATE FUNCTION revoke_key(p_key uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE tokens SET revoked_at = now() WHERE id = p_key AND id IN (SELECT k.id FROM machine_keys() k)
  RETURNING person_id
$$;
--> statement-breakpoint

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['open_operation(uuid,text,text,int,uuid,text,date,uuid[],uuid,jsonb)',
    'person_to_invite(text,uuid)', 'account_states()', 'change_password(text,bytea)', 'set_preferences(text,text)',
    'set_clearance_steps(uuid,int)', 'machine_keys()', 'revoke_key(uuid)', 'refuse_administrator_as_member()']::regprocedure[]
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO naga_app', f);
  END LOOP;
END $$;
