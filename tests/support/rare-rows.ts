import PgBoss from "pg-boss";
import type postgres from "postgres";
import { JOBS_SCHEMA, QUEUES } from "#db/runtime-schema.ts";

/** Everything that text in a table may hold and a copy of it may spoil. */
const AWKWARD = "tab\t, line\nline\r\n, \\. \\N \\x, 'quotes\", 深圳 Đà Nẵng งาช้าง 🦔, \u2028\u202e";
const LARGE = 12_000_000;

/**
 * Rows in the tables that a young installation leaves empty, made past the services: what they say matters less than
 * that every table has some, with every kind of text and one value of many megabytes.
 */
export async function makeRareRows(sql: postgres.Sql, appUrl: string): Promise<void> {
  await makeJobs(sql, appUrl);
  await sql`insert into seizure_nominal (operation_id, id, version, begun_by, ended_by, agency_id, unit_id, shared, audience_id, nominal)
    select operation_id, id, version, begun_by, begun_by, agency_id, unit_id, false, audience_id,
      jsonb_build_object('persons', jsonb_build_array(jsonb_build_object('name', ${AWKWARD}::text, 'document', '', 'note',
        case when row_number() over (order by id) = 1 then repeat(md5(id::text), ${LARGE / 32}::int) else '' end)))
    from seizures order by id limit 40`;
  await sql`insert into seizure_orders (operation_id, seizure_id, version, agency_id, unit_id, reference, approver)
    select operation_id, id, version, agency_id, unit_id, ${AWKWARD}::text, '' from seizures order by id limit 30`;
  await sql`insert into narrative_summaries (operation_id, seizure_id, language, version, about_version, text, author_id)
    select operation_id, id, 'my', 1, version, ${AWKWARD}::text, author_id from seizures order by id limit 30`;
  await sql`insert into erasures (operation_id, seizure_id, agency_id, unit_id, message_no, told, reason, erased_by, frozen_days)
    select operation_id, gen_random_uuid(), agency_id, unit_id, 'OMD-X', false, ${AWKWARD}::text, begun_by, '{2026-03-05,2026-03-06}'
    from seizures order by id limit 20`;
  await sql`insert into erasure_orders (operation_id, seizure_id, agency_id, unit_id, reference, approver)
    select operation_id, seizure_id, agency_id, unit_id, 'A', 'B' from erasures`;
  await sql`insert into duplicates (operation_id, id, kept, dropped, kept_agency_id, dropped_agency_id, state, proposed_by, note)
    select operation_id, gen_random_uuid(), id, gen_random_uuid(), agency_id, agency_id, 'refused', begun_by, ${AWKWARD}::text
    from seizures order by id limit 10`;
  await sql`insert into case_links (operation_id, one, other, version, answer, note, reasons, author_id, command_id)
    select operation_id, id, 'ffffffff-ffff-4fff-8fff-ffffffffffff', 1, 'apart', left(${AWKWARD}::text, 1000), array[${AWKWARD}::text, ''],
      author_id, gen_random_uuid() from seizures order by id limit 10`;
  await sql`insert into seizure_outcomes (operation_id, id, version, seizure_id, kind, on_day, said, author_id, command_id)
    select operation_id, gen_random_uuid(), 1, id, 'charge', '2021-06-01', jsonb_build_object('note', ${AWKWARD}::text), author_id,
      gen_random_uuid() from seizures order by id limit 10`;
  await sql`insert into on_behalf (operation_id, seizure_id, agency_id, unit_id, informant, channel, came_at, entered_by, receipt)
    select operation_id, gen_random_uuid(), agency_id, unit_id, ${AWKWARD}::text, 'radio', '-infinity', begun_by, 'A1B-2C3'
    from seizures order by id limit 10`;
  await sql`insert into member_visits (operation_id, member_id, seen_at, shown_at)
    select operation_id, id, now(), now() from members on conflict do nothing`;
  await sql`insert into presence_hidden (operation_id, agency_id, member_id, made_by)
    select operation_id, agency_id, nullif(id, first_value(id) over (partition by operation_id, agency_id order by id)), person_id from members`;
  await sql`insert into saved_views (operation_id, id, member_id, agency_id, name, page, query, shared)
    select operation_id, gen_random_uuid(), id, agency_id, left(${AWKWARD}::text, 80), 'map', ${AWKWARD}::text, true from members limit 9`;
  await sql`insert into dashboards (operation_id, id, member_id, agency_id, name, panels, shared)
    select operation_id, gen_random_uuid(), id, agency_id, left(${AWKWARD}::text, 80),
      jsonb_build_array(jsonb_build_object('kind', 'byDay', 'query', ${AWKWARD}::text, 'wide', true)), true from members limit 9`;
  await sql`insert into walls (operation_id, id, dashboard_id, member_id, agency_id, hash, label, administrations, roles, expires_at)
    select operation_id, gen_random_uuid(), id, member_id, agency_id, sha256(id::text::bytea), left(${AWKWARD}::text, 80),
      array[gen_random_uuid()], '{lead,ncp}', now() + interval '1 day' from dashboards`;
  await sql`insert into view_watches (operation_id, view_id, member_id, threshold, days, looked)
    select operation_id, id, member_id, 1000, null, 0 from saved_views`;
  await sql`insert into view_cases (operation_id, view_id, seizure_id, member_id, waits)
    select operation_id, view_id, gen_random_uuid(), member_id, true from view_watches`;
  await sql`insert into view_notices (operation_id, id, view_id, member_id, cases, first_at, query)
    select operation_id, gen_random_uuid(), view_id, member_id, 1, '-infinity', ${AWKWARD}::text from view_watches`;
  await makeCheckRisks(sql);
  await makeReports(sql);
  await sql`insert into tally_questions (operation_id, id, agency_id, day, group_code, said, seen, closed_at, closed_as)
    select operation_id, gen_random_uuid(), agency_id, '2026-03-05', 'F1', 2, 1, null, null from participants`;
  await sql`insert into tally_reminders (operation_id, agency_id, day, kind)
    select operation_id, agency_id, '2026-03-05', 'before' from participants on conflict do nothing`;
  await sql`insert into deadline_sums (operation_id, day, due_at, figures)
    select id, '2026-03-05', now(), '{"cases": 1.50, "big": 12345678901234567890}' from operations on conflict do nothing`;
  // Some of the facts, so that others still wait.
  await sql`select fold_figures(id, 40) from operations`;
  await sql`insert into commands (agency_id, id, person_id, kind, request_hash)
    select agency_id, gen_random_uuid(), id, 'report.draft', '\\x00' from persons limit 5`;
  await sql`insert into deliveries (agency_id, command_id, operation_id, person_id, wrote_at, sent_at, received_at)
    select c.agency_id, c.id, o.id, c.person_id, '-infinity', 'infinity', now() from commands c cross join (select id from operations limit 1) o
    where c.kind = 'report.draft' limit 5`;
  await makeFiles(sql);
  await makeDesks(sql);
  await makeImports(sql);
  await makeClosings(sql);
  await sql`insert into access_log (action, subject, outcome) select 'drill', ${AWKWARD}::text, n::text from generate_series(1, 200) n`;
  await sql`insert into tokens (id, hash, kind, person_id, created_by, expires_at)
    select gen_random_uuid(), sha256(id::text::bytea), (array['session', 'key', 'invitation'])[1 + row_number() over () % 3], id, id,
      now() + interval '1 day' from persons`;
  await sql`insert into api_keys (id, agency_id, machine_id, prefix, scopes)
    select t.id, p.agency_id, p.id, 'nk', '{seizures.read,feed.read}' from tokens t join persons p on p.id = t.person_id
    where t.kind = 'key'`;
  await makeWebhooks(sql);
}

