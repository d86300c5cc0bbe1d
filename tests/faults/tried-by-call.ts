import { expect } from "vitest";
import { createMachine } from "#app/services/accounts.server.ts";
import { issueKey } from "#app/services/keys.server.ts";
import { addMember } from "#app/services/operations.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand } from "#tests/support/world.ts";
import { nextDay } from "./days.ts";
import type { Drawn } from "./drawn.ts";
import { called, expectOnce, type Ground, records } from "./trials.ts";
import type { WrongCall } from "./wrong-calls.ts";

/** The key of a machine that may write reports and tallies. */
export async function aKey({ here, server, contact }: Ground): Promise<string> {
  const [unit] = here.owner.units;
  const machine = { id: crypto.randomUUID(), agencyId: here.owner.id, unitId: unit.id, name: "National case system" };
  await createMachine(contact, aCommand(machine));
  const member = { memberId: crypto.randomUUID(), personId: machine.id, unitId: unit.id, toDay: null };
  await addMember(contact, aCommand({ ...member, role: "ncp" as const, fromDay: "2021-04-01" }));
  const scopes: ("seizures.write" | "tallies.write")[] = ["seizures.write", "tallies.write"];
  const key = { machineId: machine.id, label: "Gateway", days: 30, reach: "operation" as const, scopes };
  return (await issueKey({ ...contact, house: server.house }, aCommand(key))).token ?? "";
}

/** A right body, with ids and a day of its own. */
function aCall(call: WrongCall["call"]): Record<string, unknown> {
  const commandId = crypto.randomUUID();
  if (call === "seizure") return { commandId, seizure: aSeizureInput({ items: [aSeizureItem({ quantity: "95.5" })] }) };
  const groups = [{ group: "F2", cases: 1, quantities: [{ quantity: "95.5", unit: "kg" }] }];
  return { commandId, tallies: [{ day: nextDay(), nil: false, groups }] };
}

/** The same body with something else in one place. */
function changed(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  if (Array.isArray(value)) return value.map((part, at) => (String(at) === name ? changed(part, rest, to) : part));
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [name]: changed(Object.entries(value).find(([key]) => key === name)?.[1], rest, to) };
}

type ProblemSaid = { type?: string; detail?: string; code?: string; errors?: { pointer: string; detail: string }[] };

function expectToldInJson(what: string, { pointer }: WrongCall, kind: string, text: string) {
  expect(kind, what).toContain("application/problem+json");
  const problem: ProblemSaid = JSON.parse(text);
  expect(problem.type, what).toMatch(/^urn:naga:problem:/);
  expect(problem.detail, what).not.toBe("");
  if (pointer === null) return;
  const found = (problem.errors ?? []).filter((one) => one.pointer.startsWith(pointer));
  expect(found.length, `${what}: ${pointer} in ${text.slice(0, 400)}`).toBeGreaterThan(0);
  for (const { detail } of found) expect(detail, what).toMatch(/\w+ \w+/);
}

const PATHS = { seizure: "seizures", tally: "tallies" };

async function post({ here, server }: Ground, call: WrongCall["call"], { key, body }: { key: string; body: string }) {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const address = `${server.address}/api/v1/operations/${here.world.operationId}/${PATHS[call]}`;
  const answer = await fetch(address, { method: "POST", headers, body });
  return { status: answer.status, kind: answer.headers.get("content-type") ?? "", text: await answer.text() };
}

/** The problem points to the place; mended, the same command goes through once. */
export async function tryCall(ground: Ground, key: string, one: Drawn<WrongCall>): Promise<void> {
  const { wrong } = one;
  const what = called(one);
  const right = aCall(wrong.call);
  const before = await records(ground);
  const body = wrong.body ?? JSON.stringify(changed(right, wrong.path, wrong.value));
  const { status, kind, text } = await post(ground, wrong.call, { key, body });
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
  expect(status, `${what}: ${text.slice(0, 300)}`).toBeLessThan(500);
  expectToldInJson(what, wrong, kind, text);
  expect(await records(ground), `${what}: nothing is left of it`).toEqual(before);
  const table = wrong.call === "seizure" ? "seizure_reports" : "tallies";
  const send = () => post(ground, wrong.call, { key, body: JSON.stringify(right) });
  await expectOnce(ground, what, { table, send });
}
