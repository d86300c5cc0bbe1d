DROP INDEX "import_rows_state";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "agreed" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "counts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "import_rows_state" ON "import_rows" USING btree ("operation_id","import_id","status","outcome","row");
--> statement-breakpoint
UPDATE imports i SET counts = coalesce((
  SELECT jsonb_agg(jsonb_build_object('status', c.status, 'outcome', c.outcome, 'n', c.n))
  FROM (SELECT status, outcome, count(*)::int AS n FROM import_rows r
    WHERE r.operation_id = i.operation_id AND r.import_id = i.id GROUP BY status, outcome) c), '[]');
--> statement-breakpoint
GRANT UPDATE (counts) ON imports TO naga_app;
--> statement-breakpoint
GRANT UPDATE (agreed) ON import_rows TO naga_app;
--> statement-breakpoint

-- What was agreed to names what was written: it goes with the rest.
CREATE OR REPLACE FUNCTION forget_import_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE import_rows SET written = '[]', mended = '{}', agreed = '{}', fields = '{}', questions = '[]', notes = '[]',
    case_no = '', content = ''
  WHERE operation_id = NEW.operation_id AND seizure_id = NEW.id;
  RETURN NEW;
END $$;
