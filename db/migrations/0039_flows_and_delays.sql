-- Cells know two things more of a case: after how many days it was released, and from where to where its goods went.

-- Countries of a version of a seizure in their stages and the steps between them, as `flowKeysOf` of the domain says them.
CREATE FUNCTION figure_flows(p_operation uuid, p_id uuid, p_version int, p_country text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH stops AS (
    SELECT n.country, n.position, n.role,
      coalesce(min(n.position) FILTER (WHERE n.role = 'discovery') OVER (),
        max(n.position) FILTER (WHERE n.role <> 'destination' AND n.country = p_country) OVER () + 1, 32767) AS found
    FROM seizure_fact_nodes n
    WHERE n.operation_id = p_operation AND n.seizure_id = p_id AND n.version = p_version),
  told AS (
    SELECT coalesce(array_agg(DISTINCT country) FILTER (WHERE role = 'origin'), '{}') AS origins,
      coalesce(array_agg(country ORDER BY position) FILTER (WHERE position < found
        AND role NOT IN ('origin', 'destination', 'discovery')), '{}') AS way,
      coalesce(array_agg(DISTINCT country) FILTER (WHERE role = 'destination'), ARRAY['XX']) AS d
    FROM stops WHERE figure_is_country(country)),
  ends AS (
    SELECT CASE WHEN cardinality(origins) > 0 THEN origins WHEN cardinality(way) > 0 THEN way[1:1] ELSE ARRAY['XX'] END AS o,
      CASE WHEN cardinality(origins) > 0 THEN way ELSE way[2:] END AS way,
      CASE WHEN figure_is_country(p_country) THEN p_country ELSE 'XX' END AS s, d FROM told),
  stages AS (
    SELECT o, s, d, (SELECT coalesce(array_agg(DISTINCT w), '{}') FROM unnest(way) w WHERE w <> s AND NOT w = ANY (o)) AS t
    FROM ends),
  steps AS (
    SELECT 'o' || a AS flow FROM stages, unnest(o) a
    UNION ALL SELECT 't' || b FROM stages, unnest(t) b
    UNION ALL SELECT 's' || s FROM stages
    UNION ALL SELECT 'd' || e FROM stages, unnest(d) e
    UNION ALL SELECT 'o' || a || '>s' || s FROM stages, unnest(o) a WHERE cardinality(t) = 0
    UNION ALL SELECT 'o' || a || '>t' || b FROM stages, unnest(o) a, unnest(t) b
    UNION ALL SELECT 't' || b || '>s' || s FROM stages, unnest(t) b
    UNION ALL SELECT 's' || s || '>d' || e FROM stages, unnest(d) e)
  SELECT array_agg(flow) FROM steps
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION figure_flows(uuid, uuid, int, text) FROM PUBLIC;
--> statement-breakpoint

-- What versions of seizures add to the cells, whether they count today or not: all of it is said by the version alone.
-- Each case is put together by itself: thousands of them joined with each other would be compared one by one.
CREATE OR REPLACE FUNCTION figure_lines(p_operation uuid, p_ids uuid[], p_versions int[])
RETURNS TABLE (seizure_id uuid, version int, starts date, reporter text, country text, mode text, goods text,
  dim text, value text, measure text, cases int, confirmed int, total numeric, total_confirmed numeric, at_least int,
  estimated numeric, estimated_cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, f.version, coalesce(f.operational_day, 'infinity'), f.reporter, f.country, f.mode, g.goods, v.dim, v.value,
    v.measure, v.cases, v.cases * s.confirmed, v.total, v.total * s.confirmed, v.at_least, v.estimated, v.estimated_cases
  FROM unnest(p_ids, p_versions) picked(id, version)
  JOIN seizure_facts f ON f.operation_id = p_operation AND f.id = picked.id AND f.version = picked.version
  -- Fixed since the operation began, so that a version alone says its days.
  CROSS JOIN (SELECT coalesce((SELECT p.zone FROM operation_plans p
    WHERE p.operation_id = p_operation AND p.ended_by IS NULL), 'UTC') AS zone) z
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
      ('kind', g.kind), ('placeKind', f.place_kind), ('direction', f.direction),
      ('delay', CASE WHEN f.operational_day IS NULL THEN ''
        ELSE greatest(0, (f.released_at AT TIME ZONE z.zone)::date - f.operational_day)::text END)) c(dim, value)
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
    SELECT 'flow', unnest(figure_flows(p_operation, f.id, f.version, f.country)), '', 1, 0, 0, 0, 0
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

-- What was counted in by the rule of before is taken out as a whole; until all is counted in anew, figures are counted from
-- the tables.
DELETE FROM figure_cells;
--> statement-breakpoint
DELETE FROM figure_amounts;
--> statement-breakpoint
DELETE FROM figure_counted;
--> statement-breakpoint
DELETE FROM figure_changes;
--> statement-breakpoint
INSERT INTO figure_changes (operation_id, seizure_id) SELECT operation_id, id FROM seizure_facts WHERE ended_by IS NULL;
