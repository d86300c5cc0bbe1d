import { NO_FILES } from "#app/attachments/store.server.ts";
import type { RowReading, RowStatus } from "#app/domain/import/row.ts";
import { OF_THE_FILE } from "#app/domain/import/row-checks.ts";
import type { SheetReading } from "#app/domain/import/sheet.ts";
import { localDateIn } from "#app/domain/local-date.ts";
import { noOffice } from "#app/domain/operation-report/office.ts";
import { noTypesetting } from "#app/domain/operation-report/paper.ts";
import type { Env } from "#app/env.server.ts";
import { givenAtForFile } from "#app/given-at.server.ts";
import type { Acting, House } from "#app/services/house.server.ts";
import { rowChecks } from "#app/services/import-checks.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { hashOfToken, newToken, proofOf } from "#app/services/secrets.server.ts";
import { loadImportIndex } from "#app/spreadsheet/import-index.server.ts";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { readRecords, readTable } from "#app/spreadsheet/read-rows.server.ts";
import { NO_WEBHOOKS } from "#app/webhooks/call.server.ts";
import { type Db, openDatabase } from "#db/client.server.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { reporterByCodes, writerFor } from "#db/queries/import-reporter.server.ts";
import { countRows, type Import, type ImportRow, rowsAfter } from "#db/queries/imports.server.ts";
import { revokeTokens, startSession } from "#db/queries/sign-in.server.ts";
import { Refusal } from "#db/refusal.ts";
import { proofKey } from "#db/server-secret.ts";

export type Given = {
  file: string;
  operation: string;
  agency: string;
  json: boolean;
  dryRun: boolean;
  all: boolean;
  correct: boolean;
  sheet?: string;
  handling?: string;
  givenAt?: string;
  as?: string;
};
export type ToldRow = RowReading & { row: number };
export type Counts = Record<RowStatus, number>;
type Sentence = { key: string; params?: Record<string, string> };
/** What there is to say of the file as a whole. */
export type Summary = { asksHandling: boolean; sentences: Sentence[] };
type Tell = (row: ToldRow) => void;

/** How every row is understood; nothing is written. */
export async function readOnly(given: Given, env: Env, tell: Tell): Promise<Summary> {
  return withReporter(given, env, async (db, { operationId, zone, country, startsOn, endsOn }) => {
    const table = await openTable(given.file, { sheet: given.sheet, mapping: env.cenMapping });
    try {
      const sheet = await readTable(table, env.cenMapping);
      const index = await loadImportIndex(db);
      const latest = localDateIn(zone, new Date());
      const checks = await rowChecks(db, { operationId, startsOn, endsOn, home: country, on: latest, index });
      const context = { index, home: country, latest, mapping: env.cenMapping, checks };
      const shared = sharedDoubts();
      for await (const { row, reading } of readRecords(table, sheet, context)) {
        shared.see(reading);
        tell({ row, ...reading });
      }
      const asksHandling = !sheet.columns.includes("handling") && given.handling === undefined;
      return { asksHandling, sentences: [...sheetsOf(sheet), ...shared.sentences()] };
    } finally {
      table.close();
    }
  });
}

/** That a workbook has other sheets, which were not read. */
function sheetsOf(sheet: SheetReading | null): Sentence[] {
  if (!sheet?.of) return [];
  const { read, others } = sheet.of;
  return [
    { key: "import.sheets.title", params: { name: read } },
    { key: "import.sheets.text", params: { names: others.join(", ") } },
  ];
}

