-- Claims a command for the transaction; false when it was done before. It is called in the statement that begins the
-- transaction as somebody, so that a write has a round trip less. Concurrent twins wait for the first.
CREATE FUNCTION claim_command(p_agency uuid, p_person uuid, p_id uuid, p_kind text, p_request_hash bytea)
RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO commands (agency_id, id, person_id, kind, request_hash)
  VALUES (p_agency, p_id, p_person, p_kind, p_request_hash)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
--> statement-breakpoint

REVOKE ALL ON FUNCTION claim_command(uuid, uuid, uuid, text, bytea) FROM PUBLIC;
--> statement-breakpoint

GRANT EXECUTE ON FUNCTION claim_command(uuid, uuid, uuid, text, bytea) TO naga_app;
