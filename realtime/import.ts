import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { RowStatus } from "#app/domain/import/row.ts";
import type { FieldNote } from "#app/domain/import/told.ts";
import { Problem } from "#app/domain/problem.ts";
import { readSettings } from "#app/env.server.ts";
import { textFor } from "#app/messages/all.server.ts";
import { FileRefusal } from "#app/spreadsheet/refusal.ts";
import { Refusal } from "#db/refusal.ts";
import { type Counts, type Given, readOnly, type ToldRow, writeFile } from "./import-runs.ts";
import { openInstallation } from "./start/installation.ts";

/** `npm run import -- FILE`: what every row of a file is understood to say, and the reports that it makes. */
const USAGE = `Usage: npm run import -- FILE --operation CODE --agency CODE [--dry-run] [--json] [--sheet NAME]
         [--handling CODE] [--given-at TIME] [--as EMAIL] [--all] [--correct]
  --dry-run         says how every row is understood and writes nothing
  --json            one JSON object per row
  --handling CODE   the tier of every row that names none; without it such rows become drafts
  --given-at TIME   when the cases were approved, where that was before now: 2026-05-17T16:05, by the agency's clock
  --as EMAIL        in whose name; else the agency's contact point
  --all             every row in one transaction, or none
  --correct         makes of what is here already what the file says now; else the difference is told`;

/** Some rows were refused; the file could not be read. */
const [ROWS_REFUSED, FILE_UNREAD] = [1, 2];

const text = textFor("en");
const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

function readArguments(): Given {
  const options = {
    operation: { type: "string" },
    agency: { type: "string" },
    sheet: { type: "string" },
    handling: { type: "string" },
    "given-at": { type: "string" },
    as: { type: "string" },
    all: { type: "boolean" },
    correct: { type: "boolean" },
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  try {
    const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options });
    const [file, more] = positionals;
    const {
      operation,
      agency,
      sheet,
      json = false,
      handling,
      "given-at": givenAt,
      as,
      all = false,
      correct = false,
    } = values;
    if (!file || more || !operation || !agency) throw new Refusal(USAGE);
    const how = { json, sheet, handling, givenAt, as, all, correct, dryRun: values["dry-run"] ?? false };
    return { file, operation, agency, ...how };
  } catch {
    throw new Refusal(USAGE);
  }
}

/** Sentences of a record, each behind the name of its field. */
function sentenceOf({ key, params, field }: FieldNote): string {
  const sentence = text.has(key) ? text.label(key, params) : text.error(key, params);
  return field === "" ? sentence : `${field}: ${sentence}`;
}

function print({ row, status, fields, questions, notes }: ToldRow, json: boolean): void {
  const messages = notes.map(sentenceOf);
  if (json) say(JSON.stringify({ row, status, fields, questions, messages }));
  else if (status !== "ok") for (const message of messages) say(`${row} ${status} ${message}`);
}

async function run(): Promise<number> {
  const given = readArguments();
  const installation = await openInstallation({ settings: readSettings(), say: tell, join: true });
  const counts: Counts = { ok: 0, question: 0, error: 0, skip: 0 };
  const told = (row: ToldRow) => {
    counts[row.status as RowStatus]++;
    print(row, given.json);
  };
  try {
    const { asksHandling, sentences } = await (given.dryRun ? readOnly : writeFile)(given, installation.env, told);
    if (asksHandling) tell(text.label("import.asks.handling"));
    for (const { key, params } of sentences) tell(text.has(key) ? text.label(key, params) : text.error(key, params));
    tell(text("import.counted", counts));
    return counts.error > 0 ? ROWS_REFUSED : 0;
  } finally {
    await installation.close();
  }
}

try {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  process.exitCode = await run();
} catch (error) {
  if (error instanceof FileRefusal) tell(text.label(error.key, error.params));
  else if (error instanceof Problem) tell(text.error(error.message, error.values));
  else if (error instanceof Refusal) tell(error.message);
  else throw error;
  process.exitCode = FILE_UNREAD;
}