/** Counts the rows that have a doubt which is the file's: it is said once, at the end. */
function sharedDoubts() {
  const counts = new Map<string, number>();
  return {
    see({ notes }: Pick<RowReading, "notes">) {
      for (const key of Object.values(OF_THE_FILE)) {
        if (notes.some((note) => note.key === key)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    },
    sentences: (): Sentence[] => [...counts].map(([key, n]) => ({ key: `${key}.rows`, params: { n: String(n) } })),
  };
}

type Reporter = NonNullable<Awaited<ReturnType<typeof reporterByCodes>>>;

async function withReporter<T>(given: Given, env: Env, work: (db: Db, reporter: Reporter) => Promise<T>): Promise<T> {
  const { db, end } = openDatabase(env.ownerUrl, { max: 2, name: "naga import" });
  try {
    const reporter = await reporterByCodes(db, given.operation, given.agency);
    if (!reporter) throw new Refusal(`${given.agency} takes no part in an operation ${given.operation} here.`);
    return await work(db, reporter);
  } finally {
    await end();
  }
}

/** Makes reports of the file in a person's name, under a session that ends with it, and seals them. */
export async function writeFile(given: Given, env: Env, tell: Tell): Promise<Summary> {
  const { writer, operationId } = await withReporter(given, env, async (db, reporter) => {
    const writer = await writerFor(db, reporter, given.as);
    if (!writer)
      throw new Refusal(`${given.as ?? "Nobody"} may write reports of ${given.agency} in ${given.operation}.`);
    return { writer, operationId: reporter.operationId };
  });
  const { db, end } = openDatabase(env.appUrl, { max: 4, name: "naga import" });
  const log = { info: () => {}, error: (_facts: object, message: string) => process.stderr.write(`${message}\n`) };
  const house: House = {
    db,
    poke: () => {},
    secret: proofKey(env.sessionSecret),
    files: NO_FILES,
    scan: null,
    webhooks: NO_WEBHOOKS,
    cen: env.cenMapping,
    contributions: env.contributionMapping,
    typeset: noTypesetting,
    office: noOffice,
    log,
  };
  const token = newToken();
  const session = crypto.randomUUID();
  try {
    await openSession(house, { id: session, personId: writer.personId, token, label: given.file });
    const acting: Acting = { house, token, operationId };
    const { handling, file: path, sheet, all, correct: corrects } = given;
    const givenAt = await givenAtForFile(acting, given.givenAt ?? "");
    const answers = { ...(handling !== undefined && { handling }), ...(givenAt !== undefined && { givenAt }) };
    const of = await importFile(acting, { path, sheet, answers, mode: all ? "all" : "good", corrects });
    const told = await tellRows(acting, of, tell);
    await sealAll(db);
    await asBearer(acting, (tx) => revokeTokens(tx, writer.personId, session));
    return { ...told, asksHandling: told.asksHandling && handling === undefined };
  } finally {
    await end();
  }
}

async function openSession(
  { db, secret }: House,
  { id, personId, token, label }: { id: string; personId: string; token: string; label: string },
): Promise<void> {
  const hash = hashOfToken(token);
  const proof = proofOf(secret, `session:${personId}:${hash.toString("hex")}`);
  await startSession(db, { id, personId, hash, label: label.slice(-200), hours: 24, proof });
}

const PAGE = 1_000;

async function tellRows(acting: Acting, of: Import, tell: Tell): Promise<Summary> {
  const shared = sharedDoubts();
  for (let after = -1; ; ) {
    const rows = await asBearer(acting, (tx) => rowsAfter(tx, of, after, PAGE));
    for (const row of rows) {
      shared.see(row);
      tell(toldOf(row));
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.row;
  }
  const counts = await asBearer(acting, (tx) => countRows(tx, of));
  const n = (wanted: string) =>
    String(counts.reduce((sum, { outcome, n: rows }) => sum + (outcome === wanted ? rows : 0), 0));
  const outcomes = { imported: n("imported"), drafted: n("drafted"), unchanged: n("unchanged") };
  const became = { key: "import.became", params: { ...outcomes, updated: n("updated"), corrected: n("corrected") } };
  const asksHandling = of.sheet?.columns.includes("handling") === false;
  return {
    asksHandling,
    sentences: [...(of.refusal ? [of.refusal] : []), ...sheetsOf(of.sheet), ...shared.sentences(), became],
  };
}

/** A row as it was understood, and what came of it: refused is an error, unchanged is passed over, a difference is asked. */
function toldOf({ row, status, outcome, fields, questions, notes }: ImportRow): ToldRow {
  if (outcome === "refused") return { row, status: "error", fields, questions, notes };
  if (outcome === "unchanged") return { row, status: "skip", fields, questions, notes };
  if (outcome !== "updated") return { row, status, fields, questions, notes };
  const differs = notes.flatMap(({ key, field }) => (key === "import.differs" ? [field] : []));
  return { row, status: "question", fields, questions: [...new Set([...questions, ...differs])], notes };
}

async function sealAll(db: Db): Promise<void> {
  for (let left = await waitingStreams(db); left.length > 0; left = await waitingStreams(db))
    await sealStreams(db, left);
}
