import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure } from "#app/services/seizures.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import {
  aLiveWorld,
  eventually,
  type LiveMember,
  type LiveWorld,
  snapshotOf,
  startWatching,
  watch,
} from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;
let analyst: LiveMember;
const opened: { close: () => unknown }[] = [];

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  analyst = await world.member({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
afterAll(() => world.close());

async function release(over: Partial<SeizureInput> = {}): Promise<SeizureInput> {
  const seizure = aSeizureInput(over);
  await submitReport(officer, aCommand(seizure));
  return seizure;
}

async function watching(member: LiveMember, server = world.server) {
  const watcher = await watch(member, { server });
  opened.push(watcher);
  return watcher;
}

/** The frames of the facts' stream follow each other without holes. */
function expectWhole(frames: { stream: string; from: number; to: number }[]) {
  for (const stream of new Set(frames.map((frame) => frame.stream))) {
    const own = frames.filter((frame) => frame.stream === stream);
    for (const [at, frame] of own.slice(1).entries()) expect(frame.from).toBeLessThanOrEqual(own[at]?.to ?? 0);
  }
}

test("corrections arrive in order and end with the last", async () => {
  const watcher = await watching(analyst);
  const seizure = await release();
  for (let revision = 1; revision <= 5; revision++) {
    const changed = { ...seizure, items: [aSeizureItem({ quantity: String(revision * 10) })] };
    const base = { facts: revision, case: revision, nominal: 0 };
    await amendSeizure(officer, aCommand({ seizure: changed, base, kind: "correction", reason: "weighed again" }));
  }
  await eventually(() => expect(watcher.live.view().snapshot?.fact(seizure.id)?.revision).toBe(6));
  const revisions = watcher.frames.flatMap((frame) => frame.facts.filter((fact) => fact.id === seizure.id));
  expect(revisions.map((fact) => fact.revision)).toEqual(
    [...revisions.map((fact) => fact.revision)].sort((a, b) => a - b),
  );
  expect(watcher.live.view().snapshot?.fact(seizure.id)?.items[0]?.quantity).toBe("50");
  expect(watcher.arrivals.map((fact) => fact.id)).toEqual([seizure.id]);
});

test("what was reported while the line was down is told afterwards, once", async () => {
  const watcher = await watching(analyst);
  const first = await release();
  await eventually(() => expect(watcher.has(first.id)).toBe(true));
  world.server.http.closeAllConnections();
  const missed = await Promise.all([release(), release(), release()]);
  await eventually(() => expect(missed.map(({ id }) => watcher.has(id))).toEqual([true, true, true]));
  const last = await release();
  await eventually(() => expect(watcher.has(last.id)).toBe(true));
  expect(watcher.arrivals.map((fact) => fact.id).sort()).toEqual([first, ...missed, last].map(({ id }) => id).sort());
  expectWhole(watcher.frames);
});

test("a server that was killed and comes back finds its readers, and they what they missed", async () => {
  const before = await world.anotherServer();
  const port = Number(new URL(before.address).port);
  const watcher = await watching(analyst, before);
  await before.close();
  await eventually(() => expect(watcher.live.view().status.state).toBe("reconnecting"));
  const missed = await release();
  const after = await world.anotherServer();
  await new Promise<void>((resolve) => after.http.close(() => resolve()));
  await after.listen(port, "127.0.0.1");
  await eventually(() => expect(watcher.live.view().status.state).toBe("live"), 20_000);
  expect(watcher.has(missed.id)).toBe(true);
  const next = await release();
  await eventually(() => expect(watcher.has(next.id)).toBe(true));
});

test("two servers over one database tell the same", async () => {
  const other = await world.anotherServer();
  const [here, there] = [await watching(analyst), await watching(analyst, other)];
  const seizures = await Promise.all(Array.from({ length: 20 }, () => release()));
  const byOther = aSeizureInput();
  await submitReport({ ...officer, house: other.house }, aCommand(byOther));
  const ids = [...seizures, byOther].map(({ id }) => id).sort();
  for (const watcher of [here, there]) {
    await eventually(() => expect(watcher.arrivals.map((fact) => fact.id).sort()).toEqual(ids));
    expectWhole(watcher.frames);
  }
});

test("when notices are cut off nobody is told anything until rights are sure again, and then everything", async () => {
  const watcher = await watching(analyst);
  const server = postgres(world.database.superUrl, { max: 1 });
  opened.push({ close: () => server.end() });
  const cut = () => server`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'naga notices'`;
  expect((await cut()).length).toBeGreaterThan(0);
  const seizures = await Promise.all([release(), release()]);
  await eventually(() => expect(seizures.map(({ id }) => watcher.has(id))).toEqual([true, true]));
  await eventually(() => expect(watcher.live.view().status.state).toBe("live"));
});

test("whoever begins while seizures come sees each of them", async () => {
  const seizures = Array.from({ length: 30 }, () => aSeizureInput());
  const watchers: Awaited<ReturnType<typeof watching>>[] = [];
  await Promise.all(
    seizures.map(async (seizure, at) => {
      if (at % 5 === 0) watchers.push(startWatching(analyst, { ...world, fetch: snapshotOf(analyst) }));
      await submitReport(officer, { id: uuid(), input: seizure });
    }),
  );
  opened.push(...watchers);
  for (const watcher of watchers) {
    await eventually(() => expect(seizures.filter(({ id }) => !watcher.has(id))).toEqual([]));
  }
});

test("a number from a history that was restored away, or too far back, leads to a new beginning", async () => {
  const seizure = await release();
  const honest = snapshotOf(analyst);
  let asked = 0;
  const ahead = async (path: string) => {
    const response = await honest(path);
    asked += 1;
    if (asked > 1) return response;
    const answer = await response.json();
    for (const stream of answer.streams) stream.seq += 1_000;
    return Response.json(answer);
  };
  const watcher = await watch(analyst, { ...world, fetch: ahead });
  opened.push(watcher);
  expect(asked).toBe(2);
  expect(watcher.has(seizure.id)).toBe(true);
});
