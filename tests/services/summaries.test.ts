import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { SummaryInput } from "#app/domain/summary-input.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { narrowSeizure } from "#app/services/narrowing.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { writeSummary } from "#app/services/summaries.server.ts";
import { read } from "#app/services/write.server.ts";
import { summariesOf } from "#db/queries/summaries.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let officer: Acting;
let thai: Acting;
let lao: Acting;
let coordinator: Acting;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  const agency = agencyOf(world, "VN-CUS");
  contact = await world.join({ role: "ncp", agency });
  officer = await world.join({ role: "reporter", agency });
  thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  lao = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  coordinator = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
});
afterAll(() => world.close());

const ORIGINAL = "Hai ngà voi trong thùng gỗ.";

/** Released, written in Vietnamese, read by Thailand beside its owner. */
async function aCase(over: Partial<SeizureInput> = {}) {
  const readers = [agencyOf(world, "TH-CUS").id];
  const audience = { kind: "agencies" as const, agencies: readers };
  const seizure = aSeizureInput({ narrative: ORIGINAL, language: "vi", audience, ...over });
  await submitReport(contact, aCommand(seizure));
  return seizure;
}

const said = (seizure: Id, over: Partial<SummaryInput> = {}) =>
  aCommand<SummaryInput>({ seizure, language: "en", about: 1, base: 0, text: "Two tusks in a crate.", ...over });

const seenBy = (acting: Acting, seizure: Id) => read(acting, (tx) => summariesOf(tx, world.operationId, seizure));

const amended = (seizure: SeizureInput, over: Partial<SeizureInput>) =>
  aCommand({
    seizure: { ...seizure, ...over },
    base: { facts: 1, case: 1, nominal: 0 },
    kind: "correction",
    reason: "Once more",
  });

describe("a summary of a narrative", () => {
  test("names its translator, the agency and the version, to whoever reads the case and nobody else", async () => {
    const { id } = await aCase();
    expect(await writeSummary(contact, said(id))).toEqual({ seizure: id, language: "en", version: "1" });
    const seen = { text: "Two tusks in a crate.", about: 1, version: 1, originalChanged: false };
    const [summary] = await seenBy(thai, id);
    expect(summary).toMatchObject({ ...seen, translator: "Officer VN-CUS", agency: expect.any(String) });
    for (const reader of [contact, officer, coordinator]) expect(await seenBy(reader, id)).toEqual([summary]);
    expect(await seenBy(lao, id)).toEqual([]);
  });

  test("keeps every version, each with its own writer", async () => {
    const { id } = await aCase();
    await writeSummary(contact, said(id));
    await writeSummary(coordinator, said(id, { base: 1, text: "Two raw tusks in a crate." }));
    const versions = await seenBy(thai, id);
    expect(versions.map(({ version, text, translator }) => [version, text, translator])).toEqual([
      [2, "Two raw tusks in a crate.", "Officer RILO"],
      [1, "Two tusks in a crate.", "Officer VN-CUS"],
    ]);
  });

  test("says that the original has changed since, and until then only that the case has", async () => {
    const seizure = await aCase();
    await writeSummary(contact, said(seizure.id));
    await amendSeizure(contact, amended(seizure, { carrier: "TG 917" }));
    expect(await seenBy(thai, seizure.id)).toMatchObject([{ about: 1, originalChanged: false }]);
    const narrative = "Ba ngà voi trong thùng gỗ.";
    const again = amended(seizure, { carrier: "TG 917", narrative });
    const base = { ...again.input.base, case: 2 };
    await amendSeizure(contact, { ...again, input: { ...again.input, base } });
    expect(await seenBy(thai, seizure.id)).toMatchObject([{ about: 1, originalChanged: true, version: 1 }]);
    await writeSummary(contact, said(seizure.id, { base: 1, about: 3 }));
    expect((await seenBy(thai, seizure.id)).map((one) => [one.about, one.originalChanged])).toEqual([
      [3, false],
      [1, true],
    ]);
  });

  test("is written once by the same command, and not again where it says the same of the same version", async () => {
    const { id } = await aCase();
    const command = said(id);
    const first = await writeSummary(contact, command);
    expect(await writeSummary(contact, command)).toEqual(first);
    await expect(
      writeSummary(contact, { ...command, input: { ...command.input, text: "Else" } }),
    ).rejects.toMatchObject({ kind: "conflict", message: "command.reused" });
    expect(await writeSummary(contact, said(id, { base: 1 }))).toEqual(first);
    expect(await seenBy(contact, id)).toHaveLength(1);
  });

  test("of two who write at once one is told, with what stands now", async () => {
    const { id } = await aCase();
    const both = [said(id, { text: "First" }), said(id, { text: "Second" })];
    const done = await Promise.allSettled(both.map((command) => writeSummary(contact, command)));
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [{ text = "" } = {}] = await seenBy(contact, id);
    await expect(writeSummary(coordinator, said(id))).rejects.toMatchObject({
      kind: "stale",
      message: "summary.stale",
      detail: { current: { version: 1, text } },
    });
  });

  test("can be taken back and begun again; what it said is kept", async () => {
    const { id } = await aCase();
    await writeSummary(contact, said(id));
    await writeSummary(contact, said(id, { base: 1, text: "" }));
    await expect(writeSummary(contact, said(id, { base: 1, text: "Late" }))).rejects.toMatchObject({ kind: "stale" });
    await expect(writeSummary(contact, said(id, { text: "" }))).rejects.toMatchObject({
      detail: { fields: { text: ["summary.text.missing"] } },
    });
    expect(await writeSummary(coordinator, said(id, { text: "Two tusks." }))).toMatchObject({ version: "3" });
    expect((await seenBy(thai, id)).map(({ text }) => text)).toEqual(["Two tusks.", "", "Two tusks in a crate."]);
  });

  test("is in another language than the original, and of words that are there", async () => {
    const { id } = await aCase();
    await expect(writeSummary(contact, said(id, { language: "vi" }))).rejects.toMatchObject({
      detail: { fields: { language: ["summary.language.original"] } },
    });
    await expect(writeSummary(contact, said(id, { about: 7 }))).rejects.toMatchObject({ kind: "invalid" });
    const silent = await aCase({ narrative: "" });
    await expect(writeSummary(contact, said(silent.id))).rejects.toMatchObject({ message: "summary.nothing" });
  });
});

