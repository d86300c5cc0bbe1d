import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { casesByNumber } from "#db/queries/highlights.server.ts";
import { countOwn, OWN_RECORDS, type OwnRecords, ownFiles } from "#db/queries/own-records.server.ts";
import { findPackage, listPackages } from "#db/queries/record-packages.server.ts";
import { errataOf } from "#db/queries/report-errata.server.ts";
import { findReportFile, listReportFiles, reportFileInMaking } from "#db/queries/report-files.server.ts";
import {
  audienceEffects,
  newestRequest,
  requestsTo,
  signedIn,
  signingsOf,
  waitingToSign,
} from "#db/queries/report-signing.server.ts";
import { takingsOf } from "#db/queries/report-takings.server.ts";
import type { World } from "#tests/support/world.ts";

const REPORTS = 40;
const FIRST = "0190a000-0000-7000-8000-0000000f1001";
const NOW = { lines: {}, none: "0".repeat(64), sections: {} };

/** Forty published reports that each administration was asked three times to sign, files of each, and packages. */
export async function writeManyReports({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into operation_reports (operation_id, id, kind, audience, title, begun_by)
    select ${operationId}, ('0190a000-0000-7000-8000-0000000f1' || lpad(n::text, 3, '0'))::uuid, 'end_of_operation',
      'participants', 'Report', gen_random_uuid() from generate_series(1, ${REPORTS}::int) n`;
  await owner`
    insert into operation_report_editions (operation_id, report_id, number, kind, audience, title, texts, results, hash, rules, seq,
      as_of, frozen_by, published_by, published_at)
    select operation_id, id, 1, kind, audience, title, '{}', '{}', repeat('0', 64), '{}', 1, now(), begun_by, begun_by, now()
    from operation_reports where id::text like '0190a000-0000-7000-8000-0000000f1%'`;
  await owner`
    insert into operation_report_requests (operation_id, id, report_id, administration_id, title, audience, as_of, lines,
      lines_hash, sections, hash, asked_by, at)
    select r.operation_id, gen_random_uuid(), r.id, p.administration_id, r.title, r.audience, now(), '[]', repeat('0', 64), '[]',
      repeat('0', 64), r.begun_by, now() + n * interval '1 second'
    from operation_reports r join (select distinct operation_id, administration_id from participants) p using (operation_id)
    cross join generate_series(1, 3) n where r.id::text like '0190a000-0000-7000-8000-0000000f1%'`;
  await owner`
    insert into operation_report_signatures
      (operation_id, request_id, report_id, administration_id, answer, hash, signed_by, signer, agency)
    select operation_id, id, report_id, administration_id, 'signed', hash, asked_by, 'Somebody', 'Customs'
    from operation_report_requests where abs(hashtext(id::text)) % 2 = 0`;
  await owner`
    insert into report_files (operation_id, id, report_id, edition, form, locale, made_by, person_id, state)
    select e.operation_id, gen_random_uuid(), e.report_id, 1, 'pdf', 'en', m.id, m.person_id, 'stopped'
    from operation_report_editions e join members m using (operation_id) where e.report_id::text like '0190a000-0000-7000-8000-0000000f1%'`;
  await owner`
    insert into record_packages (operation_id, id, agency_id, made_by, person_id, state)
    select m.operation_id, gen_random_uuid(), m.agency_id, m.id, m.person_id, 'replaced'
    from members m cross join generate_series(1, 20) where m.operation_id = ${operationId}`;
  await owner`analyze operation_reports, operation_report_editions, operation_report_requests, operation_report_signatures,
    report_files, record_packages`;
}

type Query = (tx: Tx, member: Membership) => Promise<unknown>;

/** The next records of a kind, from the first on. */
const twoPages =
  (kind: OwnRecords): Query =>
  async (tx, member) => {
    const rows = await tx.execute<{ key: string }>(OWN_RECORDS[kind](member, ""));
    const last = rows.at(-1);
    if (last) await tx.execute(OWN_RECORDS[kind](member, last.key));
  };

/** Of cases more is put together than of anything else. */
export const casesIntoPackage = twoPages("cases");
const KINDS = (Object.keys(OWN_RECORDS) as OwnRecords[]).filter((kind) => kind !== "cases");

export const OF_REPORTS: Record<string, Query> = {
  "packages of an agency": async (tx, member) => {
    const [one] = await listPackages(tx, member, 50);
    await findPackage(tx, { operationId: member.operationId, id: one?.id ?? member.operationId });
    await ownFiles(tx, member, null);
  },
  ...Object.fromEntries(KINDS.map((kind): [string, Query] => [`a page of ${kind} into a package`, twoPages(kind)])),
  "how much goes into a package": (tx, member) => countOwn(tx, member),
  "what is asked to be signed": async (tx, { operationId, administrationId }) => {
    await requestsTo(tx, operationId, administrationId);
    await newestRequest(tx, { operationId, report: FIRST, administration: administrationId });
    await waitingToSign(tx);
  },
  "how it stands with signatures": async (tx, { operationId }) => {
    await signingsOf(tx, FIRST, NOW);
    await audienceEffects(tx, FIRST, NOW);
    await signedIn(tx, operationId, FIRST, 1);
  },
  "files of a version": async (tx, { operationId, id }) => {
    await listReportFiles(tx, { operationId, report: FIRST, number: 1, personId: id });
    const named = { operationId, reportId: FIRST, edition: 1, form: "pdf", locale: "en", personId: id };
    await reportFileInMaking(tx, named);
    await findReportFile(tx, { operationId, id });
  },
  "what stands beside a version": async (tx, { operationId }) => {
    await errataOf(tx, operationId, FIRST, 1);
    await takingsOf(tx, { report: FIRST, number: 1 });
  },
};

/** Numbers are compared by what is in them: all of an operation are looked at, once. */
export const byNumber: Query = (tx, { operationId }) => casesByNumber(tx, operationId, "W001", 8);
