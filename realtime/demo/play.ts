import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { LocalDate } from "#app/domain/local-date.ts";
import { Refusal } from "#db/refusal.ts";
import type { SeedRelease } from "#seeds/seed-plan.ts";
import { type Day, EXERCISE } from "./day.ts";
import type { Keys } from "./keys.ts";

interface Playing {
  address: string;
  keys: Keys;
  /** Hours of the exercise that pass in an hour here. */
  speed: number;
  say: (line: string) => void;
}

interface Step {
  /** Milliseconds from the first step of the day. */
  at: number;
  run: () => Promise<void>;
}

/** Plays the day: each agency sends at its own times, and its contact point clears what it holds back first. */
export async function playDay({ releases, today }: Day, playing: Playing): Promise<void> {
  const steps = releases.flatMap((release) => stepsOf(release, today, playing));
  const first = Math.min(...steps.map(({ at }) => at));
  await Promise.all(
    steps.map(async ({ at, run }) => {
      await pause((at - first) / playing.speed);
      await run();
    }),
  );
}

/** Between sending and clearing lie minutes of an office, not the days that some cases wait. */
const CLEARED_AFTER_MS = 20 * 60_000;

function stepsOf(release: SeedRelease, today: LocalDate, playing: Playing): Step[] {
  const agency = playing.keys.get(release.agencyId);
  if (!agency) return [];
  const released = new Date(release.releasedAt).getTime();
  const of = { ...agency, release: asOf(release, today) };
  let sent: Promise<Sent>;
  return [
    {
      at: released - CLEARED_AFTER_MS,
      async run() {
        sent = send(of, playing);
        await sent;
      },
    },
    {
      at: released,
      async run() {
        if ((await sent).state === "in_clearance") await clear(of, playing);
      },
    },
  ];
}

/** Cases of a day that is still to come are told as if found today. */
function asOf({ input }: SeedRelease, today: LocalDate): SeedRelease["input"] {
  return input.occurredOn > today ? { ...input, occurredOn: today } : input;
}

interface Reported {
  agency: string;
  key: string;
  release: SeedRelease["input"];
}

const Sent = z.object({ state: z.string() });
type Sent = z.infer<typeof Sent>;

async function send({ agency, key, release }: Reported, { address, say }: Playing): Promise<Sent> {
  const answer = Sent.parse(await post(`${seizures(address)}`, key, { commandId: uuid(), seizure: release }));
  say(`${agency.padEnd(8)} reports ${release.nationalCaseNo}: ${answer.state.replace("_", " ")}`);
  return answer;
}

async function clear({ agency, key, release }: Reported, { address, say }: Playing): Promise<void> {
  const body = { commandId: uuid(), decision: "clear", baseVersion: 1, note: "" };
  const { state } = Sent.parse(await post(`${seizures(address)}/${release.id}/clearance`, key, body));
  say(`${agency.padEnd(8)} clears  ${release.nationalCaseNo}: ${state.replace("_", " ")}`);
}

const seizures = (address: string) => `${address}/api/v1/operations/${EXERCISE}/seizures`;
const TRIES = 20;

/** Under the same command id until it is answered: what was sent twice counts once. */
async function post(url: string, key: string, body: object): Promise<unknown> {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  for (let tries = 1; ; tries++) {
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => undefined);
    if (answer?.ok) return answer.json();
    const mayPass = answer === undefined || [429, 502, 503].includes(answer.status);
    if (!mayPass || tries >= TRIES)
      throw new Refusal(`${url} answers ${answer ? await toldBy(answer) : "not at all"}.`);
    await pause(Number(answer?.headers.get("retry-after") ?? 1) * 1_000);
  }
}

async function toldBy(answer: Response): Promise<string> {
  return `${answer.status} ${(await answer.text()).slice(0, 300)}`;
}
