CREATE TABLE "member_visits" (
	"operation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"shown_from" timestamp with time zone,
	CONSTRAINT "member_visits_operation_id_member_id_pk" PRIMARY KEY("operation_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "watch_entries" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" uuid,
	"text" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "watch_entries_operation_id_agency_id_id_pk" PRIMARY KEY("operation_id","agency_id","id"),
	CONSTRAINT "watch_entries_kind" CHECK ("watch_entries"."kind" in ('note', 'promise', 'correction', 'kept')),
	CONSTRAINT "watch_entries_referring" CHECK (("watch_entries"."about" is not null) = ("watch_entries"."kind" in ('correction', 'kept'))),
	CONSTRAINT "watch_entries_text" CHECK (char_length("watch_entries"."text") <= 1000 and ("watch_entries"."text" <> '' or "watch_entries"."kind" = 'kept'))
);
--> statement-breakpoint
CREATE TABLE "watch_handovers" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"sheet" jsonb NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamp with time zone,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "watch_handovers_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "watch_handovers_duty" CHECK ("watch_handovers"."duty" in ('lead', 'ocu', 'ncp')),
	CONSTRAINT "watch_handovers_accepted" CHECK (("watch_handovers"."accepted_at" is null) = ("watch_handovers"."accepted_by" is null)),
	CONSTRAINT "watch_handovers_another" CHECK ("watch_handovers"."accepted_by" <> "watch_handovers"."signed_by"),
	CONSTRAINT "watch_handovers_once" CHECK ("watch_handovers"."accepted_at" is null or "watch_handovers"."taken_back_at" is null)
);
--> statement-breakpoint
CREATE TABLE "watch_shifts" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_by" uuid,
	CONSTRAINT "watch_shifts_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "watch_shifts_order" CHECK ("watch_shifts"."starts_at" < "watch_shifts"."ends_at"),
	CONSTRAINT "watch_shifts_struck" CHECK (("watch_shifts"."struck_at" is null) = ("watch_shifts"."struck_by" is null))
);
--> statement-breakpoint
ALTER TABLE "member_visits" ADD CONSTRAINT "member_visits_member" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entries" ADD CONSTRAINT "watch_entries_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_entries" ADD CONSTRAINT "watch_entries_earlier" FOREIGN KEY ("operation_id","agency_id","about") REFERENCES "public"."watch_entries"("operation_id","agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_handovers" ADD CONSTRAINT "watch_handovers_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_shifts" ADD CONSTRAINT "watch_shifts_agency" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_shifts" ADD CONSTRAINT "watch_shifts_member" FOREIGN KEY ("operation_id","member_id") REFERENCES "public"."members"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_entries_at" ON "watch_entries" USING btree ("operation_id","agency_id","at");--> statement-breakpoint
CREATE INDEX "watch_entries_about" ON "watch_entries" USING btree ("operation_id","agency_id","about") WHERE about is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "watch_handovers_waiting" ON "watch_handovers" USING btree ("operation_id","agency_id","duty") WHERE accepted_at is null and taken_back_at is null;--> statement-breakpoint
CREATE INDEX "watch_handovers_signed" ON "watch_handovers" USING btree ("operation_id","agency_id","signed_at");--> statement-breakpoint
CREATE INDEX "watch_shifts_standing" ON "watch_shifts" USING btree ("operation_id","agency_id","ends_at") WHERE struck_at is null;--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['watch_shifts', 'watch_entries', 'watch_handovers', 'member_visits'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('GRANT INSERT ON %I TO naga_app', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- The roster: leads and the coordination unit read that of all, an agency its own. It is written by its own agency, of its
-- own members.
CREATE POLICY read ON watch_shifts FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (
    (SELECT current_duty()) IN ('lead', 'ocu')
    OR (agency_id = (SELECT current_agency()) AND (SELECT current_duty()) IN ('ncp', 'reporter', 'analyst'))));
--> statement-breakpoint
CREATE POLICY add ON watch_shifts FOR INSERT TO naga_app WITH CHECK (
  made_by = (SELECT current_member()) AND made_at BETWEEN now() AND clock_timestamp() AND struck_at IS NULL
  AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = watch_shifts.operation_id AND m.agency_id = watch_shifts.agency_id
      AND m.role IN ('lead', 'ocu', 'ncp'))
  AND EXISTS (
    SELECT FROM members o WHERE o.operation_id = watch_shifts.operation_id AND o.id = watch_shifts.member_id
      AND o.agency_id = watch_shifts.agency_id));
