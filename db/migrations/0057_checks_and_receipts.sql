CREATE TABLE "check_risks" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"risk" smallint NOT NULL,
	"judged_on" date NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_risks_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id")
);
--> statement-breakpoint
ALTER TABLE "erasure_orders" ADD COLUMN "frozen_versions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "check_risks_order" ON "check_risks" USING btree ("operation_id","risk" DESC NULLS LAST,"released_at","seizure_id","version");--> statement-breakpoint
CREATE INDEX "seizure_facts_unchecked" ON "seizure_facts" USING btree ("operation_id","released_at","id","version") WHERE ended_by is null and state = 'submitted' and shared;
--> statement-breakpoint
ALTER TABLE check_risks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE check_risks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON check_risks TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY no_wall ON check_risks AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
  USING ((SELECT nullif(on_wall(), true)) IS NOT NULL);
--> statement-breakpoint

-- What waits to be checked and was not judged yet as it stands now, or not since that day: the longest waiting first. For
-- the coordination unit alone.
CREATE FUNCTION unjudged_checks(p_since date, p_limit int) RETURNS TABLE (seizure uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ocu' THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT f.id FROM seizure_facts f
    LEFT JOIN check_risks r ON r.operation_id = f.operation_id AND r.seizure_id = f.id
      AND r.version = f.version AND r.judged_on >= p_since
    WHERE f.operation_id = m.operation_id AND f.ended_by IS NULL AND f.state = 'submitted' AND f.shared
      AND r.seizure_id IS NULL
    ORDER BY f.released_at, f.id LIMIT p_limit;
END $$;
--> statement-breakpoint

-- Keeps what was found, [{seizure, version, risk}], of what still waits in that version.
CREATE FUNCTION keep_check_risks(p_on date, p_found jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ocu' THEN
    RAISE insufficient_privilege USING MESSAGE = 'keep_check_risks: not allowed';
  END IF;
  INSERT INTO check_risks AS kept (operation_id, seizure_id, version, risk, judged_on, released_at)
  SELECT m.operation_id, f.id, f.version, t.risk, p_on, f.released_at
  FROM jsonb_to_recordset(p_found) AS t(seizure uuid, version int, risk int)
  JOIN seizure_facts f ON f.operation_id = m.operation_id AND f.id = t.seizure AND f.version = t.version
    AND f.ended_by IS NULL AND f.state = 'submitted' AND f.shared
  -- In one order, so that two who judge the same cannot wait for each other in a circle.
  ORDER BY f.id
  ON CONFLICT (operation_id, seizure_id) DO UPDATE
    SET version = excluded.version, risk = excluded.risk, judged_on = excluded.judged_on, released_at = excluded.released_at
    WHERE kept.version <= excluded.version;
END $$;
--> statement-breakpoint

-- A page of all that waits to be checked: by risk, then by age; what waits for an answer of its agency comes last.
-- p_beside: what is found beside the case itself, {seizure: weight}, a suspected duplicate for one. Says how many there
-- are in all and how many of them were not judged as they stand now. The order is that of an index: what stands elsewhere
-- than its own risk says, or has none yet, is set among the first of it.
CREATE FUNCTION ranked_checks(p_beside jsonb, p_limit int, p_offset int)
RETURNS TABLE (seizure uuid, place bigint, total bigint, unjudged bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
  asked uuid[];
  elsewhere uuid[];
  waiting bigint;
  open bigint;
BEGIN
  IF m.role IS DISTINCT FROM 'ocu' THEN
    RETURN;
  END IF;
  asked := ARRAY(SELECT DISTINCT q.seizure_id FROM questions q
    WHERE q.operation_id = m.operation_id AND q.answered_at IS NULL);
  elsewhere := asked || ARRAY(SELECT k::uuid FROM jsonb_object_keys(p_beside) k);
  SELECT count(*) INTO waiting FROM seizure_facts f
  WHERE f.operation_id = m.operation_id AND f.ended_by IS NULL AND f.state = 'submitted' AND f.shared;
  open := greatest(0, waiting - (SELECT count(*) FROM check_risks r WHERE r.operation_id = m.operation_id));
  RETURN QUERY
    WITH judged AS (
      SELECT r.seizure_id AS id, false AS awaited, r.risk::int AS risk, r.released_at FROM check_risks r
      WHERE r.operation_id = m.operation_id AND r.seizure_id <> ALL (elsewhere) AND EXISTS (
        SELECT FROM seizure_facts f WHERE f.operation_id = r.operation_id AND f.id = r.seizure_id
          AND f.version = r.version AND f.ended_by IS NULL AND f.state = 'submitted' AND f.shared)
      ORDER BY r.risk DESC NULLS LAST, r.released_at, r.seizure_id LIMIT p_limit + p_offset),
    moved AS (
      SELECT f.id, f.id = ANY (asked), coalesce(r.risk, 0) + coalesce((p_beside ->> f.id::text)::int, 0), f.released_at
      FROM seizure_facts f
      LEFT JOIN check_risks r ON r.operation_id = f.operation_id AND r.seizure_id = f.id AND r.version = f.version
      WHERE f.operation_id = m.operation_id AND f.id = ANY (elsewhere) AND f.ended_by IS NULL AND f.state = 'submitted'
        AND f.shared),
    fresh AS (
      SELECT f.id, false, 0, f.released_at FROM seizure_facts f
      WHERE open > 0 AND f.operation_id = m.operation_id AND f.id <> ALL (elsewhere) AND f.ended_by IS NULL
        AND f.state = 'submitted' AND f.shared AND NOT EXISTS (
          SELECT FROM check_risks r WHERE r.operation_id = f.operation_id AND r.seizure_id = f.id AND r.version = f.version)
      ORDER BY f.released_at, f.id LIMIT p_limit + p_offset)
    SELECT one.id, row_number() OVER (), waiting, open FROM (
      SELECT * FROM judged UNION ALL SELECT * FROM moved UNION ALL SELECT * FROM fresh
      ORDER BY 2, 3 DESC, 4, 1 LIMIT p_limit OFFSET p_offset) one;
END $$;
--> statement-breakpoint
-- What waits no longer as it was judged has no place in the order.
CREATE FUNCTION forget_ended_risks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM check_risks r WHERE r.operation_id = NEW.operation_id AND r.seizure_id = NEW.id AND r.version = NEW.version;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_ended_risks AFTER UPDATE ON seizure_facts FOR EACH ROW
  WHEN (OLD.ended_by IS NULL AND (NEW.ended_by IS NOT NULL OR NEW.state <> 'submitted' OR NOT NEW.shared))
  EXECUTE FUNCTION forget_ended_risks();
--> statement-breakpoint
REVOKE ALL ON FUNCTION unjudged_checks(date, int), keep_check_risks(date, jsonb), ranked_checks(jsonb, int, int) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION unjudged_checks(date, int), ranked_checks(jsonb, int, int) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION keep_check_risks(date, jsonb) TO naga_app;
--> statement-breakpoint

CREATE FUNCTION forget_check_risks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM check_risks r WHERE r.operation_id = NEW.operation_id AND r.seizure_id = NEW.seizure_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_check_risks AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION forget_check_risks();
--> statement-breakpoint

-- As before; and the frozen versions of reports that counted it are written down while it can still be told which.
ALTER FUNCTION erase_record(uuid, int, text, text, text) RENAME TO destroy_record;
--> statement-breakpoint
REVOKE ALL ON FUNCTION destroy_record(uuid, int, text, text, text) FROM naga_app;
--> statement-breakpoint
CREATE FUNCTION erase_record(p_seizure uuid, p_base int, p_reason text, p_reference text, p_approver text)
RETURNS TABLE (outcome text, unit_id uuid, released boolean, told boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  m members := current_membership();
  counting jsonb := (
    SELECT coalesce(jsonb_agg(jsonb_build_object('report', v.report_id, 'number', v.number) ORDER BY v.place), '[]')
    FROM versions_counting(p_seizure) WITH ORDINALITY AS v(report_id, number, place));
BEGIN
  SELECT d.outcome, d.unit_id, d.released, d.told INTO outcome, unit_id, released, told
  FROM destroy_record(p_seizure, p_base, p_reason, p_reference, p_approver) d;
  IF outcome = 'erased' THEN
    UPDATE erasure_orders x SET frozen_versions = counting WHERE x.operation_id = m.operation_id AND x.seizure_id = p_seizure;
  END IF;
  RETURN NEXT;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_record(uuid, int, text, text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION erase_record(uuid, int, text, text, text) TO naga_app;
