-- Who is a member of nothing has no role, and a comparison with none is neither true nor false: it refused nobody. The
-- link to an account without a password is made by whom a rule names, and by nobody else.
CREATE OR REPLACE FUNCTION invite_person(p_id uuid, p_person uuid, p_hash bytea, p_hours int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  p persons;
BEGIN
  SELECT * INTO p FROM persons WHERE id = p_person AND NOT machine AND state = 'active';
  IF p.id IS NULL OR NOT coalesce(
      is_administrator()
      OR (p.password_hash IS NULL AND NOT p.administrator AND (
            (m.role = 'ncp' AND m.agency_id = p.agency_id)
            OR (m.role = 'lead'
                AND EXISTS (SELECT FROM members o WHERE o.person_id = p.id AND o.operation_id = m.operation_id)
                AND NOT EXISTS (SELECT FROM members o WHERE o.person_id = p.id AND o.operation_id <> m.operation_id)))),
      false)
  THEN
    RAISE insufficient_privilege USING MESSAGE = 'invite_person: not allowed';
  END IF;
  UPDATE tokens SET revoked_at = now() WHERE person_id = p_person AND kind = 'invitation' AND revoked_at IS NULL;
  INSERT INTO tokens (id, hash, kind, person_id, created_by, expires_at)
  VALUES (p_id, p_hash, 'invitation', p_person, current_person(), now() + make_interval(hours => p_hours));
END $$;