--> statement-breakpoint
GRANT UPDATE (struck_at, struck_by) ON watch_shifts TO naga_app;
--> statement-breakpoint
CREATE POLICY strike ON watch_shifts FOR UPDATE TO naga_app
USING (struck_at IS NULL AND EXISTS (
  SELECT FROM writing_membership() m
  WHERE m.operation_id = watch_shifts.operation_id AND m.agency_id = watch_shifts.agency_id
    AND m.role IN ('lead', 'ocu', 'ncp')))
WITH CHECK (struck_by = (SELECT current_member()) AND struck_at BETWEEN now() AND clock_timestamp());
--> statement-breakpoint

-- The log: the own agency alone, whatever the role. Rows are added by the clock of the database, and never changed.
CREATE POLICY read ON watch_entries FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND (SELECT current_duty()) IN ('lead', 'ocu', 'ncp', 'analyst'));
--> statement-breakpoint
CREATE POLICY add ON watch_entries FOR INSERT TO naga_app WITH CHECK (
  author_id = (SELECT current_member()) AND at BETWEEN now() AND clock_timestamp() AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = watch_entries.operation_id AND m.agency_id = watch_entries.agency_id
      AND m.role IN ('lead', 'ocu', 'ncp')));
--> statement-breakpoint

-- Handovers: a sheet was drafted with the rights of the duty that signed it. It is read by who has at least these: the
-- same duty of the same agency, and of what a lead reads, its contact points and its coordination unit too.
CREATE FUNCTION takes_watch_of(p_operation uuid, p_agency uuid, p_duty text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN coalesce(m.operation_id = p_operation AND m.agency_id = p_agency AND m.role IN ('lead', 'ocu', 'ncp')
    AND (m.role = p_duty OR p_duty = 'lead'), false);
END $$;
--> statement-breakpoint
CREATE POLICY read ON watch_handovers FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND agency_id = (SELECT current_agency())
  AND takes_watch_of(operation_id, agency_id, duty));
--> statement-breakpoint
CREATE POLICY add ON watch_handovers FOR INSERT TO naga_app WITH CHECK (
  signed_by = (SELECT current_member()) AND signed_at BETWEEN now() AND clock_timestamp()
  AND accepted_at IS NULL AND taken_back_at IS NULL AND EXISTS (
    SELECT FROM writing_membership() m
    WHERE m.operation_id = watch_handovers.operation_id AND m.agency_id = watch_handovers.agency_id
      AND m.role = watch_handovers.duty));
--> statement-breakpoint
GRANT UPDATE (accepted_by, accepted_at, taken_back_at) ON watch_handovers TO naga_app;
--> statement-breakpoint
CREATE POLICY finish ON watch_handovers FOR UPDATE TO naga_app
USING (accepted_at IS NULL AND taken_back_at IS NULL AND takes_watch_of(operation_id, agency_id, duty)
  AND EXISTS (SELECT FROM writing_membership() m WHERE m.operation_id = watch_handovers.operation_id))
WITH CHECK (
  CASE WHEN taken_back_at IS NULL
    THEN accepted_by = (SELECT current_member()) AND accepted_by <> signed_by
      AND accepted_at BETWEEN now() AND clock_timestamp()
    ELSE accepted_at IS NULL AND signed_by = (SELECT current_member())
      AND taken_back_at BETWEEN now() AND clock_timestamp()
  END);
--> statement-breakpoint

-- That a handover of the own agency waits, and since when: for all who keep its watch, whatever is on the sheet.
CREATE FUNCTION unaccepted_handovers() RETURNS TABLE (agency_id uuid, signed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m members := current_membership();
BEGIN
  RETURN QUERY SELECT h.agency_id, h.signed_at FROM watch_handovers h
  WHERE m.role IN ('lead', 'ocu', 'ncp') AND h.operation_id = m.operation_id AND h.agency_id = m.agency_id
    AND h.accepted_at IS NULL AND h.taken_back_at IS NULL
  ORDER BY h.signed_at;
END $$;
--> statement-breakpoint

-- Visits: everybody the own.
CREATE POLICY own ON member_visits TO naga_app
USING (operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()))
WITH CHECK (operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()));
--> statement-breakpoint
CREATE POLICY read ON member_visits FOR SELECT TO naga_read
USING (operation_id = (SELECT current_operation()) AND member_id = (SELECT current_member()));
--> statement-breakpoint
GRANT UPDATE (seen_at, shown_at, shown_from) ON member_visits TO naga_app;
--> statement-breakpoint
REVOKE ALL ON FUNCTION takes_watch_of(uuid, uuid, text), unaccepted_handovers() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION takes_watch_of(uuid, uuid, text), unaccepted_handovers() TO naga_app, naga_read;
