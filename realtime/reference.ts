import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isLocalDate, localDateIn } from "#app/domain/local-date.ts";
import { readSettings } from "#app/env.server.ts";
import { Refusal } from "#db/refusal.ts";
import { type Checklist, readChecklist } from "#seeds/checklist/entries.ts";
import { loadChecklist } from "#seeds/checklist/load.server.ts";
import { openInstallation } from "./start/installation.ts";
import { withOneLineRefusals } from "./start/one-line.ts";

/** `npm run reference -- taxa`: the full checklist of species, which an installation obtains itself, as of a day. */
const USAGE =
  "Usage: npm run reference -- taxa <export.csv> --on 2026-03-05 (the day whose status the Checklist of CITES Species or Species+ gave)";

/** So many lines are named; the rest is counted. */
const MOST_NAMED = 50;

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments(): { file: string; on: string } {
  const { list, file, on } = given();
  if (list !== "taxa" || !file || !on) throw new Refusal(USAGE);
  if (!isLocalDate(on)) throw new Refusal(`--on ${on} is no day: write it as 2026-03-05.`);
  if (on > localDateIn("UTC", new Date())) throw new Refusal(`--on ${on} is still to come: no status is known of it.`);
  return { file, on };
}

function given(): { list?: string; file?: string; on?: string } {
  try {
    const options = { on: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: process.argv.slice(3), allowPositionals: true, options });
    const [list, file] = positionals;
    return { list, file, on: values.on };
  } catch {
    return {};
  }
}

function readFile(file: string): Checklist {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch {
    throw new Refusal(`${file} is no text in UTF-8: save it as CSV in UTF-8.`);
  }
  try {
    return readChecklist(text);
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : error}. Nothing was loaded.`);
  }
}

function refuseFaults(file: string, { faults }: Checklist): void {
  if (faults.length === 0) return;
  for (const { line, says } of faults.slice(0, MOST_NAMED)) process.stderr.write(`${file}:${line}: ${says}\n`);
  throw new Refusal(`${faults.length} lines are not understood. Nothing was loaded.`);
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const { file, on } = readArguments();
  const checklist = readFile(file);
  refuseFaults(file, checklist);
  const installation = await openInstallation({ settings: readSettings(), say, join: true });
  try {
    const done = await loadChecklist(installation.env.ownerUrl, checklist.entries, on);
    say(`${checklist.entries.length} taxa of ${file}, status of ${on}:`);
    say(`  ${done.changed} listings begin on that day, ${done.newTaxa} of them of taxa that are new here`);
    say(`  ${done.confirmed} listings that were from memory, or of another day, have a source from that day on`);
    say(`  ${done.same} are as they were`);
    say(`  ${done.notInFile} taxa listed here are not in the file and stay as they are`);
    if (checklist.unlisted > 0) say(`  ${checklist.unlisted} lines name no listing and say nothing`);
  } finally {
    await installation.close();
  }
});
