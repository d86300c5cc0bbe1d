import { REPORT_AUDIENCES } from "#app/domain/operation-report/report.ts";
import { writeSection } from "#app/services/operation-reports.server.ts";
import { aCommand, agencyOf, type World } from "#tests/support/world.ts";
import type { Cast } from "./cast.ts";
import { aHandedOut } from "./export-acts.ts";
import { anErratum, aReport, aSignature } from "./report-acts.ts";
import { watchedViewOf } from "./view-acts.ts";

/** Everybody has a view that is watched, and one who is nobody of the table shares another. */
export async function keepViews(world: World) {
  const rows = await world.owner<{ id: string }[]>`select id from members`;
  for (const { id } of rows) await watchedViewOf(world, id);
  const { memberId } = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  await watchedViewOf(world, memberId, true);
}

/** Each record may belong together with a case that whoever reads 'shared' reads, and whose id comes after all others. */
export async function linkRecords(world: World, cast: Cast) {
  const last = "ffffffff-ffff-4fff-8fff-ffffffffffff";
  await world.owner`insert into seizures select (jsonb_populate_record(s, ${world.owner.json({ id: last, national_case_no: "LAST" })})).*
    from seizures s where id = ${cast.records.shared} and ended_by is null`;
  for (const one of new Set(Object.values(cast.records))) {
    await world.owner`
      insert into case_links (operation_id, one, other, version, answer, reasons, author_id, command_id)
      values (${world.operationId}, ${one}, ${last}, 1, 'linked', '{}', gen_random_uuid(), gen_random_uuid())`;
  }
}

/** A key of a machine of the agency that owns the records. */
export async function addKey(world: World) {
  const agency = agencyOf(world, "VN-CUS");
  const { personId: machine_id } = await world.join({ role: "ncp", agency });
  const [token] = await world.owner`
    insert into tokens (id, hash, kind, person_id, expires_at)
    values (gen_random_uuid(), sha256('a key'), 'key', ${machine_id}, now() + interval '1 day') returning id`;
  const row = { id: String(token?.id), agency_id: agency.id, machine_id, prefix: "abcdefgh", scopes: ["tallies.read"] };
  await world.owner`insert into api_keys ${world.owner(row)}`;
  await addWebhook(world, row.id, agency.id, machine_id);
}

/** Something that it was told, in one call. */
async function addWebhook({ owner, operationId: operation_id }: World, id: string, agency_id: string, made_by: string) {
  const to = { label: "Cases", address: "https://cases.example.org/", kinds: ["seizure"] };
  const secret = { secret_id: id, secret_check: Buffer.alloc(32) };
  await owner`insert into webhooks ${owner({ id, key_id: id, agency_id, operation_id, made_by, ...to, ...secret })}`;
  const delivery_id = crypto.randomUUID();
  const delivery = { id: delivery_id, webhook_id: id, type: "webhook.test", happened_at: new Date() };
  await owner`insert into webhook_deliveries ${owner(delivery)}`;
  await owner`insert into webhook_attempts ${owner({ delivery_id, n: 1 })}`;
}

/** The plan has said nothing yet; the notices get one event, as they would with the first invitation, and a deadline has passed. */
export async function noteSomething(world: World, notices: string) {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const event = {
    id: crypto.randomUUID(),
    stream_id: notices,
    operation_id: world.operationId,
    command_id: crypto.randomUUID(),
    type: "operation.opened",
    type_version: 1,
    actor: lead.memberId,
    agency_id: agencyOf(world, "VN-CUS").id,
    commitment: Buffer.alloc(32),
  };
  await world.owner`insert into events ${world.owner(event)}`;
  const { id: agencyId, units } = agencyOf(world, "VN-CUS");
  const command = { agency_id: agencyId, id: crypto.randomUUID(), person_id: lead.personId };
  await world.owner`insert into commands ${world.owner({ ...command, kind: "tally.post", request_hash: Buffer.alloc(32) })}`;
  await world.owner`
    insert into deliveries (agency_id, command_id, operation_id, person_id, wrote_at, sent_at)
    select agency_id, id, ${world.operationId}, person_id, now(), now() from commands where id = ${command.id}`;
  const place = { operation_id: world.operationId, agency_id: agencyId, unit_id: units[0].id };
  const file = { ...place, id: crypto.randomUUID() };
  const sent = { made_by: lead.memberId, person_id: lead.personId, file_name: "May.csv", state: "read" };
  await world.owner`insert into imports ${world.owner({ ...file, ...sent })}`;
  const part = { ...place, import_id: file.id };
  await world.owner`insert into import_parts ${world.owner({ ...part, place: 0, content: Buffer.alloc(1) })}`;
  const none = world.owner.json([]);
  const row = { row: 0, case_row: 0, written: none, fields: world.owner.json({}), questions: none, notes: none };
  await world.owner`insert into import_rows ${world.owner({ ...part, ...row, status: "ok" })}`;
  const mapping = { agency_id: agencyId, fingerprint: "f", columns: none, changed_by: lead.personId };
  await world.owner`insert into import_mappings ${world.owner(mapping)}`;
  await aHandedOut(world, lead);
  const deadline = { operation_id: world.operationId, day: "2021-05-17", due_at: new Date(0), figures: {} };
  await world.owner`insert into deadline_sums ${world.owner({ ...deadline, figures: world.owner.json({}) })} on conflict do nothing`;
}

/** A report for each audience with a signed and published version, and one with a version that nobody published. */
export async function writeReports(world: World) {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  const agency = agencyOf(world, "VN-CUS");
  const signer = await world.join({ role: "ncp", agency });
  const signed = (report: string) => aSignature(lead, report, { by: signer, administration: agency.administrationId });
  for (const audience of [...REPORT_AUDIENCES, undefined]) {
    const report = await aReport(lead, audience, signed);
    if (audience) await anErratum(lead, report);
    const text = { type: "doc" as const, content: [] };
    await writeSection(lead, aCommand({ report, section: "summary", base: 0, text }));
  }
  await world.owner`
    insert into operation_report_comments (operation_id, id, report_id, section, thread_id, act, body, author_id)
    select operation_id, id, id, 'summary', id, 'said', 'Is that so?', begun_by from operation_reports`;
  await world.owner`
    insert into report_files (operation_id, id, report_id, edition, form, locale, made_by, person_id, state)
    select m.operation_id, gen_random_uuid(), e.report_id, e.number, 'pdf', 'en', m.id, m.person_id, 'stopped'
    from members m cross join (select report_id, number from operation_report_editions limit 1) e
    where m.operation_id = ${world.operationId}`;
}

/** Each record is chosen for a report and was answered about. */
export async function chooseRecords(world: World, cast: Cast) {
  const [report] = await world.owner<{ id: string }[]>`select id from operation_reports order by id limit 1`;
  for (const seizure of new Set(Object.values(cast.records))) {
    await world.owner`
      insert into operation_report_highlights (operation_id, report_id, seizure_id, version, words, audience, author_id, command_id)
      values (${world.operationId}, ${report?.id ?? ""}, ${seizure}, 1, 'Said', 'participants', gen_random_uuid(), gen_random_uuid())`;
    await world.owner`
      insert into operation_report_highlight_answers (operation_id, report_id, seizure_id, version, agency_id, number, answer, member_id, command_id)
      values (${world.operationId}, ${report?.id ?? ""}, ${seizure}, 1, ${agencyOf(world, "VN-CUS").id}, 1, 'cleared', gen_random_uuid(), gen_random_uuid())`;
  }
}
