ALTER TABLE "clearances" DROP CONSTRAINT "clearances_decision";--> statement-breakpoint
ALTER TABLE "clearances" ADD COLUMN "reference" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "clearances" ADD COLUMN "approver" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "seizure_reports" ADD COLUMN "on_hold" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_decision" CHECK ("clearances"."decision" in ('cleared', 'returned', 'on_hold', 'taken_up'));--> statement-breakpoint
GRANT UPDATE (on_hold) ON seizure_reports TO naga_app;
