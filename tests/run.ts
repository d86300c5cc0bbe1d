import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ensureBuilt } from "#realtime/start/build.ts";
import { ensureChromium } from "./support/chromium.ts";

/** `npm test`: units, database, sockets and browsers; the last line adds them up. Anything failed or skipped is an error. */
const HOME = fileURLToPath(new URL("..", import.meta.url));
const RESULTS = join(HOME, "test-results");

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const VitestResult = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const PlaywrightResult = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs a package's command line; its findings go into a file of JSON beside what it prints. */
async function run(name: string, cli: string, args: string[], variables: Record<string, string> = {}) {
  const program = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), cli);
  const child = spawn(process.execPath, [program, ...args], {
    cwd: HOME,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "test", ...variables },
  });
  const [status] = await once(child, "exit");
  return status === 0;
}

/** A run that ended badly without a failed test (a file that does not load, a broken set-up) is a failure too. */
function countOf(ended: boolean, counted: Count | undefined): Count {
  if (!counted) return { passed: 0, failed: 1, skipped: 0 };
  return ended || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

async function testWithVitest(): Promise<Count> {
  const file = join(RESULTS, "vitest.json");
  const ended = await run("vitest", "vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const result = readResult(file, VitestResult);
  return countOf(
    ended && result?.success === true,
    result && {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
    },
  );
}

async function testInBrowsers(): Promise<Count> {
  const file = join(RESULTS, "playwright.json");
  const args = ["test", "--config", "tests/support/playwright.config.ts", "--reporter=list,json"];
  const ended = await run("@playwright/test", "cli.js", args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const stats = readResult(file, PlaywrightResult)?.stats;
  return countOf(
    ended,
    stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
  );
}

function readResult<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
ensureChromium();
ensureBuilt((line) => process.stdout.write(`${line}\n`));
// Beside each other: the first mostly waits for its database, and leaves a third of two cores to the browsers.
const counts = await Promise.all([testWithVitest(), testInBrowsers()]);
const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
const [passed, failed, skipped] = [
  sum((count) => count.passed),
  sum((count) => count.failed),
  sum((count) => count.skipped),
];
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed + skipped > 0 || passed === 0 ? 1 : 0;
