ALTER TABLE "operation_reports" DROP CONSTRAINT "operation_reports_kind";--> statement-breakpoint
ALTER TABLE "operation_report_editions" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "operation_reports" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "operation_reports" ADD COLUMN "suppress_under" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "operation_reports" ADD CONSTRAINT "operation_reports_subject" CHECK (("operation_reports"."kind" in ('country_sheet', 'commodity_sheet')) = ("operation_reports"."subject" is not null) and length("operation_reports"."subject") between 1 and 40);--> statement-breakpoint
ALTER TABLE "operation_reports" ADD CONSTRAINT "operation_reports_press" CHECK ("operation_reports"."kind" <> 'press_sheet' or "operation_reports"."audience" = 'public');--> statement-breakpoint
ALTER TABLE "operation_reports" ADD CONSTRAINT "operation_reports_suppress" CHECK ("operation_reports"."suppress_under" in (0, 3, 5, 10));--> statement-breakpoint
ALTER TABLE "operation_reports" ADD CONSTRAINT "operation_reports_kind" CHECK ("operation_reports"."kind" in ('end_of_operation', 'mid_term', 'situation', 'country_sheet', 'commodity_sheet', 'press_sheet'));--> statement-breakpoint

-- How many tallies of one administration are on record, and how many of these are nil: numbers, to whoever drafts its
-- sheet. What is missing is not said: who is silent is a number without a name.
CREATE FUNCTION report_tallies(p_from date, p_to date, p_at timestamptz, p_administration text)
RETURNS TABLE (on_record int, nil int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT count(*) FILTER (WHERE k.mark IN ('reported', 'nil', 'late'))::int, count(*) FILTER (WHERE k.mark = 'nil')::int
    FROM tally_marks(op, p_from, p_to, p_at) k
    JOIN agencies g ON g.id = k.agency_id
    JOIN administrations a ON a.id = g.administration_id AND a.code = p_administration;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION report_tallies(date, date, timestamptz, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION report_tallies(date, date, timestamptz, text) TO naga_app, naga_read;
