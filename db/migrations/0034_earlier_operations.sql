-- What earlier operations tell of corridors. Facts are read by operation, so a reader of one cannot compare it with
-- another; these two give counts by route and goods of closed ones, to whoever reads facts in both.

-- Closed operations of the same kind in which the person has read facts: invented ones never stand for real ones. A term
-- that ended with the operation does not matter; who was suspended, or whose agency has left, gets nothing.
CREATE FUNCTION earlier_operations() RETURNS TABLE (operation_id uuid, days int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, p.ends_on - p.starts_on + 1
  FROM current_membership() here
  JOIN operations now_ ON now_.id = here.operation_id
  JOIN members m ON m.person_id = here.person_id AND m.operation_id <> here.operation_id AND m.state = 'active'
  JOIN participants a ON a.operation_id = m.operation_id AND a.agency_id = m.agency_id AND a.left_at IS NULL
  JOIN operations o ON o.id = m.operation_id AND o.state = 'closed' AND o.kind = now_.kind
  JOIN operation_plans p ON p.operation_id = o.id AND p.ended_by IS NULL
  WHERE reads_facts()
    AND (m.role IN ('lead', 'ocu', 'ncp', 'analyst', 'partner') OR (m.role = 'reporter' AND p.reporters_read_facts))
$$;
--> statement-breakpoint

-- Cases of one of them by place of discovery, route and groups of goods: tier A, countries alone, no record by itself.
-- The rule that makes corridors of a route stands in the domain, once.
CREATE FUNCTION earlier_routes(p_operation uuid)
RETURNS TABLE (country text, route json, groups text[], cases int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH told AS MATERIALIZED (
    SELECT f.operation_id, f.id, f.version, f.country, f.operational_day, f.joint, f.joint_place
    FROM seizure_facts f
    WHERE f.operation_id = p_operation AND p_operation IN (SELECT e.operation_id FROM earlier_operations() e)
      AND f.ended_by IS NULL AND f.shared AND NOT f.outside_window
      AND f.event_kind IN ('seizure', 'controlled_delivery_takedown') AND f.state IN ('submitted', 'verified')),
  counted AS (
    SELECT operation_id, id, version, country, operational_day FROM told WHERE joint IS NULL
    UNION ALL
    (SELECT DISTINCT ON (joint) operation_id, id, version, country, operational_day FROM told WHERE joint IS NOT NULL
      ORDER BY joint, joint_place, id)),
  shapes AS (
    SELECT c.country,
      coalesce((SELECT json_agg(json_build_object('role', n.role, 'country', n.country) ORDER BY n.position)
        FROM seizure_fact_nodes n
        WHERE n.operation_id = c.operation_id AND n.seizure_id = c.id AND n.version = c.version), '[]')::text AS route,
      ARRAY(SELECT DISTINCT left(i.commodity, 2) FROM seizure_fact_items i
        WHERE i.operation_id = c.operation_id AND i.seizure_id = c.id AND i.version = c.version ORDER BY 1) AS groups
    FROM counted c WHERE c.operational_day IS NOT NULL)
  SELECT s.country, s.route::json, s.groups, count(*)::int FROM shapes s GROUP BY s.country, s.route, s.groups
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION earlier_operations(), earlier_routes(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION earlier_operations(), earlier_routes(uuid) TO naga_app, naga_read;
