ALTER TABLE "operation_report_errata" DROP CONSTRAINT "operation_report_errata_words";--> statement-breakpoint
ALTER TABLE "operation_report_errata" ADD COLUMN "line" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "operation_report_requests" ADD COLUMN "audience" text DEFAULT 'restricted' NOT NULL;--> statement-breakpoint
ALTER TABLE "operation_report_errata" ADD CONSTRAINT "operation_report_errata_words" CHECK (length("operation_report_errata"."reason") between 1 and 1000 and length("operation_report_errata"."said") <= 1000 and length("operation_report_errata"."correct") <= 1000
        and ("operation_report_errata"."withdraws" is not null) = ("operation_report_errata"."said" = '' and "operation_report_errata"."correct" = '' and "operation_report_errata"."section" = '')
        and length("operation_report_errata"."line") <= 200 and ("operation_report_errata"."withdraws" is null or "operation_report_errata"."line" = ''));--> statement-breakpoint
ALTER TABLE "operation_report_requests" ADD CONSTRAINT "operation_report_requests_audience" CHECK ("operation_report_requests"."audience" in ('restricted', 'participants', 'public'));--> statement-breakpoint

-- Until now the readers of a report could not be changed: what was asked was asked for those that it has.
UPDATE operation_report_requests q SET audience = r.audience FROM operation_reports r
WHERE r.operation_id = q.operation_id AND r.id = q.report_id;
--> statement-breakpoint
-- A signature is asked for those whom the report is for.
CREATE FUNCTION aim_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.audience INTO NEW.audience FROM operation_reports r
  WHERE r.operation_id = NEW.operation_id AND r.id = NEW.report_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER aim_request BEFORE INSERT ON operation_report_requests FOR EACH ROW
  WHEN (current_user = 'naga_app') EXECUTE FUNCTION aim_request();
--> statement-breakpoint
-- As before, for a report with these readers: a signature that was asked for fewer is one of an earlier state.
CREATE FUNCTION signing_states(p_operation uuid, p_report uuid, p_now jsonb, p_audience text)
RETURNS TABLE (administration_id uuid, code text, state text, moved boolean, asked_anew boolean, sections text[],
  hash text, signer text, agency text, at timestamptz, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    SELECT DISTINCT ON (r.administration_id) r.* FROM operation_report_requests r
    WHERE r.operation_id = p_operation AND r.report_id = p_report
    ORDER BY r.administration_id, r.at DESC, r.id DESC),
  answered AS (
    SELECT DISTINCT ON (s.administration_id) s.* FROM operation_report_signatures s
    WHERE s.operation_id = p_operation AND s.report_id = p_report
    ORDER BY s.administration_id, s.at DESC, s.request_id DESC)
  SELECT q.administration_id, a.code,
    CASE WHEN s.answer = 'signed' AND s.hash = q.hash AND now.stands AND audience_covers(g.audience, p_audience) THEN 'signed'
      WHEN s.answer = 'signed' THEN 'earlier'
      WHEN s.answer = 'refused' AND s.request_id = q.id THEN 'refused' ELSE 'open' END,
    NOT (now.stands AND audience_covers(q.audience, p_audience)),
    s.request_id IS NOT NULL AND s.request_id <> q.id, now.codes, s.hash, s.signer, s.agency, s.at, s.reason
  FROM asked q
  JOIN administrations a ON a.id = q.administration_id
  LEFT JOIN answered s ON s.administration_id = q.administration_id
  LEFT JOIN operation_report_requests g ON g.operation_id = p_operation AND g.id = s.request_id
  CROSS JOIN LATERAL (
    SELECT coalesce(q.lines_hash = coalesce(p_now #>> ARRAY['lines', a.code], p_now ->> 'none'), false)
      AND coalesce(bool_and(coalesce(x ->> 'hash' = p_now #>> ARRAY['sections', x ->> 'code'], false)), true) AS stands,
      coalesce(array_agg(x ->> 'code') FILTER (WHERE x IS NOT NULL), '{}') AS codes
    FROM jsonb_array_elements(q.sections) x) now
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION report_signings(p_report uuid, p_now jsonb)
RETURNS TABLE (administration_id uuid, code text, state text, moved boolean, asked_anew boolean, sections text[],
  hash text, signer text, agency text, at timestamptz, reason text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  named boolean := knows_unsigned();
  readers text := (SELECT r.audience FROM operation_reports r WHERE r.operation_id = current_operation() AND r.id = p_report);
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT CASE WHEN k.known THEN s.administration_id END, CASE WHEN k.known THEN s.code END, s.state,
      k.known AND s.moved, k.known AND s.asked_anew, CASE WHEN k.known THEN s.sections ELSE '{}' END,
      CASE WHEN k.known THEN s.hash END, CASE WHEN k.known THEN s.signer END, CASE WHEN k.known THEN s.agency END,
      CASE WHEN k.known THEN s.at END, CASE WHEN named THEN s.reason END
    FROM signing_states(current_operation(), p_report, p_now, readers) s
    CROSS JOIN LATERAL (SELECT named OR s.state IN ('signed', 'earlier') AS known) k;
END $$;
--> statement-breakpoint
-- As before, by the readers of the version.
CREATE OR REPLACE FUNCTION freeze_signatures(p_report uuid, p_edition int, p_now jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  readers text := (SELECT e.audience FROM operation_report_editions e
    WHERE e.operation_id = current_operation() AND e.report_id = p_report AND e.number = p_edition
      AND e.frozen_by = current_member() AND e.xmin = pg_current_xact_id()::xid);
BEGIN
  IF readers IS NULL THEN
    RAISE EXCEPTION 'a version takes signatures in when it is frozen, and never after' USING ERRCODE = '42501';
  END IF;
  INSERT INTO operation_report_edition_signatures
    (operation_id, report_id, edition, administration_id, code, state, sections, hash, signer, agency, at)
  SELECT current_operation(), p_report, p_edition, s.administration_id, s.code, s.state,
    CASE WHEN s.state = 'signed' THEN s.sections ELSE '{}' END, s.hash, s.signer, s.agency, s.at
  FROM signing_states(current_operation(), p_report, p_now, readers) s;
END $$;
--> statement-breakpoint
DROP FUNCTION signing_states(uuid, uuid, jsonb);
--> statement-breakpoint
-- What other readers would cost: how many signatures and cleared cases that hold now would have to be asked anew. Numbers,
-- to whoever drafts.
CREATE FUNCTION audience_effects(p_report uuid, p_now jsonb) RETURNS TABLE (audience text, signatures int, highlights int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  op uuid := current_operation();
  readers text := (SELECT r.audience FROM operation_reports r WHERE r.operation_id = op AND r.id = p_report);
BEGIN
  IF NOT coalesce(drafts_reports(), false) THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT a.name,
      (SELECT count(*)::int FROM signing_states(op, p_report, p_now, readers) s WHERE s.state = 'signed')
        - (SELECT count(*)::int FROM signing_states(op, p_report, p_now, a.name) s WHERE s.state = 'signed'),
      jsonb_array_length(cleared_highlights(op, p_report, readers))
        - jsonb_array_length(cleared_highlights(op, p_report, a.name))
    FROM unnest('{restricted,participants,public}'::text[]) a(name);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION aim_request(), signing_states(uuid, uuid, jsonb, text), audience_effects(uuid, jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audience_effects(uuid, jsonb) TO naga_app, naga_read;
