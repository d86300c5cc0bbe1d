import { afterEach, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { type AudienceInput, Nominal, type SeizureInput } from "#app/domain/seizure.ts";
import { seizurePage } from "#app/seizure-page.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, type Base } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld, type Watcher, watch } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let officer: LiveMember;
let opened: Watcher[] = [];

/** Plans differ in whether reporters read what others released. */
async function begin(reportersReadFacts: boolean) {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 }, reportersReadFacts });
  officer = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
}
afterEach(async () => {
  for (const { close } of opened) close();
  opened = [];
  await world.close();
});

async function watching(member: LiveMember) {
  const watcher = await watch(member, world);
  opened.push(watcher);
  return watcher;
}

const joined = (role: "ncp" | "ocu" | "analyst" | "partner", code: string) =>
  world.member({ role, agency: agencyOf(world, code) });

async function released(audience: AudienceInput, nominal: SeizureInput["nominal"] = null) {
  const seizure = aSeizureInput({ audience, nominal, narrative: "Two tusks.", language: "en" });
  await submitReport(officer, aCommand(seizure));
  return seizure;
}

/** Corrects it; `version` says what it had before where that was not the first, and whether there are names. */
async function corrected(seizure: SeizureInput, change: Partial<SeizureInput>, version: Partial<Base> = {}) {
  const input = { ...seizure, ...change };
  const base = { facts: 1, case: 1, nominal: 0, ...version };
  await amendSeizure(officer, aCommand({ seizure: input, base, kind: "own_error", reason: "Read again" }));
  return input;
}

/** What somebody heard of a seizure among what all may count, in order; its release is left out. */
const heardOf = ({ frames }: Watcher, id: Id) =>
  frames
    .filter(({ kind }) => kind === "operation")
    .flatMap(({ events }) => events)
    .filter(({ type, body }) => type !== "seizure.released" && (body?.case === id || body?.seizure === id))
    .map(({ type }) => type);

const upTo = ({ frames }: Watcher) =>
  Math.max(0, ...frames.filter(({ kind }) => kind === "operation").map(({ to }) => to));

/** All have been told up to the same number of the operation. */
const settled = (watchers: readonly Watcher[]) => eventually(() => expect(new Set(watchers.map(upTo)).size).toBe(1));

test("a correction of the case alone is told to who reads it; who may not read hears no word of it", async () => {
  await begin(false);
  const thai = await watching(await joined("ncp", "TH-CUS"));
  const lao = await watching(await joined("ncp", "LA-CUS"));
  const ocu = await watching(await joined("ocu", "RILO"));
  const partner = await watching(await joined("partner", "LA-CUS"));
  const everybody = [thai, lao, ocu, partner];
  const seizure = await released({ kind: "agencies", agencies: [agencyOf(world, "TH-CUS").id] });
  const heard = () => everybody.map((watcher) => heardOf(watcher, seizure.id).join(" "));

  const told = await corrected(seizure, { narrative: "Two tusks in a crate." });
  await eventually(() => expect(heard()).toEqual(["case.touched", "", "case.touched", ""]));
  await settled(everybody);
  const others = [lao, partner].flatMap(({ frames }) => frames.filter(({ events }) => !events.some(isRelease)));
  expect(JSON.stringify(others)).not.toContain(seizure.id);

  // Whoever loses it by a correction is told that alone, and who reads it from now on hears of the case.
  const audience = { kind: "agencies" as const, agencies: [agencyOf(world, "LA-CUS").id] };
  const moved = await corrected(told, { audience }, { case: 2 });
  const [lost, read] = ["seizure.narrowed", "seizure.narrowed case.touched"];
  const now = [`case.touched ${lost}`, read, `case.touched ${read}`, read];
  await eventually(() => expect(heard()).toEqual(now));

  // What all count is told to all with the facts, and by no word about the case.
  const [item] = moved.items;
  if (!item) throw new Error("a seizure without goods");
  await corrected(moved, { items: [{ ...item, quantity: "11.5" }] }, { case: 3 });
  await eventually(() => expect(heard()).toEqual(now.map((one) => `${one} seizure.amended`)));
});

test("who loses the names by a correction is told so, also where the facts were corrected with them", async () => {
  await begin(false);
  const thai = await watching(await joined("ncp", "TH-CUS"));
  const recipients = [agencyOf(world, "TH-CUS").id];
  const nominal = Nominal.parse({ persons: [{ name: "Somsak" }], recipients });
  const seizure = await released({ kind: "agencies", agencies: recipients }, nominal);
  const [item] = seizure.items;
  if (!item) throw new Error("a seizure without goods");
  const items = [{ ...item, quantity: "11.5" }];
  const told = await corrected(seizure, { items }, { nominal: 1 });
  await eventually(() => expect(heardOf(thai, seizure.id)).toEqual(["seizure.amended"]));
  const own = { ...told, items: seizure.items, nominal: { ...nominal, recipients: [] } };
  await corrected(own, {}, { facts: 2, case: 2, nominal: 1 });
  const all = ["seizure.amended", "seizure.amended", "seizure.narrowed"];
  await eventually(() => expect(heardOf(thai, seizure.id)).toEqual(all));
});

const isRelease = ({ type }: { type: string }) => type === "seizure.released";

/** Named while an analyst, and a reporter since. */
async function aNamedReporter() {
  const named = await joined("analyst", "TH-CUS");
  const seizure = await released({ kind: "members", members: [named.memberId] });
  await world.owner`update members set role = 'reporter' where id = ${named.memberId}`;
  return { named, seizure };
}

const pageOf = (member: LiveMember, id: Id) => read(member, (tx, self) => seizurePage(tx, self, id));

test("a reporter who is named as reader of another's case and reads facts has it open, and hears of it as others do", async () => {
  await begin(true);
  const { named, seizure } = await aNamedReporter();
  expect((await pageOf(named, seizure.id)).released?.case?.input.narrative).toBe("Two tusks.");
  const colleague = await watching(await world.member({ role: "reporter", agency: agencyOf(world, "TH-CUS") }));
  const watcher = await watching(named);
  await corrected(seizure, { narrative: "Two tusks in a crate." });
  await eventually(() => expect(heardOf(watcher, seizure.id)).toEqual(["case.touched"]));
  await settled([watcher, colleague]);
  expect(heardOf(colleague, seizure.id)).toEqual([]);
});

test("a reporter who reads no facts of others has no page of that case, whoever named him, and hears nothing", async () => {
  await begin(false);
  const { named, seizure } = await aNamedReporter();
  await expect(pageOf(named, seizure.id)).rejects.toMatchObject({ kind: "not-found" });
  const [watcher, officers] = [await watching(named), await watching(officer)];
  await corrected(seizure, { narrative: "Two tusks in a crate." });
  await eventually(() => expect(heardOf(officers, seizure.id)).toEqual(["case.touched"]));
  expect(watcher.frames).toEqual([]);
});
