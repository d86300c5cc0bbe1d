import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { changeMember, changePlan } from "#app/services/operations.server.ts";
import { choosePresence } from "#app/services/presence.server.ts";
import { read } from "#app/services/write.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, type Watcher, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

const CHILD = fileURLToPath(new URL("../support/server-child.ts", import.meta.url));
/** What a killed node said counts for ten seconds; a look comes every second. */
const STALE = 20_000;

let world: LiveWorld;
let lead: LiveMember;
const opened: { close: () => unknown }[] = [];

beforeAll(async () => {
  world = await aLiveWorld();
  lead = await world.member({ role: "lead", agency: agencyOf(world, "TH-CUS") });
});
beforeEach(() => showPresence(true));
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
afterAll(() => world.close());

async function showPresence(showsPresence: boolean): Promise<void> {
  const operation = await read(lead, (tx) => findOperation(tx, world.operationId));
  if (!operation) throw new Error("no operation");
  if (operation.plan.showsPresence === showsPresence) return;
  const plan = { ...operation.plan, showsPresence };
  await changePlan(lead, aCommand({ plan, baseVersion: operation.version }));
}

async function watching(member: LiveMember, server: { address: string } = world.server): Promise<Watcher> {
  const watcher = await watch(member, { server });
  opened.push(watcher);
  return watcher;
}

const a = (role: Parameters<LiveWorld["member"]>[0]["role"], code: string) =>
  world.member({ role, agency: agencyOf(world, code) });

/** Agencies by their codes, as this line knows them; null where it is told of none. */
function seenBy({ live }: Watcher): string | null {
  const { present } = live.view();
  if (!present) return null;
  const codes = Object.values(world.agencies).filter(({ id }) => present.includes(id));
  expect(codes).toHaveLength(present.length);
  return codes
    .map(({ code }) => code)
    .sort()
    .join(" ");
}

/** Another node in a process of its own. */
async function aNode(): Promise<{ address: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ["--import", "tsx", CHILD, JSON.stringify(world.database)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  opened.push({ close: () => child.kill("SIGKILL") });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { address: string }) };
}

test("nobody is shown until the plan says so, and from then on at once; when it ends nobody is shown any more", async () => {
  await showPresence(false);
  const thai = await watching(await a("analyst", "TH-CUS"));
  const lao = await watching(await a("ncp", "LA-CUS"));
  expect([seenBy(thai), seenBy(lao)]).toEqual([null, null]);
  await showPresence(true);
  await eventually(() => expect([seenBy(thai), seenBy(lao)]).toEqual(["LA-CUS TH-CUS", "LA-CUS TH-CUS"]));
  expect(thai.live.view().status.state).toBe("live");
  await showPresence(false);
  await eventually(() => expect([seenBy(thai), seenBy(lao)]).toEqual([null, null]));
});

test("several of one agency are that agency once; it goes with the last of them, and a page that is loaded again stays", async () => {
  const [first, second] = [await a("ncp", "VN-CUS"), await a("reporter", "VN-CUS")];
  const lao = await watching(await a("analyst", "LA-CUS"));
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS"));
  const history: (readonly string[] | null)[] = [];
  lao.live.watch(() => history.push(lao.live.view().present));
  const lines = [await watching(first), await watching(second)];
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS VN-CUS"));
  for (const line of lines) line.close();
  const again = await watching(first);
  expect(seenBy(again)).toBe("LA-CUS VN-CUS");
  // Nothing was said of a third or of a gap: one change, from without to with.
  expect(history.filter((present, at) => present !== history[at - 1])).toHaveLength(1);
  again.close();
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS"));
});

test("partners and observers neither see who is here nor are shown", async () => {
  const [partner, observer] = [await watching(await a("partner", "RILO")), await watching(await a("observer", "RILO"))];
  const police = await watching(await a("analyst", "VN-POL"));
  await eventually(() => expect(seenBy(police)).toBe("VN-POL"));
  expect([seenBy(partner), seenBy(observer)]).toEqual([null, null]);
});

test("who does not want to be shown is gone at once and sees nobody; an agency hides all its people", async () => {
  const contact = await a("ncp", "VN-CUS");
  const agencyId = agencyOf(world, "VN-CUS").id;
  const lao = await watching(await a("analyst", "LA-CUS"));
  const viet = await watching(contact);
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS VN-CUS"));

  await choosePresence(contact, aCommand({ agencyId, of: "me" as const, shown: false }));
  await eventually(() => expect([seenBy(lao), seenBy(viet)]).toEqual(["LA-CUS", null]));
  const colleague = await watching(await a("reporter", "VN-CUS"));
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS VN-CUS"));
  expect(seenBy(viet)).toBe(null);

  await choosePresence(contact, aCommand({ agencyId, of: "agency" as const, shown: false }));
  await eventually(() => expect([seenBy(lao), seenBy(colleague)]).toEqual(["LA-CUS", null]));
  await choosePresence(contact, aCommand({ agencyId, of: "agency" as const, shown: true }));
  await choosePresence(contact, aCommand({ agencyId, of: "me" as const, shown: true }));
  await eventually(() => expect([seenBy(lao), seenBy(viet)]).toEqual(["LA-CUS VN-CUS", "LA-CUS VN-CUS"]));
});

