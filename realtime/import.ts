import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ImportContext } from "#app/domain/import/sheet.ts";
import type { FieldNote } from "#app/domain/import/told.ts";
import { localDateIn } from "#app/domain/local-date.ts";
import { readSettings } from "#app/env.server.ts";
import { textFor } from "#app/messages/all.server.ts";
import { loadImportIndex } from "#app/spreadsheet/import-index.server.ts";
import { openTable } from "#app/spreadsheet/open-table.server.ts";
import { type NumberedReading, readRecords, readTable } from "#app/spreadsheet/read-rows.server.ts";
import { FileRefusal } from "#app/spreadsheet/refusal.ts";
import { openDatabase } from "#db/client.server.ts";
import { reporterByCodes } from "#db/queries/import-reporter.server.ts";
import { Refusal } from "#db/refusal.ts";
import { openInstallation } from "./start/installation.ts";

/** `npm run import -- FILE`: what every row of a file is understood to say. */
const USAGE = "Usage: npm run import -- FILE --operation CODE --agency CODE --dry-run [--json] [--sheet NAME]";

/** Some rows were refused; the file could not be read. */
const [ROWS_REFUSED, FILE_UNREAD] = [1, 2];

const text = textFor("en");
const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

type Given = { file: string; operation: string; agency: string; json: boolean; sheet?: string };

function readArguments(): Given {
  const options = {
    operation: { type: "string" },
    agency: { type: "string" },
    sheet: { type: "string" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options });
    const [file, more] = positionals;
    const { operation, agency, sheet, json = false } = values;
    if (!file || more || !operation || !agency || !values["dry-run"]) throw new Refusal(USAGE);
    return { file, operation, agency, json, sheet };
  } catch {
    throw new Refusal(USAGE);
  }
}

/** Sentences of a record, each behind the name of its field. */
function sentenceOf({ key, params, field }: FieldNote): string {
  const sentence = text.has(key) ? text.label(key, params) : text.error(key, params);
  return field === "" ? sentence : `${field}: ${sentence}`;
}

function print({ row, reading }: NumberedReading, json: boolean): void {
  const messages = reading.notes.map(sentenceOf);
  const { status, fields, questions } = reading;
  if (json) say(JSON.stringify({ row, status, fields, questions, messages }));
  else if (status !== "ok") for (const message of messages) say(`${row} ${status} ${message}`);
}

async function readFile(given: Given, context: ImportContext): Promise<number> {
  const table = await openTable(given.file, given.sheet);
  try {
    const sheet = await readTable(table);
    const counts = { ok: 0, question: 0, error: 0, skip: 0 };
    for await (const record of readRecords(table, sheet, context)) {
      counts[record.reading.status]++;
      print(record, given.json);
    }
    if (!sheet.columns.includes("handling")) tell(text("import.asks.handling"));
    tell(text("import.counted", counts));
    return counts.error > 0 ? ROWS_REFUSED : 0;
  } finally {
    table.close();
  }
}

async function readWith(given: Given, ownerUrl: string): Promise<number> {
  const { db, end } = openDatabase(ownerUrl, { max: 4, name: "naga import" });
  try {
    const reporter = await reporterByCodes(db, given.operation, given.agency);
    if (!reporter) throw new Refusal(`${given.agency} takes no part in an operation ${given.operation} here.`);
    const index = await loadImportIndex(db);
    const latest = localDateIn(reporter.zone, new Date());
    return await readFile(given, { index, home: reporter.country, latest });
  } finally {
    await end();
  }
}

async function run(): Promise<number> {
  const given = readArguments();
  const installation = await openInstallation({ settings: readSettings(), say: tell, join: true });
  try {
    return await readWith(given, installation.env.ownerUrl);
  } finally {
    await installation.close();
  }
}

try {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  process.exitCode = await run();
} catch (error) {
  if (error instanceof FileRefusal) tell(text.label(error.key, error.params));
  else if (error instanceof Refusal) tell(error.message);
  else throw error;
  process.exitCode = FILE_UNREAD;
}
