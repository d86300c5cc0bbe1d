import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { Id } from "#app/domain/id.ts";
import { type ComparedLine, differs } from "#app/domain/operation-report/compared-lines.ts";
import { readSettings } from "#app/env.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { Refusal } from "#db/refusal.ts";
import { withOneLineRefusals } from "./start/one-line.ts";
import { openOwnerDatabase } from "./start/owner-database.ts";
import { tell } from "./start/told-progress.ts";
import { type Verified, verifyReport, type Wanted } from "./verify/verify-report.ts";

/** `npm run verify:figures`: counts every figure of a report a second, independent way. */
const USAGE =
  "Usage: npm run verify:figures -- --operation CODE [--report ID [--edition N]] (the whole operation as of now, a report over its own days as of now, or its frozen edition N)";

function readArguments(): Wanted {
  const options = { operation: { type: "string" }, report: { type: "string" }, edition: { type: "string" } } as const;
  try {
    const { operation, report, edition } = parseArgs({ args: process.argv.slice(3), options }).values;
    const number = edition === undefined ? undefined : Number(edition);
    const isNumber = number === undefined || (Number.isInteger(number) && number > 0);
    if (operation && isNumber && (report !== undefined || number === undefined)) {
      return { operation, report: Id.optional().parse(report), edition: number };
    }
  } catch {
    // told below like a missing argument
  }
  throw new Refusal(USAGE);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Whoever reads the first lines alone (`| head`) closes the pipe: what came of it is still told by the exit code. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const HEAD = { line: "figure", stands: "in the report", again: "counted again" };

function print(lines: readonly ComparedLine[]): void {
  const text = (value: string | null) => value ?? "none";
  const width = (of: (line: ComparedLine) => string) => Math.max(...[HEAD, ...lines].map((line) => of(line).length));
  const [names, stands] = [width(({ line }) => line), width((line) => text(line.stands))];
  const row = (line: ComparedLine) =>
    `${line.line.padEnd(names)}  ${text(line.stands).padStart(stands)}  ${text(line.again)}`;
  if (lines.length > 0) say(`  ${row(HEAD)}`);
  for (const line of lines) say(differs(line) ? `≠ ${row(line)}  DIFFERS` : `  ${row(line)}`);
}

/** Says what came of it; false where anything is wrong. */
function report(verified: Verified): boolean {
  const wrong = verified.lines.filter(differs).length;
  if (verified.kind === "frozen") {
    say(
      verified.hashHolds
        ? "The stored figures have the stored hash."
        : "≠ The stored figures do NOT have the stored hash.",
    );
    if (verified.moved !== null) {
      say(
        `The records have moved since it was counted (event ${verified.seq}, now ${verified.moved}): not counted again.`,
      );
    }
  }
  print(verified.lines);
  say(`${verified.lines.length} figures, ${wrong} differ`);
  return wrong === 0 && (verified.kind === "now" || verified.hashHolds);
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const wanted = readArguments();
  const { ownerUrl, close } = await openOwnerDatabase(readSettings(), tell);
  const database = openDatabase(ownerUrl, { max: 1, name: "naga verifying" });
  try {
    if (!report(await verifyReport(database.db, wanted))) process.exitCode = 1;
  } finally {
    await database.end();
    await close();
  }
});
