import { sql } from "drizzle-orm";
import { NO_FILES } from "#app/attachments/store.server.ts";
import { readCenMapping } from "#app/cen-mapping.server.ts";
import { readContributionMapping } from "#app/contribution-mapping.server.ts";
import type { Id } from "#app/domain/id.ts";
import { type ComparedLine, comparedLines } from "#app/domain/operation-report/compared-lines.ts";
import { figureLines } from "#app/domain/operation-report/lines.ts";
import { noOffice } from "#app/domain/operation-report/office.ts";
import { noTypesetting } from "#app/domain/operation-report/paper.ts";
import type { House } from "#app/services/house.server.ts";
import { hashOfFigures, OF_ALL, type Reckoning, reckonReport } from "#app/services/operation-report-figures.server.ts";
import { NO_WEBHOOKS } from "#app/webhooks/call.server.ts";
import type { Db, Tx } from "#db/client.server.ts";
import { type Edition, findEdition, findReport } from "#db/queries/operation-reports.server.ts";
import { Refusal } from "#db/refusal.ts";
import { beginAsAnalyst } from "./as-analyst.ts";
import { saidAgain } from "./said-again.ts";

export type Wanted = { operation: string; report?: Id | undefined; edition?: number | undefined };

/**
 * What came of it. `now`: figures as of now, of a draft or of the whole operation. `frozen`: those of an edition, which has
 * no lines where its records have moved since, at `moved`: what it was counted from is not there any more.
 */
export type Verified =
  | { kind: "now"; lines: ComparedLine[] }
  | { kind: "frozen"; hashHolds: boolean; seq: number; moved: number | null; lines: ComparedLine[] };

/** Counts the figures a second time, in the same look at the database. Nothing that is done for it stays. */
export async function verifyReport(db: Db, wanted: Wanted): Promise<Verified> {
  const undone = { is: "undone" };
  let found: Verified | undefined;
  const look = async (tx: Tx) => {
    // Somebody waits for this at a keyboard: a large operation may take longer than a page may.
    await tx.execute(sql`set local statement_timeout = '15min'`);
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '15min'`);
    found = await verified(tx, aHouse(db), wanted);
    throw undone;
  };
  await db.transaction(look, { isolationLevel: "repeatable read" }).catch((thrown: unknown) => {
    if (thrown !== undone) throw thrown;
  });
  if (!found) throw new Error("A look that was undone found nothing");
  return found;
}

async function verified(tx: Tx, house: House, { operation, report: id, edition: number }: Wanted): Promise<Verified> {
  const operationId = await operationCalled(tx, operation);
  if (id === undefined) return verifiedNow(tx, house, operationId, OF_ALL);
  const report = await findReport(tx, operationId, id);
  if (!report) throw new Refusal(`Operation ${operation} has no report ${id}.`);
  if (number === undefined) return verifiedNow(tx, house, operationId, report);
  const edition = await findEdition(tx, operationId, id, number);
  if (!edition) throw new Refusal(`Report ${id} has no edition ${number}.`);
  return verifiedFrozen(tx, edition);
}

async function operationCalled(tx: Tx, code: string): Promise<Id> {
  const [row] = await tx.execute<{ id: Id }>(sql`select id from operations where code = ${code}`);
  if (!row) throw new Refusal(`There is no operation ${code}.`);
  return row.id;
}

async function verifiedNow(tx: Tx, house: House, operationId: Id, about: Reckoning): Promise<Verified> {
  const self = await beginAsAnalyst(tx, operationId);
  const { results, asOf } = await reckonReport(tx, { house, self }, about);
  const again = await saidAgain(tx, { operationId, asOf, ...about });
  return { kind: "now", lines: comparedLines(figureLines(results), again) };
}

async function verifiedFrozen(tx: Tx, edition: Edition): Promise<Verified> {
  const { operationId, results, hash, seq, asOf, fromDay, toDay, kind, subject } = edition;
  const hashHolds = hashOfFigures(results) === hash;
  const moved = await movedSince(tx, operationId, seq);
  if (moved !== null) return { kind: "frozen", hashHolds, seq, moved, lines: [] };
  const suppressUnder = results.suppressed?.under ?? 0;
  const again = await saidAgain(tx, { operationId, asOf, fromDay, toDay, kind, subject, suppressUnder });
  // What was frozen before such lines were counted has none of them.
  const counted = results.counts.personsByReporter !== undefined || results.kept !== undefined;
  const known = again
    .filter(({ line }) => counted || !line.startsWith("counts/personsByReporter/"))
    .filter(({ line }) => results.counts.outcomes !== undefined || !line.startsWith("counts/outcomes/"));
  return { kind: "frozen", hashHolds, seq, moved, lines: comparedLines(figureLines(results), known) };
}

/** What is said in the operation's stream without any figure moving. */
const MOVE_NOTHING = ["operation\\_report.%", "view.%", "member.%", "summary.%"];

/**
 * The number of the last event since then that may have moved a record, or of the last one at all where it waits for its
 * own; null where all stands as it stood.
 */
async function movedSince(tx: Tx, operationId: Id, seq: number): Promise<number | null> {
  const still = sql.join(
    MOVE_NOTHING.map((type) => sql`e.type not like ${type}`),
    sql` and `,
  );
  const [row] = await tx.execute<{ last: string | null }>(sql`
    select max(coalesce(e.seq, s.head)) as last from streams s join events e on e.stream_id = s.id
    where s.operation_id = ${operationId}::uuid and s.kind = 'operation' and (e.seq > ${seq} or e.seq is null) and ${still}`);
  return row?.last ? Number(row.last) : null;
}

/** One in which no figures are kept from before. Who only counts keeps no file and calls nobody. */
function aHouse(db: Db): House {
  const log = { info: () => {}, error: () => {} };
  const mappings = { cen: readCenMapping(), contributions: readContributionMapping() };
  const doors = { files: NO_FILES, scan: null, webhooks: NO_WEBHOOKS, ...mappings };
  return { db, poke: () => {}, secret: "", ...doors, typeset: noTypesetting, office: noOffice, log };
}