test("a reporter does not hide the agency, nobody hides another one, and a command is done once", async () => {
  const officer = await a("reporter", "VN-CUS");
  const [own, other] = [agencyOf(world, "VN-CUS").id, agencyOf(world, "LA-CUS").id];
  const refused = { kind: "forbidden" };
  await expect(choosePresence(officer, aCommand({ agencyId: own, of: "agency", shown: false }))).rejects.toMatchObject(
    refused,
  );
  await expect(choosePresence(lead, aCommand({ agencyId: other, of: "me", shown: false }))).rejects.toMatchObject(
    refused,
  );
  const hide = aCommand({ agencyId: own, of: "me" as const, shown: false });
  const show = aCommand({ agencyId: own, of: "me" as const, shown: true });
  for (const command of [hide, show, hide]) await choosePresence(officer, command);
  expect(await world.owner`select 1 from presence_hidden where member_id = ${officer.memberId}`).toHaveLength(0);
});

test("somebody who is suspended is not here", async () => {
  const police = await a("analyst", "VN-POL");
  const lao = await watching(await a("analyst", "LA-CUS"));
  await watching(police);
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS VN-POL"));
  const { memberId } = police;
  await changeMember(lead, aCommand({ memberId, role: "analyst", state: "suspended", baseVersion: 1 }));
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS"));
});

test("two nodes tell each other; of one that ends in order nobody is left, and a new one learns who is where", async () => {
  const other = await world.anotherServer();
  const here = await watching(await a("analyst", "LA-CUS"));
  const there = await watching(await a("ncp", "VN-CUS"), other);
  await eventually(() => expect([seenBy(here), seenBy(there)]).toEqual(["LA-CUS VN-CUS", "LA-CUS VN-CUS"]));
  const third = await world.anotherServer();
  const late = await watching(await a("analyst", "VN-POL"), third);
  await eventually(() => expect(seenBy(late)).toBe("LA-CUS VN-CUS VN-POL"));
  there.close();
  await other.close();
  await eventually(() => expect([seenBy(here), seenBy(late)]).toEqual(["LA-CUS VN-POL", "LA-CUS VN-POL"]));
});

test("a node that is killed leaves nobody behind", async () => {
  const node = await aNode();
  const here = await watching(await a("analyst", "LA-CUS"));
  await watching(await a("ncp", "VN-CUS"), node);
  await eventually(() => expect(seenBy(here)).toBe("LA-CUS VN-CUS"));
  const gone = once(node.process, "exit");
  node.process.kill("SIGKILL");
  await gone;
  await eventually(() => expect(seenBy(here)).toBe("LA-CUS"), STALE);
  // And whoever comes afterwards does not meet a ghost either.
  expect(seenBy(await watching(await a("analyst", "VN-POL")))).toBe("LA-CUS VN-POL");
}, 60_000);

test("when notices are cut off nothing is made up, and afterwards everybody is there again", async () => {
  const other = await world.anotherServer();
  const here = await watching(await a("analyst", "LA-CUS"));
  const there = await watching(await a("ncp", "VN-CUS"), other);
  await eventually(() => expect(seenBy(here)).toBe("LA-CUS VN-CUS"));
  const server = postgres(world.database.superUrl, { max: 1 });
  opened.push({ close: () => server.end() });
  await server`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'naga notices'`;
  await eventually(() => expect([seenBy(here), seenBy(there)]).toEqual([null, null]));
  await eventually(() => expect([seenBy(here), seenBy(there)]).toEqual(["LA-CUS VN-CUS", "LA-CUS VN-CUS"]), STALE);
}, 60_000);

test("nobody is written down: no row, no event and no body speaks of who is here", async () => {
  const before = await world.owner`select count(*)::int as n from events`;
  const lao = await watching(await a("analyst", "LA-CUS"));
  await eventually(() => expect(seenBy(lao)).toBe("LA-CUS"));
  expect(await world.owner`select count(*)::int as n from events`).toEqual(before);
  expect(await world.owner`select 1 from presence_hidden`).toHaveLength(0);
});
