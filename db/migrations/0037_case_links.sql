CREATE TABLE "case_links" (
	"operation_id" uuid NOT NULL,
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"version" integer NOT NULL,
	"answer" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reasons" text[] NOT NULL,
	"author_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "case_links_operation_id_one_other_version_pk" PRIMARY KEY("operation_id","one","other","version"),
	CONSTRAINT "case_links_two" CHECK ("case_links"."one" < "case_links"."other"),
	CONSTRAINT "case_links_answer" CHECK ("case_links"."answer" in ('linked', 'apart', 'open') and "case_links"."version" > 0),
	CONSTRAINT "case_links_note" CHECK (length("case_links"."note") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "seizure_clues" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"tier" text NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "seizure_clues_operation_id_kind_value_seizure_id_pk" PRIMARY KEY("operation_id","kind","value","seizure_id"),
	CONSTRAINT "seizure_clues_tier" CHECK ("seizure_clues"."tier" in ('A', 'B', 'C'))
);
--> statement-breakpoint
CREATE INDEX "case_links_other" ON "case_links" USING btree ("operation_id","other");--> statement-breakpoint
CREATE INDEX "seizure_clues_seizure" ON "seizure_clues" USING btree ("operation_id","seizure_id");
--> statement-breakpoint

-- Text as clues are compared: small letters and digits, whatever stands between them. The domain has the same rule.
CREATE FUNCTION clue_key(p_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(lower(regexp_replace(normalize(p_text, NFKC), '[\s!-/:-@\[-`{-~]+', '', 'g')), 80)
$$;
--> statement-breakpoint

-- What the case itself says: a number on the outside, marks on the packaging or in quotation marks, and the way in which
-- the goods went: how they were hidden, what they were, from where to where (tier A alone). Every written case asks for
-- it, so what is empty costs nothing.
CREATE FUNCTION clues_of_case(p jsonb) RETURNS TABLE (tier text, kind text, value text)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  item jsonb;
  said text;
  mark text[];
  methods text[] := '{}';
  hidden text[] := '{}';
  way text;
  commodity text;
  country text;
BEGIN
  tier := 'B';
  IF p ->> 'containerNo' <> '' THEN
    kind := 'container';
    value := clue_key(p ->> 'containerNo');
    IF length(value) >= 6 THEN RETURN NEXT; END IF;
  END IF;
  IF p ->> 'transportNo' <> '' THEN
    kind := 'transport';
    value := clue_key(p ->> 'transportNo');
    IF length(value) >= 4 THEN RETURN NEXT; END IF;
  END IF;
  kind := 'mark';
  FOR item IN SELECT jsonb_array_elements(coalesce(p -> 'items', '[]')) LOOP
    IF item ->> 'brand' <> '' THEN
      value := clue_key(item ->> 'brand');
      IF length(value) >= 3 THEN RETURN NEXT; END IF;
    END IF;
    said := concat_ws(E'\n', said, nullif(item ->> 'description', ''));
  END LOOP;
  said := concat_ws(E'\n', nullif(p ->> 'concealmentText', ''), nullif(said, ''));
  IF said ~ '["“«「]' THEN
    FOR mark IN SELECT regexp_matches(said, '["“«「]([^"“”«»「」\n]{3,40})["”»」]', 'g') LOOP
      value := clue_key(mark[1]);
      IF length(value) >= 3 THEN RETURN NEXT; END IF;
    END LOOP;
  END IF;
  tier := 'A';
  kind := 'way';
  FOR way IN SELECT jsonb_array_elements_text(coalesce(p -> 'concealmentMethods', '[]')) LOOP
    CONTINUE WHEN way IN ('none', 'unknown');
    methods := methods || ('concealment_method:' || way);
  END LOOP;
  hidden := methods;
  FOR way IN SELECT jsonb_array_elements_text(coalesce(p -> 'concealmentPlaces', '[]')) LOOP
    CONTINUE WHEN way IN ('none', 'unknown');
    way := 'concealment_place:' || way;
    hidden := hidden || way;
    FOR i IN 1 .. cardinality(methods) LOOP
      hidden := hidden || (methods[i] || ' ' || way);
    END LOOP;
  END LOOP;
  IF hidden = '{}' THEN
    RETURN;
  END IF;
  FOR country IN SELECT DISTINCT n #>> '{place,country}' FROM jsonb_array_elements(coalesce(p -> 'route', '[]')) AS n
    WHERE n ->> 'role' IN ('origin', 'departure') ORDER BY 1 LIMIT 4 LOOP
    FOR commodity IN SELECT DISTINCT i ->> 'commodity' FROM jsonb_array_elements(coalesce(p -> 'items', '[]')) AS i
      ORDER BY 1 LIMIT 4 LOOP
      FOREACH way IN ARRAY hidden[:12] LOOP
        value := concat_ws(' ', way, commodity, country || '>' || (p #>> '{place,country}'));
        RETURN NEXT;
      END LOOP;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint

-- The same of names: what a vehicle or a consignment is called.
CREATE FUNCTION clues_of_names(p jsonb) RETURNS TABLE (tier text, kind text, value text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'C', f.kind, f.value FROM (
    VALUES ('registration', clue_key(p ->> 'registration')), ('waybill', clue_key(p ->> 'waybill'))) AS f(kind, value)
  WHERE (p ->> 'registration' <> '' OR p ->> 'waybill' <> '') AND length(f.value) >= 4
$$;
--> statement-breakpoint

-- Clues are those of the present version: they go with the one before it, and with the names that are taken away.
CREATE FUNCTION keep_clues() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR NEW.version > 1 THEN
    DELETE FROM seizure_clues c WHERE c.operation_id = NEW.operation_id AND c.seizure_id = NEW.id
      AND (c.tier = 'C') = (TG_TABLE_NAME = 'seizure_nominal');
  END IF;
  IF NEW.ended_by IS NULL AND TG_TABLE_NAME = 'seizures' THEN
    INSERT INTO seizure_clues SELECT DISTINCT NEW.operation_id, NEW.id, c.tier, c.kind, c.value FROM clues_of_case(NEW.input) c;
  ELSIF NEW.ended_by IS NULL THEN
    INSERT INTO seizure_clues SELECT NEW.operation_id, NEW.id, c.tier, c.kind, c.value FROM clues_of_names(NEW.nominal) c;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_clues AFTER INSERT OR UPDATE OF ended_by ON seizures FOR EACH ROW EXECUTE FUNCTION keep_clues();
--> statement-breakpoint
CREATE TRIGGER keep_clues AFTER INSERT OR UPDATE OF ended_by ON seizure_nominal FOR EACH ROW EXECUTE FUNCTION keep_clues();
--> statement-breakpoint
INSERT INTO seizure_clues SELECT DISTINCT s.operation_id, s.id, c.tier, c.kind, c.value
  FROM seizures s, clues_of_case(s.input) c WHERE s.ended_by IS NULL;
--> statement-breakpoint
INSERT INTO seizure_clues SELECT s.operation_id, s.id, c.tier, c.kind, c.value
  FROM seizure_nominal s, clues_of_names(s.nominal) c WHERE s.ended_by IS NULL;
--> statement-breakpoint

-- With a seizure goes what it may have in common with others, what was said of that, and what could prove it was said.
CREATE FUNCTION forget_links() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE commands c SET request_hash = gen_random_bytes(32), outcome = '{}'
  FROM case_links l JOIN members m ON m.operation_id = l.operation_id AND m.id = l.author_id
  WHERE l.operation_id = NEW.operation_id AND NEW.seizure_id IN (l.one, l.other)
    AND c.agency_id = m.agency_id AND c.id = l.command_id;
  DELETE FROM case_links l WHERE l.operation_id = NEW.operation_id AND NEW.seizure_id IN (l.one, l.other);
  DELETE FROM seizure_clues c WHERE c.operation_id = NEW.operation_id AND c.seizure_id = NEW.seizure_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_links AFTER INSERT ON erasures FOR EACH ROW EXECUTE FUNCTION forget_links();
--> statement-breakpoint
REVOKE ALL ON FUNCTION clue_key(text), clues_of_case(jsonb), clues_of_names(jsonb), keep_clues(), forget_links() FROM PUBLIC;
--> statement-breakpoint

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seizure_clues', 'case_links'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT INSERT ON case_links TO naga_app;
--> statement-breakpoint

-- A clue is read by whoever reads the tier that it is from: that tier's own policy says who. Machines have no part in it.
CREATE POLICY read ON seizure_clues FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT key_scopes()) IS NULL AND CASE tier
    WHEN 'A' THEN EXISTS (SELECT FROM seizure_facts f WHERE f.operation_id = seizure_clues.operation_id
      AND f.id = seizure_clues.seizure_id AND f.ended_by IS NULL)
    WHEN 'B' THEN EXISTS (SELECT FROM seizures s WHERE s.operation_id = seizure_clues.operation_id
      AND s.id = seizure_clues.seizure_id AND s.ended_by IS NULL)
    ELSE EXISTS (SELECT FROM seizure_nominal n WHERE n.operation_id = seizure_clues.operation_id
      AND n.id = seizure_clues.seizure_id AND n.ended_by IS NULL) END);
--> statement-breakpoint
-- An answer is read by whoever reads both cases, and given by those of them who analyse or lead, each in their own name.
CREATE POLICY read ON case_links FOR SELECT TO naga_app, naga_read USING (
  operation_id = (SELECT current_operation()) AND (SELECT key_scopes()) IS NULL
  AND EXISTS (SELECT FROM seizures s WHERE s.operation_id = case_links.operation_id AND s.id = case_links.one
    AND s.ended_by IS NULL)
  AND EXISTS (SELECT FROM seizures s WHERE s.operation_id = case_links.operation_id AND s.id = case_links.other
    AND s.ended_by IS NULL));
--> statement-breakpoint
CREATE POLICY add ON case_links FOR INSERT TO naga_app WITH CHECK (
  operation_id = (SELECT current_operation()) AND author_id = (SELECT current_member()) AND (SELECT content_open())
  AND (SELECT key_scopes()) IS NULL AND (SELECT current_duty()) IN ('lead', 'ocu', 'ncp', 'analyst')
  AND EXISTS (SELECT FROM seizures s WHERE s.operation_id = case_links.operation_id AND s.id = case_links.one
    AND s.ended_by IS NULL)
  AND EXISTS (SELECT FROM seizures s WHERE s.operation_id = case_links.operation_id AND s.id = case_links.other
    AND s.ended_by IS NULL));
