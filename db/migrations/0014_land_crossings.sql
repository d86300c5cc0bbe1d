ALTER TABLE "places" DROP CONSTRAINT "places_kind";--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "geo_precision" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "counterpart" text;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_counterpart_places_id_fk" FOREIGN KEY ("counterpart") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_geo_precision" CHECK ("places"."geo_precision" in ('exact', 'facility', 'city', 'admin1'));--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_kind" CHECK ("places"."kind" in ('airport', 'seaport', 'river_port', 'crossing', 'city'));