CREATE TABLE "seizure_outcomes" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"seizure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"said" jsonb NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "seizure_outcomes_operation_id_id_version_pk" PRIMARY KEY("operation_id","id","version"),
	CONSTRAINT "seizure_outcomes_kind" CHECK ("seizure_outcomes"."kind" in ('laboratory', 'charge', 'verdict', 'sentence', 'assets', 'disposal')),
	CONSTRAINT "seizure_outcomes_version" CHECK ("seizure_outcomes"."version" > 0 and ("seizure_outcomes"."version" > 1) = ("seizure_outcomes"."reason" <> '') and length("seizure_outcomes"."reason") <= 1000
        and ("seizure_outcomes"."version" > 1 or not "seizure_outcomes"."withdrawn"))
);
--> statement-breakpoint
CREATE INDEX "seizure_outcomes_seizure" ON "seizure_outcomes" USING btree ("operation_id","seizure_id");
--> statement-breakpoint

-- The last day on which outcomes are taken, in the operation's zone: five years after the one on which it was closed. Null
-- while it runs. Operations that were closed before closings were written down have the event that closed them.
CREATE FUNCTION outcomes_until() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT ((coalesce(
      (SELECT c.closed_at FROM operation_closings c WHERE c.operation_id = o.id AND c.reopened_at IS NULL),
      (SELECT max(e.at) FROM streams s JOIN events e ON e.stream_id = s.id AND e.type = 'operation.moved'
        WHERE s.operation_id = o.id AND s.kind = 'operation'))
    AT TIME ZONE p.zone)::date + interval '5 years')::date
  FROM operations o JOIN operation_plans p ON p.operation_id = o.id AND p.ended_by IS NULL
  WHERE o.id = current_operation() AND o.state = 'closed'
$$;
--> statement-breakpoint
-- Whether outcomes are taken now: from the first day on which there can be a case until that last day.
CREATE FUNCTION outcomes_open() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((
    SELECT CASE o.state WHEN 'closed' THEN (clock_timestamp() AT TIME ZONE p.zone)::date <= outcomes_until()
      ELSE o.state IN ('active', 'follow_up', 'debrief') END
    FROM operations o JOIN operation_plans p ON p.operation_id = o.id AND p.ended_by IS NULL
    WHERE o.id = current_operation()), false)
$$;
--> statement-breakpoint
-- Whether a version comes after the one that stands, of the same outcome of the same seizure.
CREATE FUNCTION outcome_follows(p_id uuid, p_version int, p_seizure uuid, p_kind text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM seizure_outcomes o
    WHERE o.operation_id = current_operation() AND o.id = p_id AND o.version = p_version - 1
      AND o.seizure_id = p_seizure AND o.kind = p_kind AND NOT o.withdrawn)
$$;
--> statement-breakpoint
-- Seizures that are counted under another one, each with that one, as far as the reader counts them: what came of them
-- came of that case.
CREATE FUNCTION counted_under() RETURNS TABLE (seizure_id uuid, head uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  op uuid := current_operation();
  own uuid := own_agency();
BEGIN
  IF NOT coalesce(reads_facts(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    WITH RECURSIVE merges AS (
      SELECT d.dropped, d.kept FROM duplicates d WHERE d.operation_id = op AND d.state = 'merged'),
    reach AS (
      SELECT m.dropped, m.kept FROM merges m
      UNION
      SELECT r.dropped, m.kept FROM reach r JOIN merges m ON m.dropped = r.kept)
    SELECT r.dropped, r.kept FROM reach r
    JOIN seizure_facts f ON f.operation_id = op AND f.id = r.dropped AND f.ended_by IS NULL
    WHERE (f.shared OR f.agency_id = own) AND NOT EXISTS (SELECT FROM merges m WHERE m.dropped = r.kept);
END $$;
--> statement-breakpoint

-- When it was told is the database's word alone: a cut-off goes by it.
CREATE FUNCTION date_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER date_outcome BEFORE INSERT ON seizure_outcomes FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION date_outcome();
--> statement-breakpoint
-- With a seizure goes what came of it, and what could prove that it was told.
CREATE FUNCTION forget_outcomes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE commands c SET request_hash = gen_random_bytes(32), outcome = '{}'
  FROM seizure_outcomes o JOIN members m ON m.operation_id = o.operation_id AND m.id = o.author_id
  WHERE o.operation_id = NEW.operation_id AND o.seizure_id = NEW.seizure_id
    AND c.agency_id = m.agency_id AND c.id = o.command_id;
  DELETE FROM seizure_outcomes o WHERE o.operation_id = NEW.operation_id AND o.seizure_id = NEW.seizure_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_outcomes AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION forget_outcomes();
--> statement-breakpoint
REVOKE ALL ON FUNCTION outcomes_until(), outcomes_open(), outcome_follows(uuid, int, uuid, text), counted_under(),
  date_outcome(), forget_outcomes() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION outcomes_until(), outcomes_open(), counted_under() TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION outcome_follows(uuid, int, uuid, text) TO naga_app;
--> statement-breakpoint

ALTER TABLE seizure_outcomes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE seizure_outcomes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON seizure_outcomes TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON seizure_outcomes TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT ON seizure_outcomes TO naga_app;
--> statement-breakpoint
CREATE POLICY no_wall ON seizure_outcomes AS RESTRICTIVE FOR SELECT TO naga_app, naga_read
  USING ((SELECT nullif(on_wall(), true)) IS NOT NULL);
--> statement-breakpoint
-- Whoever reads the case: the policy of that table says who.
CREATE POLICY read ON seizure_outcomes FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND EXISTS (SELECT FROM seizures s
    WHERE s.operation_id = seizure_outcomes.operation_id AND s.id = seizure_outcomes.seizure_id AND s.ended_by IS NULL));
--> statement-breakpoint
-- Contact points of its owner, each under their own name, of a case that was not withdrawn, and never after the last day.
CREATE POLICY add ON seizure_outcomes FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND author_id = (SELECT current_member())
  AND (SELECT current_duty()) = 'ncp' AND (SELECT key_scopes()) IS NULL AND (SELECT outcomes_open())
  AND EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = seizure_outcomes.operation_id
    AND f.id = seizure_outcomes.seizure_id AND f.ended_by IS NULL AND f.agency_id = (SELECT current_agency())
    AND f.state <> 'withdrawn')
  AND (version = 1 OR outcome_follows(id, version, seizure_id, kind)));
