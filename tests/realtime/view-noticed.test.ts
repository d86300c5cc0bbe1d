import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "#app/services/reports.server.ts";
import { changeView, dropView, saveView } from "#app/services/saved-views.server.ts";
import { watchView } from "#app/services/view-notices.server.ts";
import { workOnWatches } from "#app/services/view-watching.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, type Watcher, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;
let maker: LiveMember;

beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  maker = await world.member({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
});
afterAll(() => world.close());

const typesOf = ({ frames }: Watcher) => frames.flatMap(({ events }) => events).map(({ type }) => type);
const upTo = ({ frames }: Watcher) =>
  Math.max(0, ...frames.filter(({ kind }) => kind === "operation").map(({ to }) => to));
const join = async (role: "ncp" | "ocu" | "analyst" | "observer", code: string) =>
  watch(await world.member({ role, agency: agencyOf(world, code) }), world);

async function aWatchedView(): Promise<string> {
  const id = crypto.randomUUID();
  await saveView(maker, aCommand({ id, page: "map", name: "Sea", query: "mode=sea_container", shared: false }));
  await watchView(maker, aCommand({ view: id, threshold: 1, days: null }));
  return id;
}

test("that somebody was told of a view is heard by that member on every line, and by nobody else", async () => {
  await aWatchedView();
  const own = [await watch(maker, world), await watch(maker, world)];
  const others = [await join("analyst", "TH-CUS"), await join("ocu", "RILO"), await join("ncp", "VN-CUS")];
  const observer = await join("observer", "TH-CUS");
  await submitReport(officer, aCommand(aSeizureInput()));
  await eventually(() => expect(typesOf(own[0] as Watcher)).toContain("seizure.released"));
  // The server of these sockets has another secret than the database.
  const house = { ...world.server.house, secret: world.database.proofKey };
  await workOnWatches(house, () => false);
  for (const line of own) await eventually(() => expect(typesOf(line)).toContain("view.noticed"));
  await eventually(() => expect(new Set([...own, ...others].map(upTo)).size).toBe(1));
  for (const line of own) expect(typesOf(line).filter((type) => type === "view.noticed")).toHaveLength(1);
  for (const line of [...others, observer]) {
    expect(typesOf(line)).not.toContain("view.noticed");
    expect(JSON.stringify(line.frames)).not.toContain(maker.memberId);
  }
  for (const { close } of [...own, ...others, observer]) close();
});

test("a shared view is told of to all who read facts, one's own to nobody", async () => {
  const other = await join("ocu", "RILO");
  const observer = await join("observer", "VN-CUS");
  const view = await aWatchedView();
  const change = { view, name: "Sea", query: null };
  await changeView(maker, aCommand({ ...change, base: 1, shared: true }));
  await changeView(maker, aCommand({ ...change, base: 2, shared: true }));
  await dropView(maker, aCommand({ view }));
  await eventually(() => expect(typesOf(other)).toEqual(["view.shared", "view.changed", "view.withdrawn"]));
  expect(typesOf(observer)).toEqual([]);
  for (const { close } of [other, observer]) close();
});