/** How much there is to check of cases that wait for it. */
async function makeCheckRisks(sql: postgres.Sql): Promise<void> {
  await sql`insert into check_risks (operation_id, seizure_id, version, risk, judged_on, released_at)
    select operation_id, id, version, 32767, 'infinity', coalesce(released_at, '-infinity') from seizure_facts where ended_by is null limit 3`;
}

/** A report that somebody writes, its figures, and a version that is frozen and published. */
async function makeReports(sql: postgres.Sql): Promise<void> {
  await sql`insert into operation_reports (operation_id, id, kind, audience, title, begun_by)
    select operation_id, gen_random_uuid(), 'end_of_operation', 'public', left(${AWKWARD}::text, 160), id from members limit 4`;
  // The exercise has reports of its own.
  const own = sql`title = left(${AWKWARD}::text, 160)`;
  await sql`insert into operation_report_texts (operation_id, report_id, section, version, body, author_id)
    select operation_id, id, 'summary', 1, jsonb_build_object('text', ${AWKWARD}::text), begun_by from operation_reports where ${own}`;
  await sql`insert into operation_report_reckonings (operation_id, report_id, number, results, hash, rules, seq, as_of, reckoned_by)
    select operation_id, id, 1, '{"big": 12345678901234567890}', repeat('0f', 32), '{a,b}', 1, '-infinity', begun_by from operation_reports where ${own}`;
  await sql`insert into operation_report_editions (operation_id, report_id, number, kind, audience, title, texts, results, hash, rules, seq,
      as_of, frozen_by, published_by, published_at)
    select r.operation_id, r.id, 1, r.kind, r.audience, r.title, '{}', k.results, k.hash, k.rules, k.seq, k.as_of, r.begun_by, r.begun_by, now()
    from operation_reports r join operation_report_reckonings k on k.report_id = r.id where ${own}`;
  await sql`insert into report_files (operation_id, id, report_id, edition, form, locale, made_by, person_id, state, file_key, bytes)
    select e.operation_id, gen_random_uuid(), e.report_id, e.number, 'zip', 'my', m.id, m.person_id, 'done', 'key of ' || m.id, 9007199254740991
    from operation_report_editions e join members m on m.operation_id = e.operation_id and m.id = e.frozen_by`;
  await sql`insert into operation_report_highlights (operation_id, report_id, seizure_id, version, words, audience, author_id, command_id)
    select operation_id, id, gen_random_uuid(), 1, left(${AWKWARD}::text, 1000), 'public', begun_by, gen_random_uuid() from operation_reports where ${own}`;
  await sql`insert into operation_report_highlight_answers (operation_id, report_id, seizure_id, version, agency_id, number, answer, reason, member_id, command_id)
    select operation_id, report_id, seizure_id, 1, gen_random_uuid(), 1, 'refused', left(${AWKWARD}::text, 1000), author_id, command_id
    from operation_report_highlights`;
  await makeNotesOfReports(sql);
}

