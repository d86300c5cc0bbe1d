-- Trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pgcrypto;--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"person_id" uuid,
	"operation_id" uuid,
	"action" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"request_id" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"agency_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"outcome" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "commands_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "event_bodies" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"stream_id" uuid NOT NULL,
	"body" text NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"arrival" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_arrival_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"stream_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"seq" bigint,
	"command_id" uuid NOT NULL,
	"type" text NOT NULL,
	"type_version" integer NOT NULL,
	"actor" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"commitment" "bytea" NOT NULL,
	"previous_hash" "bytea",
	"hash" "bytea"
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"operation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"agency_id" uuid,
	"unit_id" uuid,
	"head" bigint DEFAULT 0 NOT NULL,
	"head_hash" "bytea" NOT NULL,
	CONSTRAINT "streams_kind" CHECK ("streams"."kind" in ('operation', 'notices', 'unit', 'desk'))
);
--> statement-breakpoint
CREATE TABLE "members" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "members_role" CHECK ("members"."role" in ('lead', 'ocu', 'ncp', 'reporter', 'analyst', 'partner', 'observer')),
	CONSTRAINT "members_state" CHECK ("members"."state" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "operation_plans" (
	"operation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	"name" text NOT NULL,
	"edition" text NOT NULL,
	"objectives" text NOT NULL,
	"scope" text[] NOT NULL,
	"zone" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"follow_up_ends_on" date NOT NULL,
	"debrief_on" date NOT NULL,
	"cut_off" text NOT NULL,
	"late_limit_hours" integer NOT NULL,
	"handling" text NOT NULL,
	"tier" text NOT NULL,
	"joining" text NOT NULL,
	"reporters_read_facts" boolean NOT NULL,
	"boundary_profile" text NOT NULL,
	"boundary_approved_by" uuid,
	"boundary_approved_at" timestamp with time zone,
	CONSTRAINT "operation_plans_operation_id_version_pk" PRIMARY KEY("operation_id","version")
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text DEFAULT 'live' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"state_reason" text DEFAULT '' NOT NULL,
	"dates_moved_days" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operations_code_unique" UNIQUE("code"),
	CONSTRAINT "operations_kind" CHECK ("operations"."kind" in ('live', 'demo', 'exercise')),
	CONSTRAINT "operations_state" CHECK ("operations"."state" in ('draft', 'planning', 'active', 'follow_up', 'debrief', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "participant_administrations" (
	"operation_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"official_name" text NOT NULL,
	CONSTRAINT "participant_administrations_operation_id_administration_id_pk" PRIMARY KEY("operation_id","administration_id")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"operation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"leads" boolean DEFAULT false NOT NULL,
	"reads_all" boolean DEFAULT true NOT NULL,
	"clearance_steps" integer DEFAULT 1 NOT NULL,
	"joined_on" date NOT NULL,
	"left_at" timestamp with time zone,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participants_operation_id_agency_id_pk" PRIMARY KEY("operation_id","agency_id"),
	CONSTRAINT "participants_steps" CHECK ("participants"."clearance_steps" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "administrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "administrations_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"administration_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agencies_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "agency_units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"administrator" boolean DEFAULT false NOT NULL,
	"may_open" boolean DEFAULT false NOT NULL,
	"machine" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"locale" text,
	"zone" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persons_state" CHECK ("persons"."state" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "tokens_kind" CHECK ("tokens"."kind" in ('session', 'key', 'invitation'))
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"rollup" text,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "codes_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "commodities" (
	"code" text PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"parent" text,
	"slot" text NOT NULL,
	"units" text[] NOT NULL,
	"position" integer NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "conversion_rules" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"from_unit" text,
	"from_dimension" text NOT NULL,
	"to_dimension" text NOT NULL,
	"commodity" text,
	"factor" numeric(24, 12),
	"factor_low" numeric(24, 12),
	"factor_high" numeric(24, 12),
	"estimate" boolean NOT NULL,
	"mark" text NOT NULL,
	"position" integer NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "conversion_rules_id_version_pk" PRIMARY KEY("id","version"),
	CONSTRAINT "conversion_rules_mark" CHECK ("conversion_rules"."mark" in ('exact', 'sourced', 'memory'))
);
--> statement-breakpoint
CREATE TABLE "countries" (
	"iso2" text PRIMARY KEY NOT NULL,
	"iso3" text,
	"iso_numeric" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"aliases" text[] NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"subregion" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"search" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "countries_kind" CHECK ("countries"."kind" in ('listed', 'pseudo'))
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_search" text NOT NULL,
	"search" text NOT NULL,
	"country" text NOT NULL,
	"admin_area" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"iata" text,
	"unlocode" text,
	"zone" text,
	"population" integer,
	"rank" integer NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "places_kind" CHECK ("places"."kind" in ('airport', 'seaport', 'river_port', 'city'))
);
--> statement-breakpoint
CREATE TABLE "published_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"period_from" text NOT NULL,
	"period_to" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "published_figures" (
	"edition" text NOT NULL,
	"no" integer NOT NULL,
	"line" text NOT NULL,
	"value" numeric(21, 6),
	"unit" text NOT NULL,
	"qualifier" text NOT NULL,
	"definition" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "published_figures_edition_no_pk" PRIMARY KEY("edition","no")
);
--> statement-breakpoint
CREATE TABLE "reference_loads" (
	"name" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"version" text NOT NULL,
	"licence" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "taxa" (
	"id" text PRIMARY KEY NOT NULL,
	"scientific_name" text NOT NULL,
	"common_names" jsonb NOT NULL,
	"rank" text NOT NULL,
	"commodity" text NOT NULL,
	"parent" text,
	"search" text NOT NULL,
	"mark" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "taxon_listings" (
	"taxon_id" text NOT NULL,
	"no" integer NOT NULL,
	"appendix" text NOT NULL,
	"populations" text[] NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"mark" text NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "taxon_listings_taxon_id_no_pk" PRIMARY KEY("taxon_id","no")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"code" text PRIMARY KEY NOT NULL,
	"dimension" text NOT NULL,
	"factor" numeric(24, 12),
	"exact" boolean NOT NULL,
	"position" integer NOT NULL,
	"source_id" text NOT NULL,
	"valid_from" date,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "audience_readers" (
	"operation_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	CONSTRAINT "audience_readers_operation_id_audience_id_reader_id_pk" PRIMARY KEY("operation_id","audience_id","reader_id")
);
--> statement-breakpoint
CREATE TABLE "audiences" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"joining" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "audiences_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "audiences_kind" CHECK ("audiences"."kind" in ('all', 'agencies', 'members'))
);
--> statement-breakpoint
CREATE TABLE "clearances" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"decision" text NOT NULL,
	"member_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "clearances_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "clearances_decision" CHECK ("clearances"."decision" in ('cleared', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "message_counters" (
	"operation_id" uuid NOT NULL,
	"reporter" text NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_counters_operation_id_reporter_pk" PRIMARY KEY("operation_id","reporter")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"field" text NOT NULL,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "questions_operation_id_id_pk" PRIMARY KEY("operation_id","id")
);
--> statement-breakpoint
CREATE TABLE "seizure_audiences" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"audience_id" uuid NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	CONSTRAINT "seizure_audiences_operation_id_seizure_id_version_pk" PRIMARY KEY("operation_id","seizure_id","version")
);
--> statement-breakpoint
CREATE TABLE "seizure_fact_codes" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"list" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "seizure_fact_codes_operation_id_seizure_id_version_list_code_pk" PRIMARY KEY("operation_id","seizure_id","version","list","code")
);
--> statement-breakpoint
CREATE TABLE "seizure_fact_items" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"line" smallint NOT NULL,
	"commodity" text NOT NULL,
	"quantity" numeric,
	"unit" text,
	"qualifier" text NOT NULL,
	"second_quantity" numeric,
	"second_unit" text,
	"normalised" numeric,
	"normalised_micro" bigint,
	"dimension" text,
	"rule" text,
	"rule_version" integer,
	"taxon_id" text,
	"appendix" text,
	"appendix_source" text,
	"live" boolean,
	CONSTRAINT "seizure_fact_items_operation_id_seizure_id_version_line_pk" PRIMARY KEY("operation_id","seizure_id","version","line")
);
--> statement-breakpoint
CREATE TABLE "seizure_fact_nodes" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"position" smallint NOT NULL,
	"role" text NOT NULL,
	"country" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"geo_precision" text NOT NULL,
	"share_percent" numeric,
	"opportunity" boolean,
	"mode_to_next" text,
	"evidence" text NOT NULL,
	CONSTRAINT "seizure_fact_nodes_operation_id_seizure_id_version_position_pk" PRIMARY KEY("operation_id","seizure_id","version","position")
);
--> statement-breakpoint
CREATE TABLE "seizure_facts" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	"message_no" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"reporter" text NOT NULL,
	"state" text NOT NULL,
	"shared" boolean NOT NULL,
	"event_kind" text NOT NULL,
	"occurred_on" date NOT NULL,
	"occurred_to" date,
	"date_precision" text NOT NULL,
	"occurred_at" timestamp with time zone,
	"operational_day" date,
	"outside_window" boolean NOT NULL,
	"late" boolean NOT NULL,
	"cleared_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"country" text NOT NULL,
	"place_id" text,
	"lat" double precision,
	"lon" double precision,
	"geo_precision" text NOT NULL,
	"place_kind" text NOT NULL,
	"direction" text NOT NULL,
	"mode" text NOT NULL,
	"arrested" integer,
	"event_kind_list" text GENERATED ALWAYS AS ('event_kind') STORED,
	"geo_precision_list" text GENERATED ALWAYS AS ('geo_precision') STORED,
	"place_kind_list" text GENERATED ALWAYS AS ('place_kind') STORED,
	"direction_list" text GENERATED ALWAYS AS ('direction') STORED,
	"mode_list" text GENERATED ALWAYS AS ('mode') STORED,
	CONSTRAINT "seizure_facts_operation_id_id_version_pk" PRIMARY KEY("operation_id","id","version"),
	CONSTRAINT "seizure_facts_state" CHECK ("seizure_facts"."state" in ('submitted', 'verified', 'withdrawn', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "seizure_nominal" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"audience_id" uuid NOT NULL,
	"nominal" jsonb NOT NULL,
	CONSTRAINT "seizure_nominal_operation_id_id_version_pk" PRIMARY KEY("operation_id","id","version")
);
--> statement-breakpoint
CREATE TABLE "seizure_reports" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"state" text NOT NULL,
	"step" smallint DEFAULT 0 NOT NULL,
	"steps" smallint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"form" jsonb,
	"input" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"submitted_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "seizure_reports_operation_id_id_pk" PRIMARY KEY("operation_id","id"),
	CONSTRAINT "seizure_reports_state" CHECK ("seizure_reports"."state" in ('draft', 'in_clearance', 'returned', 'released', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "seizures" (
	"operation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_by" uuid,
	"agency_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"shared" boolean NOT NULL,
	"audience_id" uuid NOT NULL,
	"national_case_no" text NOT NULL,
	"handling" text NOT NULL,
	"input" jsonb NOT NULL,
	"change_kind" text DEFAULT '' NOT NULL,
	"change_reason" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"receipt" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "seizures_operation_id_id_version_pk" PRIMARY KEY("operation_id","id","version")
);
--> statement-breakpoint
ALTER TABLE "event_bodies" ADD CONSTRAINT "event_bodies_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_stream_id_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streams" ADD CONSTRAINT "streams_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_unit_id_agency_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."agency_units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_operation_id_agency_id_participants_operation_id_agency_id_fk" FOREIGN KEY ("operation_id","agency_id") REFERENCES "public"."participants"("operation_id","agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operation_plans" ADD CONSTRAINT "operation_plans_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operations" ADD CONSTRAINT "operations_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_administrations" ADD CONSTRAINT "participant_administrations_operation_id_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."operations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_administrations" ADD CONSTRAINT "participant_administrations_administration_id_administrations_id_fk" FOREIGN KEY ("administration_id") REFERENCES "public"."administrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_operation_id_administration_id_participant_administrations_operation_id_administration_id_fk" FOREIGN KEY ("operation_id","administration_id") REFERENCES "public"."participant_administrations"("operation_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_administration_id_administrations_id_fk" FOREIGN KEY ("administration_id") REFERENCES "public"."administrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency_units" ADD CONSTRAINT "agency_units_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_unit_id_agency_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."agency_units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codes" ADD CONSTRAINT "codes_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commodities" ADD CONSTRAINT "commodities_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversion_rules" ADD CONSTRAINT "conversion_rules_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "countries" ADD CONSTRAINT "countries_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_country_countries_iso2_fk" FOREIGN KEY ("country") REFERENCES "public"."countries"("iso2") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_editions" ADD CONSTRAINT "published_editions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_edition_published_editions_id_fk" FOREIGN KEY ("edition") REFERENCES "public"."published_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_figures" ADD CONSTRAINT "published_figures_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxa" ADD CONSTRAINT "taxa_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxon_listings" ADD CONSTRAINT "taxon_listings_taxon_id_taxa_id_fk" FOREIGN KEY ("taxon_id") REFERENCES "public"."taxa"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxon_listings" ADD CONSTRAINT "taxon_listings_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience_readers" ADD CONSTRAINT "audience_readers_operation_id_audience_id_audiences_operation_id_id_fk" FOREIGN KEY ("operation_id","audience_id") REFERENCES "public"."audiences"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_fact_codes" ADD CONSTRAINT "seizure_fact_codes_operation_id_seizure_id_version_seizure_facts_operation_id_id_version_fk" FOREIGN KEY ("operation_id","seizure_id","version") REFERENCES "public"."seizure_facts"("operation_id","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_fact_codes" ADD CONSTRAINT "seizure_fact_codes_list_code_codes_list_code_fk" FOREIGN KEY ("list","code") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_fact_items" ADD CONSTRAINT "seizure_fact_items_commodity_commodities_code_fk" FOREIGN KEY ("commodity") REFERENCES "public"."commodities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_fact_items" ADD CONSTRAINT "seizure_fact_items_operation_id_seizure_id_version_seizure_facts_operation_id_id_version_fk" FOREIGN KEY ("operation_id","seizure_id","version") REFERENCES "public"."seizure_facts"("operation_id","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_fact_nodes" ADD CONSTRAINT "seizure_fact_nodes_operation_id_seizure_id_version_seizure_facts_operation_id_id_version_fk" FOREIGN KEY ("operation_id","seizure_id","version") REFERENCES "public"."seizure_facts"("operation_id","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_event_kind_list_event_kind_codes_list_code_fk" FOREIGN KEY ("event_kind_list","event_kind") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_geo_precision_list_geo_precision_codes_list_code_fk" FOREIGN KEY ("geo_precision_list","geo_precision") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_place_kind_list_place_kind_codes_list_code_fk" FOREIGN KEY ("place_kind_list","place_kind") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_direction_list_direction_codes_list_code_fk" FOREIGN KEY ("direction_list","direction") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizure_facts" ADD CONSTRAINT "seizure_facts_mode_list_mode_codes_list_code_fk" FOREIGN KEY ("mode_list","mode") REFERENCES "public"."codes"("list","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seizures" ADD CONSTRAINT "seizures_operation_id_audience_id_audiences_operation_id_id_fk" FOREIGN KEY ("operation_id","audience_id") REFERENCES "public"."audiences"("operation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_subject" ON "access_log" USING btree ("operation_id","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "events_number" ON "events" USING btree ("stream_id","seq");--> statement-breakpoint
CREATE INDEX "events_waiting" ON "events" USING btree ("stream_id","arrival") WHERE seq is null;--> statement-breakpoint
CREATE UNIQUE INDEX "streams_unit" ON "streams" USING btree ("operation_id","unit_id") WHERE kind = 'unit';--> statement-breakpoint
CREATE UNIQUE INDEX "streams_one" ON "streams" USING btree ("operation_id","kind") WHERE kind <> 'unit';--> statement-breakpoint
CREATE UNIQUE INDEX "members_person" ON "members" USING btree ("person_id","operation_id");--> statement-breakpoint
CREATE INDEX "members_agency" ON "members" USING btree ("operation_id","agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_plans_current" ON "operation_plans" USING btree ("operation_id") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "agencies_administration" ON "agencies" USING btree ("administration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_units_name" ON "agency_units" USING btree ("agency_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_email" ON "persons" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "countries_search" ON "countries" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "places_search" ON "places" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "places_name_search" ON "places" USING btree ("name_search" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "places_iata" ON "places" USING btree ("iata");--> statement-breakpoint
CREATE INDEX "places_unlocode" ON "places" USING btree ("unlocode");--> statement-breakpoint
CREATE INDEX "places_country" ON "places" USING btree ("country");--> statement-breakpoint
CREATE INDEX "places_position" ON "places" USING btree ("lat","lon");--> statement-breakpoint
CREATE INDEX "taxa_search" ON "taxa" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audience_readers_reader" ON "audience_readers" USING btree ("operation_id","reader_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audiences_digest" ON "audiences" USING btree ("operation_id","digest");--> statement-breakpoint
CREATE INDEX "clearances_seizure" ON "clearances" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "questions_seizure" ON "questions" USING btree ("operation_id","seizure_id");--> statement-breakpoint
CREATE INDEX "questions_open" ON "questions" USING btree ("operation_id","agency_id") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "seizure_fact_items_commodity" ON "seizure_fact_items" USING btree ("operation_id","commodity");--> statement-breakpoint
CREATE UNIQUE INDEX "seizure_facts_current" ON "seizure_facts" USING btree ("operation_id","id") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizure_facts_newest" ON "seizure_facts" USING btree ("operation_id","released_at","id") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizure_facts_day" ON "seizure_facts" USING btree ("operation_id","occurred_on","id") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizure_facts_agency" ON "seizure_facts" USING btree ("operation_id","agency_id","released_at") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizure_facts_country" ON "seizure_facts" USING btree ("operation_id","country","released_at") WHERE ended_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seizure_nominal_current" ON "seizure_nominal" USING btree ("operation_id","id") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizure_reports_unit" ON "seizure_reports" USING btree ("operation_id","agency_id","unit_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "seizures_current" ON "seizures" USING btree ("operation_id","id") WHERE ended_by is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seizures_case_no" ON "seizures" USING btree ("operation_id","agency_id","national_case_no") WHERE ended_by is null;--> statement-breakpoint
CREATE INDEX "seizures_search" ON "seizures" USING gin (search_text gin_trgm_ops);