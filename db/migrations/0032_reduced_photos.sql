ALTER TABLE "attachment_originals" ADD COLUMN "of_bytes" integer;--> statement-breakpoint
ALTER TABLE "attachment_originals" ADD COLUMN "of_sha256" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "reduced" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "of_bytes" integer;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "of_sha256" text;