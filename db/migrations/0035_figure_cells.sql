CREATE TABLE "figure_amounts" (
	"operation_id" uuid NOT NULL,
	"goods_key" text NOT NULL,
	"measure" text NOT NULL,
	"quantity" numeric NOT NULL,
	"confirmed" boolean NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"starts" date NOT NULL,
	"reporter" text NOT NULL,
	"country" text NOT NULL,
	"mode" text NOT NULL,
	"goods" text NOT NULL,
	CONSTRAINT "figure_amounts_key" PRIMARY KEY("operation_id","seizure_id","version","goods_key","measure")
);
--> statement-breakpoint
CREATE TABLE "figure_cells" (
	"operation_id" uuid NOT NULL,
	"span" text NOT NULL,
	"dim" text NOT NULL,
	"starts" date NOT NULL,
	"reporter" text NOT NULL,
	"country" text NOT NULL,
	"mode" text NOT NULL,
	"goods" text NOT NULL,
	"value" text NOT NULL,
	"measure" text NOT NULL,
	"cases" integer NOT NULL,
	"confirmed" integer NOT NULL,
	"total" numeric NOT NULL,
	"total_confirmed" numeric NOT NULL,
	"at_least" integer NOT NULL,
	"estimated" numeric NOT NULL,
	"estimated_cases" integer NOT NULL,
	CONSTRAINT "figure_cells_key" PRIMARY KEY("operation_id","span","dim","starts","reporter","country","mode","goods","value","measure"),
	CONSTRAINT "figure_cells_span" CHECK ("figure_cells"."span" in ('all', 'week', 'day'))
);
--> statement-breakpoint
CREATE TABLE "figure_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_counted" (
	"operation_id" uuid NOT NULL,
	"seizure_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "figure_counted_operation_id_seizure_id_pk" PRIMARY KEY("operation_id","seizure_id")
);
--> statement-breakpoint
CREATE INDEX "figure_amounts_largest" ON "figure_amounts" USING btree ("operation_id","goods_key","measure","quantity" DESC NULLS LAST,"confirmed" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "figure_cells_empty" ON "figure_cells" USING btree ("operation_id") WHERE cases = 0 and estimated_cases = 0;--> statement-breakpoint
CREATE INDEX "figure_changes_operation" ON "figure_changes" USING btree ("operation_id","id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['figure_cells', 'figure_amounts', 'figure_counted', 'figure_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner ON %I TO naga_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- Counted of shared facts alone, and so read by whoever reads those. What is still to be counted in is nobody's.
  FOREACH t IN ARRAY ARRAY['figure_cells', 'figure_amounts'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO naga_app, naga_read', t);
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO naga_app, naga_read USING (
      operation_id = (SELECT current_operation()) AND (SELECT reads_facts()))', t);
  END LOOP;
END $$;
--> statement-breakpoint

CREATE FUNCTION figure_slot(p_group text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN p_group LIKE 'D%' THEN 'D' WHEN p_group LIKE 'L%' THEN 'L' WHEN p_group IN ('P1', 'P2') THEN 'P'
    WHEN p_group = 'F1' THEN 'G' WHEN p_group = 'F2' THEN 'I' WHEN p_group = 'F3' THEN 'R'
    WHEN p_group IN ('F5', 'F6') THEN 'T' WHEN p_group = 'F7' THEN 'B' ELSE 'O' END
$$;
--> statement-breakpoint
CREATE FUNCTION figure_measure(p_normalised numeric, p_dimension text, p_unit text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN p_normalised IS NOT NULL THEN CASE p_dimension
    WHEN 'mass' THEN 'kg' WHEN 'volume' THEN 'l' WHEN 'timber_volume' THEN 'm3' WHEN 'area' THEN 'm2' WHEN 'length' THEN 'm'
    ELSE CASE p_unit WHEN 'pairs' THEN 'pcs' WHEN 'packs' THEN 'sticks' WHEN 'cartons' THEN 'sticks'
      WHEN 'cases' THEN 'sticks' ELSE p_unit END END END
$$;
--> statement-breakpoint
CREATE FUNCTION figure_is_country(p_code text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_code = 'XK' OR NOT (p_code LIKE 'X%' OR p_code IN ('ZZ', 'AA') OR p_code ~ '^Q[M-Z]$')
$$;
--> statement-breakpoint

-- Between which countries a version of a seizure went: one text for each leg that leaves one, '' alone where none does.
CREATE FUNCTION figure_corridors(p_operation uuid, p_id uuid, p_version int, p_country text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH stops AS (
    SELECT n.country, n.position, n.role, figure_is_country(n.country) AS known,
      coalesce(min(n.position) FILTER (WHERE n.role = 'discovery') OVER (),
        max(n.position) FILTER (WHERE n.role <> 'destination' AND n.country = p_country) OVER () + 1, 32767) AS found
    FROM seizure_fact_nodes n
    WHERE n.operation_id = p_operation AND n.seizure_id = p_id AND n.version = p_version),
  chain AS (
    SELECT coalesce(array_agg(country) FILTER (WHERE known AND role = 'origin'), '{}') AS origins,
      coalesce(array_agg(country) FILTER (WHERE known AND role = 'destination'), '{}') AS destinations,
      coalesce(array_agg(country ORDER BY position) FILTER (WHERE known AND position < found
        AND role NOT IN ('origin', 'destination', 'discovery')), '{}')
        || CASE WHEN figure_is_country(p_country) THEN ARRAY[p_country] ELSE '{}' END AS travelled,
      CASE WHEN figure_is_country(p_country) THEN ARRAY[p_country] ELSE '{}' END
        || coalesce(array_agg(country ORDER BY position) FILTER (WHERE known AND position >= found
        AND role NOT IN ('origin', 'destination', 'discovery')), '{}') AS intended
    FROM stops),
  legs AS (
    SELECT unnest(origins) AS start, travelled[1] AS finish, '>' AS way FROM chain WHERE cardinality(travelled) > 0
    UNION ALL SELECT travelled[i], travelled[i + 1], '>' FROM chain, generate_series(1, cardinality(travelled) - 1) i
    UNION ALL SELECT intended[i], intended[i + 1], '~' FROM chain, generate_series(1, cardinality(intended) - 1) i
    UNION ALL SELECT intended[cardinality(intended)], unnest(destinations), '~' FROM chain WHERE cardinality(intended) > 0)
  SELECT coalesce(array_agg(DISTINCT start || way || finish), ARRAY['']) FROM legs WHERE start <> finish
$$;
--> statement-breakpoint

-- What versions of seizures add to the cells, whether they count today or not: all of it is said by the version alone.
-- Each case is put together by itself: thousands of them joined with each other would be compared one by one.
CREATE FUNCTION figure_lines(p_operation uuid, p_ids uuid[], p_versions int[])
RETURNS TABLE (seizure_id uuid, version int, starts date, reporter text, country text, mode text, goods text,
  dim text, value text, measure text, cases int, confirmed int, total numeric, total_confirmed numeric, at_least int,
  estimated numeric, estimated_cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.version, coalesce(f.operational_day, 'infinity'), f.reporter, f.country, f.mode, g.goods, v.dim, v.value,
    v.measure, v.cases, v.cases * s.confirmed, v.total, v.total * s.confirmed, v.at_least, v.estimated, v.estimated_cases
  FROM unnest(p_ids, p_versions) picked(id, version)
  JOIN seizure_facts f ON f.operation_id = p_operation AND f.id = picked.id AND f.version = picked.version
  CROSS JOIN LATERAL (
    SELECT (f.state = 'verified')::int AS confirmed,
      CASE WHEN f.event_kind NOT IN ('seizure', 'controlled_delivery_takedown') THEN 'not_a_seizure'
        WHEN f.outside_window THEN 'outside_window' ELSE '' END AS left_out) s
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(DISTINCT left(i.commodity, 2), ',' ORDER BY left(i.commodity, 2)), '') AS goods,
      CASE WHEN count(DISTINCT figure_slot(left(i.commodity, 2))) = 1 THEN min(figure_slot(left(i.commodity, 2)))
        ELSE 'mixed' END AS kind
    FROM seizure_fact_items i
    WHERE i.operation_id = p_operation AND i.seizure_id = f.id AND i.version = f.version) g
  CROSS JOIN LATERAL (
    SELECT c.dim, c.value, '' AS measure, 1 AS cases, 0::numeric AS total, 0 AS at_least, 0::numeric AS estimated,
      0 AS estimated_cases
    FROM (VALUES ('case', ''), ('late', CASE WHEN f.late THEN '' END), ('persons', coalesce(f.arrested::text, '')),
      ('kind', g.kind), ('placeKind', f.place_kind), ('direction', f.direction)) c(dim, value)
    WHERE s.left_out = '' AND c.value IS NOT NULL
    UNION ALL
    SELECT 'excluded', s.left_out, '', 1, 0, 0, 0, 0 WHERE s.left_out <> ''
    UNION ALL
    SELECT l.dim, coalesce(d.code, ''), '', 1, 0, 0, 0, 0
    FROM (VALUES ('detection', 'detection'), ('concealment', 'concealment_method')) l(dim, list)
    LEFT JOIN seizure_fact_codes d
      ON d.operation_id = p_operation AND d.seizure_id = f.id AND d.version = f.version AND d.list = l.list
    WHERE s.left_out = ''
    UNION ALL
    SELECT 'corridor', unnest(figure_corridors(p_operation, f.id, f.version, f.country)), '', 1, 0, 0, 0, 0
    WHERE s.left_out = ''
    UNION ALL
    SELECT m.dim, m.value, m.measure, (count(*) FILTER (WHERE NOT m.guessed) > 0)::int,
      coalesce(sum(m.normalised) FILTER (WHERE NOT m.guessed), 0), (count(*) FILTER (WHERE m.at_least) > 0)::int,
      coalesce(sum(m.normalised) FILTER (WHERE m.guessed), 0), (count(*) FILTER (WHERE m.guessed) > 0)::int
    FROM (
      SELECT k.dim, k.value, i.normalised, figure_measure(i.normalised, i.dimension, i.unit) AS measure,
        i.qualifier IN ('estimated', 'approx') AS guessed, i.qualifier = 'at_least' AS at_least
      FROM seizure_fact_items i CROSS JOIN LATERAL (
        VALUES ('slot', figure_slot(left(i.commodity, 2))), ('group', left(i.commodity, 2)), ('commodity', i.commodity),
          ('live', CASE WHEN i.live THEN '' END), ('liveSlot', CASE WHEN i.live THEN figure_slot(left(i.commodity, 2)) END),
          ('liveGroup', CASE WHEN i.live THEN left(i.commodity, 2) END)
      ) k(dim, value)
      WHERE i.operation_id = p_operation AND i.seizure_id = f.id AND i.version = f.version AND k.value IS NOT NULL) m
    WHERE s.left_out = '' AND m.measure IS NOT NULL GROUP BY m.dim, m.value, m.measure
    UNION ALL
    SELECT k.dim, k.value, '', 1, 0, 0, 0, 0
    FROM seizure_fact_items i CROSS JOIN LATERAL (
      VALUES ('slot', figure_slot(left(i.commodity, 2))), ('group', left(i.commodity, 2)), ('commodity', i.commodity),
        ('live', CASE WHEN i.live THEN '' END), ('liveSlot', CASE WHEN i.live THEN figure_slot(left(i.commodity, 2)) END),
        ('liveGroup', CASE WHEN i.live THEN left(i.commodity, 2) END)
    ) k(dim, value)
    WHERE s.left_out = '' AND i.operation_id = p_operation AND i.seizure_id = f.id AND i.version = f.version
      AND k.value IS NOT NULL
    GROUP BY k.dim, k.value HAVING bool_and(figure_measure(i.normalised, i.dimension, i.unit) IS NULL)) v
  WHERE f.state IN ('submitted', 'verified')
$$;
--> statement-breakpoint

-- What the cells do not hold yet: `sign` -1 for versions that they still hold, 1 for those that count now. Of what is about
-- to be destroyed nothing counts.
CREATE FUNCTION figure_moves(p_operation uuid, p_ids uuid[], p_destroyed boolean) RETURNS TABLE (sign int, seizure_id uuid, version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (
    SELECT c.seizure_id, c.version FROM figure_counted c
    WHERE c.operation_id = p_operation AND c.seizure_id = ANY (p_ids)),
  counts AS (
    SELECT f.id, f.version FROM seizure_facts f
    WHERE NOT p_destroyed AND f.operation_id = p_operation AND f.id = ANY (p_ids) AND f.ended_by IS NULL AND f.shared AND f.joint IS NULL
      AND f.state IN ('submitted', 'verified'))
  SELECT -1, e.* FROM (SELECT * FROM held EXCEPT SELECT * FROM counts) e
  UNION ALL
  SELECT 1, b.* FROM (SELECT * FROM counts EXCEPT SELECT * FROM held) b
$$;
--> statement-breakpoint
CREATE FUNCTION figure_signed(p_operation uuid, p_ids uuid[], p_destroyed boolean)
RETURNS TABLE (sign int, seizure_id uuid, version int, starts date, reporter text, country text, mode text, goods text,
  dim text, value text, measure text, cases int, confirmed int, total numeric, total_confirmed numeric, at_least int,
  estimated numeric, estimated_cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH moves AS MATERIALIZED (SELECT * FROM figure_moves(p_operation, p_ids, p_destroyed))
  SELECT s.sign, l.* FROM (
    SELECT sign, array_agg(seizure_id) AS ids, array_agg(version) AS versions FROM moves GROUP BY sign) s
  CROSS JOIN LATERAL figure_lines(p_operation, s.ids, s.versions) l
$$;
--> statement-breakpoint

-- Whether so much waits that counting anew is quicker than adding it: in an operation that was just brought in.
CREATE FUNCTION figures_are_behind(p_operation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.n > 2000 AND w.n * 10 > coalesce((SELECT sum(c.cases) FROM figure_cells c
    WHERE c.operation_id = p_operation AND c.span = 'all' AND c.dim = 'case'), 0)
  FROM (SELECT count(*) AS n FROM figure_changes c WHERE c.operation_id = p_operation) w
$$;
--> statement-breakpoint

-- For whoever reads the cells: with these added they say what holds now, unless they are far behind.
CREATE FUNCTION figure_pending(p_operation uuid)
RETURNS TABLE (sign int, seizure_id uuid, version int, starts date, reporter text, country text, mode text, goods text,
  dim text, value text, measure text, cases int, confirmed int, total numeric, total_confirmed numeric, at_least int,
  estimated numeric, estimated_cases int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  waiting uuid[];
BEGIN
  IF NOT pg_has_role(session_user, 'naga_owner', 'member')
    AND NOT (p_operation IS NOT DISTINCT FROM current_operation() AND reads_facts()) THEN
    RETURN;
  END IF;
  IF figures_are_behind(p_operation) THEN
    RETURN;
  END IF;
  SELECT array_agg(DISTINCT c.seizure_id) INTO waiting FROM figure_changes c WHERE c.operation_id = p_operation;
  IF waiting IS NOT NULL THEN
    RETURN QUERY SELECT * FROM figure_signed(p_operation, waiting, false);
  END IF;
END $$;
--> statement-breakpoint

-- One statement, so that what is taken out, what is put in and what is remembered are of the same moment.
CREATE FUNCTION fold_figures_of(p_operation uuid, p_ids uuid[], p_destroyed boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  WITH lines AS MATERIALIZED (SELECT * FROM figure_signed(p_operation, p_ids, p_destroyed)),
  moves AS MATERIALIZED (SELECT DISTINCT * FROM figure_moves(p_operation, p_ids, p_destroyed)),
  sums AS (
    SELECT p.span, l.dim, p.starts, p.reporter, p.country, p.mode, p.goods, l.value, l.measure, sum(l.sign * l.cases) AS cases,
      sum(l.sign * l.confirmed) AS confirmed, sum(l.sign * l.total) AS total, sum(l.sign * l.total_confirmed) AS total_confirmed,
      sum(l.sign * l.at_least) AS at_least, sum(l.sign * l.estimated) AS estimated,
      sum(l.sign * l.estimated_cases) AS estimated_cases
    FROM lines l CROSS JOIN LATERAL (
      SELECT 'all' AS span, '-infinity'::date AS starts, l.reporter, l.country, l.mode, l.goods WHERE l.dim <> 'kind'
      UNION ALL SELECT 'week', date_trunc('week', l.starts)::date, l.reporter, l.country, l.mode, l.goods
        WHERE l.dim <> 'kind' AND isfinite(l.starts)
      UNION ALL SELECT 'day', l.starts, l.reporter, l.country, l.mode, l.goods WHERE l.dim <> 'kind'
      -- By day and kind alone, for the operation as a whole.
      UNION ALL SELECT 'day', l.starts, '', '', '', '' WHERE l.dim = 'kind') p
    GROUP BY p.span, l.dim, p.starts, p.reporter, p.country, p.mode, p.goods, l.value, l.measure
    ORDER BY p.span, l.dim, p.starts, p.reporter, p.country, p.mode, p.goods, l.value, l.measure),
  added AS (
    INSERT INTO figure_cells AS c (operation_id, span, dim, starts, reporter, country, mode, goods, value, measure, cases,
      confirmed, total, total_confirmed, at_least, estimated, estimated_cases)
    SELECT p_operation, s.* FROM sums s
    ON CONFLICT ON CONSTRAINT figure_cells_key DO UPDATE SET cases = c.cases + excluded.cases,
      confirmed = c.confirmed + excluded.confirmed, total = c.total + excluded.total,
      total_confirmed = c.total_confirmed + excluded.total_confirmed, at_least = c.at_least + excluded.at_least,
      estimated = c.estimated + excluded.estimated, estimated_cases = c.estimated_cases + excluded.estimated_cases),
  smaller AS (
    DELETE FROM figure_amounts a USING moves m
    WHERE m.sign < 0 AND a.operation_id = p_operation AND a.seizure_id = m.seizure_id AND a.version = m.version),
  larger AS (
    INSERT INTO figure_amounts (operation_id, goods_key, measure, quantity, confirmed, seizure_id, version, starts, reporter,
      country, mode, goods)
    SELECT p_operation, l.value, l.measure, l.total, l.confirmed > 0, l.seizure_id, l.version, l.starts, l.reporter,
      l.country, l.mode, l.goods
    FROM lines l WHERE l.sign > 0 AND l.dim IN ('slot', 'group') AND l.measure <> '' AND l.cases > 0),
  gone AS (
    DELETE FROM figure_counted c USING moves m
    WHERE m.sign < 0 AND c.operation_id = p_operation AND c.seizure_id = m.seizure_id
      AND NOT EXISTS (SELECT FROM moves b WHERE b.sign > 0 AND b.seizure_id = m.seizure_id))
  INSERT INTO figure_counted AS c (operation_id, seizure_id, version)
  SELECT p_operation, m.seizure_id, m.version FROM moves m WHERE m.sign > 0
  ON CONFLICT (operation_id, seizure_id) DO UPDATE SET version = excluded.version;
  DELETE FROM figure_cells WHERE operation_id = p_operation AND cases = 0 AND estimated_cases = 0;
END $$;
--> statement-breakpoint

-- Counts in what has changed, at most so many changes at once, one caller after another; how many there were.
CREATE FUNCTION fold_figures(p_operation uuid, p_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  taken bigint[];
  touched uuid[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('figures ' || p_operation::text, 0));
  SELECT array_agg(c.id), array_agg(DISTINCT c.seizure_id) INTO taken, touched
  FROM (SELECT w.id, w.seizure_id FROM figure_changes w WHERE w.operation_id = p_operation ORDER BY w.id LIMIT p_most) c;
  IF taken IS NULL THEN
    RETURN 0;
  END IF;
  PERFORM fold_figures_of(p_operation, touched, false);
  DELETE FROM figure_changes c WHERE c.id = ANY (taken);
  RETURN cardinality(taken);
END $$;
--> statement-breakpoint
CREATE FUNCTION figures_to_fold() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT operation_id FROM figure_changes
$$;
--> statement-breakpoint

CREATE FUNCTION note_figure_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO figure_changes (operation_id, seizure_id) SELECT DISTINCT operation_id, id FROM changed;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER note_figure_changes_added AFTER INSERT ON seizure_facts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_figure_changes();
--> statement-breakpoint
CREATE TRIGGER note_figure_changes_changed AFTER UPDATE ON seizure_facts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION note_figure_changes();
--> statement-breakpoint

-- What is destroyed is taken out of the cells before its parts are gone, and is counted no more from then on.
CREATE FUNCTION uncount_destroyed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  destroyed uuid := coalesce(to_jsonb(OLD) ->> 'seizure_id', to_jsonb(OLD) ->> 'id')::uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('figures ' || OLD.operation_id::text, 0));
  IF EXISTS (SELECT FROM figure_counted c WHERE c.operation_id = OLD.operation_id AND c.seizure_id = destroyed) THEN
    PERFORM fold_figures_of(OLD.operation_id, ARRAY[destroyed], true);
  END IF;
  DELETE FROM figure_changes c WHERE c.operation_id = OLD.operation_id AND c.seizure_id = destroyed;
  RETURN OLD;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seizure_facts', 'seizure_fact_items', 'seizure_fact_nodes', 'seizure_fact_codes'] LOOP
    EXECUTE format('CREATE TRIGGER uncount_destroyed BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION uncount_destroyed()', t);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION figure_corridors(uuid, uuid, int, text), figure_lines(uuid, uuid[], int[]), figure_moves(uuid, uuid[], boolean),
  figure_signed(uuid, uuid[], boolean), figure_pending(uuid), fold_figures_of(uuid, uuid[], boolean), fold_figures(uuid, int),
  figures_to_fold(), figures_are_behind(uuid), note_figure_changes(), uncount_destroyed() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION figure_pending(uuid), figures_are_behind(uuid) TO naga_app, naga_read;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION fold_figures(uuid, int), figures_to_fold() TO naga_app;
--> statement-breakpoint

-- What is there already is counted in as soon as somebody folds.
INSERT INTO figure_changes (operation_id, seizure_id) SELECT operation_id, id FROM seizure_facts WHERE ended_by IS NULL;