/** An operation that was closed and opened again, with a reason, a day until which records are kept, and a package. */
async function makeClosings(sql: postgres.Sql): Promise<void> {
  await sql`insert into closing_reasons (operation_id, id, what, open, reason, member_id)
    select distinct on (operation_id) operation_id, gen_random_uuid(), 'days', 3, ${AWKWARD}, id from members`;
  await sql`insert into operation_closings (operation_id, number, counts, closed_by, reopened_at, reopened_why)
    select operation_id, 1, '{"days": 3}', member_id, '-infinity', ${AWKWARD}::text from closing_reasons`;
  await sql`insert into record_keeping (operation_id, number, kept_until, said_by)
    select operation_id, 1, 'infinity', member_id from closing_reasons`;
  await sql`insert into record_packages (operation_id, id, agency_id, made_by, person_id, state, counts)
    select distinct on (operation_id, agency_id) operation_id, gen_random_uuid(), agency_id, id, person_id, 'stopped', '{"a": 1}' from members`;
}

/** What is signed of a report, said of it while it is written, and found wrong in it afterwards. */
async function makeNotesOfReports(sql: postgres.Sql): Promise<void> {
  await sql`insert into operation_report_requests (operation_id, id, report_id, administration_id, title, as_of, lines, lines_hash,
      sections, hash, asked_by)
    select r.operation_id, r.id, r.id, p.administration_id, r.title, '-infinity', '[{"line": "x", "value": "12345678901234567890"}]',
      repeat('0f', 32), '[]', repeat('f0', 32), r.begun_by
    from operation_reports r join members m on m.operation_id = r.operation_id and m.id = r.begun_by
    join participants p on p.operation_id = m.operation_id and p.agency_id = m.agency_id
    where r.title = left(${AWKWARD}::text, 160)`;
  await sql`insert into operation_report_signatures (operation_id, request_id, report_id, administration_id, answer, reason, hash,
      signed_by, signer, agency)
    select operation_id, id, report_id, administration_id, 'refused', ${AWKWARD}::text, hash, asked_by, ${AWKWARD}::text, ''
    from operation_report_requests`;
  await sql`insert into operation_report_edition_signatures (operation_id, report_id, edition, administration_id, code, state, sections, at)
    select operation_id, report_id, 1, administration_id, 'XX', 'refused', '{a,"b,c"}', '-infinity' from operation_report_requests`;
  await sql`insert into operation_report_errata (operation_id, id, report_id, edition, section, said, correct, reason, author_id, author)
    select operation_id, id, id, 1, 'summary', ${AWKWARD}::text, '', 'x', begun_by, '' from operation_reports`;
  await sql`insert into operation_report_errata (operation_id, id, report_id, edition, section, said, correct, reason, withdraws, author_id, author)
    select operation_id, gen_random_uuid(), report_id, 1, '', '', '', ${AWKWARD}::text, id, author_id, '' from operation_report_errata`;
  await sql`insert into operation_report_comments (operation_id, id, report_id, section, thread_id, act, body, author_id)
    select operation_id, id, id, 'summary', id, 'said', ${AWKWARD}::text, begun_by from operation_reports`;
  await sql`insert into operation_report_comments (operation_id, id, report_id, section, thread_id, act, body, author_id)
    select operation_id, gen_random_uuid(), report_id, section, id, 'resolved', '', author_id from operation_report_comments`;
}

