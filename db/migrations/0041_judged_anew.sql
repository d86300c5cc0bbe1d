-- Whether a record lies outside the operational window, and whether it came late, is said by the plan. A plan that is
-- changed while an operation runs judges its records anew: as new versions of their facts, since versions never change.

-- First and last day on which it can have happened; as `spanOf` and `operationalDayOf` of the app say it.
CREATE FUNCTION days_of_fact(p_operational_day date, p_occurred_on date, p_occurred_to date, p_precision text,
  OUT first date, OUT last date)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT
    CASE p_precision WHEN 'year' THEN date_trunc('year', p_occurred_on)::date
      WHEN 'month' THEN date_trunc('month', p_occurred_on)::date
      WHEN 'range' THEN p_occurred_on ELSE coalesce(p_operational_day, p_occurred_on) END,
    CASE p_precision WHEN 'year' THEN (date_trunc('year', p_occurred_on) + interval '1 year - 1 day')::date
      WHEN 'month' THEN (date_trunc('month', p_occurred_on) + interval '1 month - 1 day')::date
      WHEN 'range' THEN coalesce(p_occurred_to, p_occurred_on) ELSE coalesce(p_operational_day, p_occurred_on) END
$$;
--> statement-breakpoint

-- What a plan says of a record.
CREATE FUNCTION judged_by(n operation_plans, f seizure_facts, OUT outside_window boolean, OUT late boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT d.last < n.starts_on OR d.first > n.ends_on,
    f.released_at - f.cleared_at > n.late_limit_hours * interval '1 hour'
  FROM days_of_fact(f.operational_day, f.occurred_on, f.occurred_to, f.date_precision) d
$$;
--> statement-breakpoint

-- A release that read the plan before it was changed, and comes after it, would stay judged by the old one: what is new is
-- judged where it is stored. All who store may do so at once; who changes the plan waits for them, and they for it.
CREATE FUNCTION judge_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n operation_plans;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('plan ' || NEW.operation_id, 0));
  SELECT * INTO n FROM operation_plans p WHERE p.operation_id = NEW.operation_id AND p.ended_by IS NULL;
  SELECT j.outside_window, j.late INTO NEW.outside_window, NEW.late FROM judged_by(n, NEW) j;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER judge_fact BEFORE INSERT ON seizure_facts FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION judge_fact();
--> statement-breakpoint

-- All records that the plan of this transaction judges otherwise than the one before, each in a new version. Only for who
-- has just changed the plan. Whoever checked or joined one meanwhile made another version of it: until none is left.
CREATE FUNCTION judge_anew(p_event uuid) RETURNS TABLE (id uuid, revision int, unit_id uuid, shared boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  op uuid := current_operation();
  n operation_plans;
  due uuid[];
  f seizure_facts;
  one uuid;
BEGIN
  SELECT * INTO n FROM operation_plans p WHERE p.operation_id = op AND p.ended_by IS NULL AND p.begun_by = p_event;
  IF current_duty() IS DISTINCT FROM 'lead' OR n.operation_id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'judge_anew: not allowed';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('plan ' || op, 0));
  LOOP
    SELECT array_agg(s.id ORDER BY s.id) INTO due FROM seizure_facts s, LATERAL judged_by(n, s) j
    WHERE s.operation_id = op AND s.ended_by IS NULL AND (s.outside_window, s.late) IS DISTINCT FROM (j.outside_window, j.late);
    EXIT WHEN due IS NULL;
    FOREACH one IN ARRAY due LOOP
      UPDATE seizure_facts s SET ended_by = p_event
      WHERE s.operation_id = op AND s.id = one AND s.ended_by IS NULL RETURNING * INTO f;
      CONTINUE WHEN f.id IS NULL;
      SELECT j.outside_window, j.late INTO f.outside_window, f.late FROM judged_by(n, f) j;
      id := f.id;
      revision := renew_facts(f, p_event, f.state, f.joint, f.joint_place);
      unit_id := f.unit_id;
      shared := f.shared;
      RETURN NEXT;
    END LOOP;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION days_of_fact(date, date, date, text), judged_by(operation_plans, seizure_facts), judge_fact(),
  judge_anew(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION judge_anew(uuid) TO naga_app;