describe("who writes one", () => {
  test("contact points of the owner and the coordination unit; the others are refused, and who does not see it hears of nothing", async () => {
    const { id } = await aCase();
    await expect(writeSummary(thai, said(id))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(writeSummary(officer, said(id))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(writeSummary(lao, said(id))).rejects.toMatchObject({ kind: "forbidden" });
    await holdSeizure(contact, aCommand({ seizure: id, base: 1, reason: "" }));
    await expect(writeSummary(coordinator, said(id))).rejects.toMatchObject({ kind: "not-found" });
    expect(await writeSummary(contact, said(id))).toMatchObject({ version: "1" });
    expect(await seenBy(coordinator, id)).toEqual([]);
  });

  test("the database refuses whoever the service would", async () => {
    const { id } = await aCase();
    const row = async (acting: Acting, over: Record<string, unknown> = {}) =>
      world.house.db.transaction(async (tx) => {
        const { beginAs } = await import("#db/queries/acting.server.ts");
        const { narrativeSummaries } = await import("#db/schema.ts");
        const self = await beginAs(tx, acting.token, world.operationId);
        const about = { operationId: world.operationId, seizureId: id, language: "fr", version: 1, aboutVersion: 1 };
        await tx
          .insert(narrativeSummaries)
          .values({ ...about, text: "Deux défenses.", authorId: self?.member?.id ?? id, ...over });
      });
    const refused = { cause: { code: "42501" } };
    for (const acting of [thai, officer, lao]) await expect(row(acting)).rejects.toMatchObject(refused);
    // In nobody else's name.
    await expect(row(contact, { authorId: id })).rejects.toMatchObject(refused);
    await row(coordinator);
  });
});

describe("it goes where its case goes", () => {
  test("whoever loses the case loses it; when the case is withdrawn, its owner alone reads it", async () => {
    const { id } = await aCase();
    await writeSummary(contact, said(id));
    await narrowSeizure(contact, aCommand({ seizure: id, base: 1, keep: [], reason: "" }));
    expect([await seenBy(thai, id), (await seenBy(coordinator, id)).length]).toEqual([[], 1]);
    await withdrawSeizure(contact, aCommand({ seizure: id, base: 1, reason: "Not ours" }));
    expect([await seenBy(coordinator, id), (await seenBy(contact, id)).length]).toEqual([[], 1]);
    await expect(writeSummary(contact, said(id, { base: 1, text: "More" }))).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("an erased case takes it along, with all that could prove what it said", async () => {
    const seizure = await aCase();
    const command = said(seizure.id, { text: "Two tusks, said nowhere else." });
    await writeSummary(contact, command);
    const [before] = await world.owner`select request_hash from commands where id = ${command.id}`;
    const order = { reference: "12/2021", approver: "" };
    const erasing = aCommand({ seizure: seizure.id, base: 1, reason: "A court demands it", order });
    await eraseSeizure(contact, erasing, seizure.nationalCaseNo);
    expect(await world.owner`select 1 from narrative_summaries where seizure_id = ${seizure.id}`).toEqual([]);
    const [after] = await world.owner`select request_hash, outcome from commands where id = ${command.id}`;
    expect(after?.outcome).toEqual({});
    expect(after?.request_hash).not.toEqual(before?.request_hash);
  });

  test("no event says in which language, by whom or what", async () => {
    const { id } = await aCase();
    await writeSummary(contact, said(id, { text: "Nowhere-else" }));
    const rows = await world.owner<{ kind: string; body: string }[]>`
      select s.kind, b.body from event_bodies b join events e on e.id = b.event_id join streams s on s.id = e.stream_id
      where e.type = 'summary.written' and b.body like ${`%${id}%`} order by s.kind`;
    expect(rows.map(({ kind, body }) => [kind, JSON.parse(body)])).toEqual([["unit", { seizure: id }]]);
  });
});