/** A media desk with a release that is out and corrected, a masked picture, a mark, and something that is public already. */
async function makeDesks(sql: postgres.Sql): Promise<void> {
  await sql`insert into media_releases (operation_id, id, title, words, pictures, names, release_at, state, released_at, made_by)
    select distinct on (operation_id) operation_id, gen_random_uuid(), left(${AWKWARD}::text, 160), left(${AWKWARD}::text, 8000), array[id],
      '{TH,"a,b"}', '-infinity', 'released', '-infinity', id from members`;
  await sql`insert into media_corrections (operation_id, id, release_id, kind, words, said_by)
    select operation_id, gen_random_uuid(), id, 'retraction', left(${AWKWARD}::text, 2000), made_by from media_releases`;
  await sql`insert into media_pictures (operation_id, id, attachment_id, seizure_id, agency_id, caption, masks, view_key, thumb_key, sha256,
      bytes, width, height, masked_by, commands)
    select operation_id, gen_random_uuid(), id, seizure_id, agency_id, left(${AWKWARD}::text, 300), '[{"x": 12345678901234567890}]',
      gen_random_uuid(), gen_random_uuid(), repeat('0f', 32), 1, 1, 1, author_id, array[id] from attachments limit 3`;
  await sql`insert into media_blackouts (operation_id, id, seizure_id, agency_id, kind, reason, until, opened_by, commands)
    select operation_id, gen_random_uuid(), seizure_id, agency_id, 'arrest', left(${AWKWARD}::text, 1000), 'infinity', masked_by, commands
    from media_pictures`;
  await sql`insert into media_known (operation_id, id, seizure_id, agency_id, outlet, source, day, said_by, commands)
    select operation_id, gen_random_uuid(), seizure_id, agency_id, left(${AWKWARD}::text, 160), left(${AWKWARD}::text, 600), '-infinity',
      masked_by, commands from media_pictures`;
}

