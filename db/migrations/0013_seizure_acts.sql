CREATE TABLE "on_behalf" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"informant" text NOT NULL,
	"channel" text NOT NULL,
	"came_at" timestamp with time zone NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"receipt" text NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"objection" text DEFAULT '' NOT NULL,
	"objected_by" uuid,
	"objected_at" timestamp with time zone,
	CONSTRAINT "on_behalf_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id"),
	CONSTRAINT "on_behalf_channel" CHECK ("on_behalf"."channel" in ('telephone', 'paper', 'photo', 'messenger', 'radio'))
);
--> statement-breakpoint
CREATE INDEX "on_behalf_open" ON "on_behalf" USING btree ("operation_id","agency_id") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "access_log_once_a_day" ON "access_log" USING btree ("operation_id","subject","person_id","action",((at at time zone 'UTC')::date)) WHERE action like 'case.%';
--> statement-breakpoint

-- Which other agencies had a case before them, and what they did with it: for contact points of its owner alone. Persons
-- are a number; who they are stays between them and their own agency.
CREATE FUNCTION case_readings(p_seizure uuid)
RETURNS TABLE (agency_id uuid, agency text, persons int, first_at timestamptz, last_at timestamptz, kinds text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  IF m.role IS DISTINCT FROM 'ncp' OR NOT EXISTS (
    SELECT FROM seizures s WHERE s.operation_id = m.operation_id AND s.id = p_seizure AND s.agency_id = m.agency_id) THEN
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
REVOKE ALL ON FUNCTION case_readings(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION case_readings(uuid) TO naga_app, naga_read;
--> statement-breakpoint

-- Reports that were entered for a post: contact points of the agency write and read them, officers of the post read them
-- and say whether they are right.
ALTER TABLE on_behalf ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE on_behalf FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON on_behalf TO naga_owner USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT ON on_behalf TO naga_app, naga_read;
--> statement-breakpoint
GRANT INSERT, UPDATE (confirmed_by, confirmed_at, objection, objected_by, objected_at) ON on_behalf TO naga_app;
--> statement-breakpoint
CREATE POLICY read ON on_behalf FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND ((SELECT current_duty()) = 'ncp' OR unit_id = (SELECT own_unit())));
--> statement-breakpoint
CREATE POLICY add ON on_behalf FOR INSERT TO naga_app WITH CHECK (
  confirmed_at IS NULL AND objected_at IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = on_behalf.operation_id AND m.agency_id = on_behalf.agency_id AND m.role = 'ncp'
      AND m.id = on_behalf.entered_by));
--> statement-breakpoint
CREATE POLICY answer ON on_behalf FOR UPDATE TO naga_app
USING (confirmed_at IS NULL AND EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = on_behalf.operation_id AND m.agency_id = on_behalf.agency_id AND m.role = 'reporter'
    AND m.unit_id = on_behalf.unit_id))
WITH CHECK ((SELECT current_member()) IN (confirmed_by, objected_by));
--> statement-breakpoint
-- A draft that turns out to be somebody else's report goes over to the post it is of.
GRANT UPDATE (unit_id) ON seizure_reports TO naga_app;
