-- Lists of an operation with hundreds of thousands of seizures: found, filtered and counted by index alone.

-- Each order of the list with every column by which it is filtered and by which its policy decides, so that a page and
-- the count of all are read from the index without the table.
DROP INDEX "seizure_facts_newest";
--> statement-breakpoint
DROP INDEX "seizure_facts_day";
--> statement-breakpoint
-- Nothing asks by these.
DROP INDEX "seizure_facts_agency";
--> statement-breakpoint
DROP INDEX "seizure_facts_country";
--> statement-breakpoint
CREATE INDEX "seizure_facts_newest" ON "seizure_facts" USING btree ("operation_id","released_at","id","version","shared","agency_id","unit_id","state","reporter","mode","operational_day") WHERE ended_by is null;
--> statement-breakpoint
CREATE INDEX "seizure_facts_day" ON "seizure_facts" USING btree ("operation_id","occurred_on","id","version","shared","agency_id","unit_id","state","reporter","mode","operational_day") WHERE ended_by is null;
--> statement-breakpoint
-- All that a reporter sees who reads no other facts.
CREATE INDEX "seizure_facts_unit" ON "seizure_facts" USING btree ("operation_id","unit_id","released_at","id") WHERE ended_by is null;
--> statement-breakpoint
-- What its owner alone sees beside what everybody does.
CREATE INDEX "seizure_facts_unshared" ON "seizure_facts" USING btree ("operation_id","agency_id","unit_id") WHERE ended_by is null and not shared;
--> statement-breakpoint

-- To whom an agency addressed its last cases.
CREATE INDEX "seizures_agency" ON "seizures" USING btree ("operation_id","agency_id","at") WHERE ended_by is null;
--> statement-breakpoint

-- What trigrams cannot find: texts of one or two characters, and those in scripts that put no spaces between words. The
-- beginnings of words, and of such scripts (Thai to Khmer, all of East Asia) every character and every pair.
CREATE FUNCTION search_pairs(p_text text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
  SELECT coalesce(array_agg(DISTINCT left(part, n)), '{}') FROM (
    SELECT part FROM string_to_table(p_text, ' ') AS part
    UNION ALL
    SELECT sign || lead(sign, 1, '') OVER (ORDER BY at)
    FROM string_to_table(regexp_replace(p_text, '[\u0001-\u0dff\u10a0-\u177f\u1800-\u2e7f]+', ' ', 'g'), NULL)
      WITH ORDINALITY AS signs(sign, at)
    WHERE octet_length(p_text) > length(p_text)
  ) AS parts, generate_series(1, 2) AS n
$$;
--> statement-breakpoint
CREATE INDEX "seizures_pairs" ON "seizures" USING gin (search_pairs(search_text));
--> statement-breakpoint

-- Planned for each text by itself, which says whether trigrams or pairs find it sooner. The operation is resolved once.
CREATE OR REPLACE FUNCTION search_seizures(p_text text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  pairs text[] := CASE WHEN length(p_text) < 3 THEN ARRAY[p_text]
    ELSE array(SELECT pair FROM unnest(search_pairs(p_text)) AS pair WHERE pair ~ '^[^\u0001-\u0dff\u10a0-\u177f\u1800-\u2e7f]{2}$') END;
  pattern text := '%' || replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_') || '%';
BEGIN
  RETURN QUERY EXECUTE 'SELECT id FROM seizures WHERE operation_id = $1 AND ended_by IS NULL'
    || CASE WHEN length(p_text) < 3 THEN '' ELSE ' AND search_text LIKE $2' END
    || CASE WHEN pairs = '{}' THEN '' ELSE ' AND search_pairs(search_text) @> $3' END
  USING current_operation(), pattern, pairs;
END $$;
--> statement-breakpoint
-- Who asks is the same for every row: asked once, in a subquery, and not once for each.
CREATE OR REPLACE FUNCTION observer_panel() RETURNS TABLE (family text, cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH counted AS (
    SELECT f.operation_id, f.id, f.version FROM seizure_facts f
    WHERE f.operation_id = (SELECT current_operation()) AND f.ended_by IS NULL AND f.shared AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND f.state IN ('submitted', 'verified')),
  kinds AS (
    SELECT DISTINCT c.id, left(i.commodity, 1) AS letter FROM counted c
    JOIN seizure_fact_items i ON i.operation_id = c.operation_id AND i.seizure_id = c.id AND i.version = c.version)
  SELECT 'all', CASE WHEN count(*) >= 5 THEN count(*)::int END FROM counted
  UNION ALL
  SELECT letter, CASE WHEN count(*) >= 5 THEN count(*)::int END FROM kinds GROUP BY letter
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION account_states()
RETURNS TABLE (person_id uuid, accepted boolean, invited_until timestamptz, sessions int, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.password_hash IS NOT NULL,
    (SELECT max(t.expires_at) FROM tokens t
     WHERE t.person_id = p.id AND t.kind = 'invitation' AND t.revoked_at IS NULL AND t.expires_at > now()),
    CASE WHEN (SELECT is_administrator()) THEN
      (SELECT count(*)::int FROM tokens t WHERE t.person_id = p.id AND t.kind = 'session' AND t.revoked_at IS NULL
         AND t.expires_at > now() AND t.used_at > now() - interval '12 hours') END,
    CASE WHEN (SELECT is_administrator()) THEN
      (SELECT max(t.used_at) FROM tokens t WHERE t.person_id = p.id AND t.kind = 'session') END
  FROM persons p LEFT JOIN LATERAL current_membership() m ON true
  WHERE NOT p.machine AND ((SELECT is_administrator())
    OR (m.role = 'ncp' AND m.agency_id = p.agency_id)
    OR (m.role = 'lead' AND EXISTS (
          SELECT FROM members o WHERE o.operation_id = m.operation_id AND o.person_id = p.id)))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION machine_keys()
RETURNS TABLE (id uuid, person_id uuid, label text, created_at timestamptz, used_at timestamptz, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.person_id, t.label, t.created_at, t.used_at, t.expires_at
  FROM tokens t JOIN persons p ON p.id = t.person_id LEFT JOIN LATERAL current_membership() m ON true
  WHERE t.kind = 'key' AND t.revoked_at IS NULL AND t.expires_at > now()
    AND ((SELECT is_administrator()) OR (m.role = 'ncp' AND m.agency_id = p.agency_id))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION search_pairs(text) FROM PUBLIC;
--> statement-breakpoint
-- Whoever writes a case computes them for the index.
GRANT EXECUTE ON FUNCTION search_pairs(text) TO naga_app;