/** Webhooks that read by the keys they are for, what they were told, and calls that came to nothing. */
async function makeWebhooks(sql: postgres.Sql): Promise<void> {
  await sql`insert into webhooks (id, agency_id, key_id, label, address, kinds, secret_id, secret_check, state, reason, made_by)
    select id, agency_id, id, ${AWKWARD}::text, 'https://cases.example.org/', '{seizure,member}', id, '\\x00ff5c', 'paused', 'failing',
      machine_id from api_keys limit 10`;
  await sql`insert into webhook_cursors (webhook_id, stream_id, operation_id, seq)
    select w.id, s.id, s.operation_id, s.head from webhooks w cross join (select * from streams limit 2) s`;
  await sql`insert into webhook_deliveries (id, webhook_id, operation_id, stream_id, seq, type, happened_at, state)
    select gen_random_uuid(), webhook_id, operation_id, stream_id, 1, 'seizure.released', '-infinity', 'withheld' from webhook_cursors`;
  await sql`insert into webhook_attempts (delivery_id, n, ms, status, fault) select id, 1, null, null, 'cut' from webhook_deliveries`;
}

/** A file of reports that is being read, with rows of the one before, and how its agency has its columns. */
async function makeImports(sql: postgres.Sql): Promise<void> {
  await sql`insert into imports (operation_id, id, agency_id, unit_id, made_by, person_id, file_name, state)
    select operation_id, gen_random_uuid(), agency_id, unit_id, id, person_id, ${AWKWARD}::text, 'cancelled' from members limit 5`;
  await sql`insert into import_parts (operation_id, import_id, place, agency_id, unit_id, content)
    select operation_id, id, 0, agency_id, unit_id, '\\x00ff5c' from imports`;
  await sql`insert into import_rows (operation_id, import_id, row, agency_id, unit_id, case_row, written, fields, status, questions, notes)
    select operation_id, id, 0, agency_id, unit_id, 0, jsonb_build_array(${AWKWARD}::text), '{}', 'skip', '[]', '[]' from imports`;
  await sql`insert into case_exports (operation_id, id, agency_id, layout, number, scope, made_by, person_id, shape, state, counts)
    select distinct on (operation_id, agency_id) operation_id, gen_random_uuid(), agency_id, 'cen', 1, 'all', made_by, person_id, '{}', 'done', '{}' from imports`;
  await sql`insert into case_export_rows (operation_id, export_id, place, agency_id, seizure_id, version, mark, case_no, changed, cells)
    select operation_id, id, 0, agency_id, gen_random_uuid(), 1, 'new', ${AWKWARD}, '[]', jsonb_build_array(jsonb_build_array(${AWKWARD}::text)) from case_exports`;
  await sql`insert into import_mappings (agency_id, fingerprint, columns, changed_by)
    select agency_id, md5(agency_id::text), '[]', gen_random_uuid() from imports group by agency_id`;
}

/** Photos of records, and one that is half sent; the files themselves are no rows. */
async function makeFiles(sql: postgres.Sql): Promise<void> {
  await sql`insert into attachments (operation_id, id, seizure_id, agency_id, unit_id, kind, media_type, view_key, view_type,
      view_bytes, author_id)
    select operation_id, gen_random_uuid(), id, agency_id, unit_id, 'photo', 'image/jpeg', gen_random_uuid()::text, 'image/jpeg', 1, begun_by
    from seizures order by id limit 10`;
  await sql`insert into attachment_originals (operation_id, id, agency_id, unit_id, key, name, bytes, sha256)
    select operation_id, id, agency_id, unit_id, gen_random_uuid()::text, ${AWKWARD}::text, 1, '' from attachments`;
  await sql`insert into uploads (operation_id, id, seizure_id, agency_id, unit_id, member_id, kind, audience, name, bytes)
    select operation_id, gen_random_uuid(), id, agency_id, unit_id, begun_by, 'photo', 'case', 'half.jpg', 9
    from seizures order by id limit 5`;
  await sql`insert into upload_pieces (operation_id, upload_id, position, member_id, content)
    select operation_id, id, 0, member_id, '\\x00ff5c' from uploads`;
}

/** Work that waits, is done and is due by the clock, as the job library writes it. */
async function makeJobs(sql: postgres.Sql, appUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  for (const queue of QUEUES) {
    await boss.send(queue, { said: AWKWARD }, { startAfter: 3_600 });
    await boss.schedule(queue, "* * * * *", {}, { retryLimit: 0 });
    await boss.subscribe(queue, queue);
  }
  await boss.send("__pgboss__send-it", {});
  await boss.stop({ graceful: false });
  await sql`insert into jobs.archive select j.* from jobs.job j`;
}
