import { expect } from "vitest";
import { en } from "#app/messages/en.ts";
import type { Acting } from "#app/services/house.server.ts";
import type { Stage } from "#tests/access/acts.ts";
import type { RunningServer } from "#tests/support/server.ts";
import type { Drawn } from "./drawn.ts";
import { rowsOf } from "./written.ts";

/** Where bad inputs are tried. `contact`: the contact point in whose name they come. */
export type Ground = { here: Stage; server: RunningServer; contact: Acting };

/** Sessions and their use, logs, and what is on its way but not here yet, are no records. */
const BESIDE =
  /^(tokens|persons|access_log|member_visits|uploads|upload_pieces|imports|import_parts|import_rows|streams)$/;

export async function records({ here }: Ground): Promise<Record<string, number>> {
  const all = await rowsOf(here.world.owner);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !BESIDE.test(name)));
}

/** What a failure is told by. */
export const called = ({ kind, seed }: Drawn<unknown>) => `${kind}, seed ${seed}`;

const MESSAGES: Readonly<Record<string, string>> = en;
export const inWords = (key: string) => MESSAGES[key] ?? MESSAGES[`error.${key}`];

/** Tries each; what goes wrong is told together, by kind and seed. */
export async function tryAll<T>(all: readonly T[], attempt: (one: T, turn: number) => Promise<void>) {
  const wrong: string[] = [];
  for (const [turn, one] of all.entries()) {
    await attempt(one, turn).catch((thrown) => wrong.push(thrown instanceof Error ? thrown.message : String(thrown)));
  }
  expect(wrong).toEqual([]);
}

type Once = { table: string | null; send: () => Promise<{ status: number; text: string }> };

/** A right input that is sent twice is one more change, and one more record of its kind. */
export async function expectOnce(ground: Ground, what: string, { table, send }: Once) {
  const before = await records(ground);
  const { status, text } = await send();
  expect(status, `${what}: mended, it goes through: ${text.slice(-300)}`).toBeLessThan(400);
  const after = await records(ground);
  expect((after.commands ?? 0) - (before.commands ?? 0), `${what}: one change`).toBeGreaterThan(0);
  if (table) expect((after[table] ?? 0) - (before[table] ?? 0), `${what}: one of ${table}`).toBe(1);
  await send();
  expect(await records(ground), `${what}: sent twice`).toEqual(after);
}
