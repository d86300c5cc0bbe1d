import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readSettings } from "#app/env.server.ts";
import { Refusal } from "#db/refusal.ts";
import { PROFILES } from "#seeds/exercise-world.ts";
import { agencyOf } from "#seeds/world.server.ts";
import { type Day, dayToPlay } from "./demo/day.ts";
import { endKeys, issueKeys } from "./demo/keys.ts";
import { playDay } from "./demo/play.ts";
import { addressOf } from "./start/greeting.ts";
import { openInstallation } from "./start/installation.ts";
import { withOneLineRefusals } from "./start/one-line.ts";

/** `npm run demo:live`: a day of the exercise, told to the running app through its JSON API by several administrations. */
const USAGE = "Usage: npm run demo:live -- [--speed 240] [--day 103] [--address http://localhost:3000]";
const DEFAULT_SPEED = 240;

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments(): { address: string | undefined; speed: number; day: number | undefined } {
  const text = { type: "string" } as const;
  try {
    const options = { address: text, speed: text, day: text };
    const { address, speed, day } = parseArgs({ args: process.argv.slice(3), options }).values;
    return { address, speed: numberIn(speed) ?? DEFAULT_SPEED, day: numberIn(day) };
  } catch {
    throw new Refusal(USAGE);
  }
}

function numberIn(text: string | undefined): number | undefined {
  if (text === undefined) return;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refusal(USAGE);
  return Number(text);
}

async function refuseUnlessReady(address: string): Promise<void> {
  const answer = await fetch(`${address}/readyz`).catch(() => undefined);
  if (!answer?.ok)
    throw new Refusal(`No app is ready at ${address}: start it first with npm start, or name it with --address.`);
}

function codesOf({ releases }: Day): string[] {
  const ids = new Set(releases.map(({ agencyId }) => agencyId));
  return Object.keys(PROFILES).filter((code) => ids.has(agencyOf(code).id));
}

await withOneLineRefusals(async () => {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const { speed, day: wanted, address: named } = readArguments();
  const settings = readSettings();
  const address = named ?? addressOf(settings);
  await refuseUnlessReady(address);
  const { env, close } = await openInstallation({ settings, say, join: true });
  try {
    const day = await dayToPlay(env.ownerUrl, wanted);
    const keys = await issueKeys(env.ownerUrl, codesOf(day));
    say(`Day ${day.number} of the exercise: ${day.releases.length} reports, ${speed} times as fast, into ${address}`);
    await playDay(day, { address, keys, speed, say });
    await endKeys(env.ownerUrl);
  } finally {
    await close();
  }
});
