CREATE TABLE "tally_bands" (
	"group_code" text NOT NULL,
	"dimension" text NOT NULL,
	"version" integer NOT NULL,
	"low" numeric(21, 6),
	"high" numeric(21, 6),
	"reason" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "tally_bands_group_code_dimension_version_pk" PRIMARY KEY("group_code","dimension","version"),
	CONSTRAINT "tally_bands_order" CHECK ("tally_bands"."low" > 0 and "tally_bands"."high" > 0 and ("tally_bands"."low" < "tally_bands"."high"))
);
--> statement-breakpoint
ALTER TABLE "tally_quantities" ADD COLUMN "asked_beyond" numeric;--> statement-breakpoint
ALTER TABLE "tally_quantities" ADD COLUMN "band_version" integer;--> statement-breakpoint
ALTER TABLE "tally_bands" ADD CONSTRAINT "tally_bands_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tally_quantities" ADD CONSTRAINT "tally_quantities_asked" CHECK (("tally_quantities"."asked_beyond" is null) = ("tally_quantities"."band_version" is null));
--> statement-breakpoint
GRANT SELECT ON tally_bands TO naga_app, naga_read;
