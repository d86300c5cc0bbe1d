import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linksOfSeizure } from "#app/case-links-page.server.ts";
import { standingOf } from "#app/domain/case-links/standing.ts";
import type { Id } from "#app/domain/id.ts";
import { Nominal, type SeizureInput } from "#app/domain/seizure.ts";
import { answerLink, linkByNumber } from "#app/services/case-links.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { digestOf } from "#app/services/linking.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { linkAnswers } from "#db/queries/case-links.server.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aCase, aLinkWorld, around, kindsOf, marked, release, say } from "./case-links-world.ts";

let all: Awaited<ReturnType<typeof aLinkWorld>>;
beforeAll(async () => {
  all = await aLinkWorld();
});
afterAll(() => all.world.close());

const answersOn = (reader: Acting, id: Id) => read(reader, (tx) => linkAnswers(tx, all.world.operationId, id));

/** Where the pair stands before a reader. */
async function standing(reader: Acting, pair: readonly [Id, Id]) {
  const [last] = await answersOn(reader, pair[0]);
  const found = (await around(all.world, reader, pair[0])).find(({ other }) => other.id === pair[1]);
  const digests = (found?.reasons ?? []).map((reason) => digestOf(all.world.operationId, pair, reason));
  return standingOf(last, digests);
}

/** The next version of a case, of whatever tiers it changes. */
async function amend(by: Acting, seizure: SeizureInput, over: Partial<SeizureInput>) {
  const [base] = await all.world.owner<{ facts: number; case: number; nominal: number }[]>`
    select f.version as facts, s.version as case, 0 as nominal from seizure_facts f
    join seizures s on s.id = f.id and s.ended_by is null where f.id = ${seizure.id} and f.ended_by is null`;
  if (!base) throw new Error("no such seizure");
  await amendSeizure(
    by,
    aCommand({ seizure: { ...seizure, ...over }, base, kind: "correction", reason: "Seen again" }),
  );
}

/** A mark that only these two have. */
async function twoMarked(mark: string): Promise<readonly [Id, Id]> {
  return [await release(all.viet, { items: marked(mark) }), await release(all.thai, { items: marked(mark) })];
}

describe("what is found", () => {
  test("goes with a correction, and with the withdrawal of either case", async () => {
    const { world, viet, thai } = all;
    const one = aCase({ items: marked("Lotus 9") });
    await submitReport(viet, aCommand(one));
    const other = await release(thai, { items: marked("lotus-9") });
    expect(Object.keys(kindsOf(await around(world, thai, other)))).toEqual([one.id]);
    await amend(viet, one, { items: marked("Tulip 4") });
    expect(await around(world, thai, other)).toEqual([]);
    await amend(viet, one, { items: marked("LOTUS 9") });
    expect(Object.keys(kindsOf(await around(world, thai, other)))).toEqual([one.id]);
    await withdrawSeizure(viet, aCommand({ seizure: one.id, base: 1, reason: "Not ours" }));
    expect(await around(world, thai, other)).toEqual([]);
  });

  test("names that are taken away leave no clue behind", async () => {
    const { world, viet } = all;
    const nominal = Nominal.parse({ registration: "29H-777.12" });
    const one = aCase({ nominal });
    await submitReport(viet, aCommand(one));
    await amendSeizure(
      viet,
      aCommand({
        seizure: { ...one, nominal: Nominal.parse({}) },
        base: { facts: 1, case: 1, nominal: 1 },
        kind: "correction",
        reason: "Not of this case",
      }),
    );
    expect(await world.owner`select kind from seizure_clues where seizure_id = ${one.id} and tier = 'C'`).toEqual([]);
  });

  test("is nothing where more cases share it than links anybody", async () => {
    const { world, viet, thai } = all;
    const ids = [];
    for (let at = 0; at < 41; at++) ids.push(await release(viet, { items: marked("Everywhere") }));
    expect(await around(world, thai, ids[0] ?? "")).toEqual([]);
  });
});

describe("an answer", () => {
  test("is remembered with who gave it, can be changed and taken back, and keeps its history", async () => {
    const { thai, analyst, desk } = all;
    const pair = await twoMarked("Amber");
    expect(await standing(thai, pair)).toEqual({ state: "open", fresh: false });
    await say(analyst, pair, "linked", 0, "One sender");
    expect(await standing(thai, pair)).toEqual({ state: "linked", fresh: false });
    await say(desk, pair, "apart", 1, "Two senders");
    expect(await standing(thai, pair)).toEqual({ state: "apart", fresh: false });
    await say(analyst, pair, "open", 2);
    expect(await standing(thai, pair)).toEqual({ state: "open", fresh: false });
    expect((await answersOn(thai, pair[1])).map(({ answer, author, note }) => [answer, author, note])).toEqual([
      ["open", "Officer LA-CUS", ""],
      ["apart", "Officer RILO", "Two senders"],
      ["linked", "Officer LA-CUS", "One sender"],
    ]);
  });

  test("that comes twice is given once, and of two at once the second is told of the first", async () => {
    const { world, thai, analyst, desk } = all;
    const pair = await twoMarked("Basalt");
    const command = aCommand({ pair, answer: "linked" as const, base: 0, note: "" });
    const first = await answerLink(analyst, command);
    expect(await answerLink(analyst, command)).toEqual(first);
    expect(await answersOn(thai, pair[0])).toHaveLength(1);
    await expect(say(desk, pair, "apart")).rejects.toMatchObject({ kind: "stale" });
    await expect(say(desk, pair, "linked", 1)).rejects.toMatchObject({ kind: "conflict", message: "link.said" });
    const other = await twoMarked("Cobalt");
    const both = await Promise.allSettled([say(desk, other, "linked"), say(analyst, [other[1], other[0]], "apart")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const rows = await world.owner`select 1 from case_links where one = ${[...other].sort()[0] ?? ""}`;
    expect(rows).toHaveLength(1);
  });

  test("is audited, and the event says neither which cases nor what", async () => {
    const { world, analyst } = all;
    const pair = await twoMarked("Dolerite");
    const command = aCommand({ pair, answer: "linked" as const, base: 0, note: "" });
    await answerLink(analyst, command);
    const rows = await world.owner<{ type: string; body: string; kind: string }[]>`
      select e.type, b.body, s.kind from events e join event_bodies b on b.event_id = e.id join streams s on s.id = e.stream_id
      where e.command_id = ${command.id} order by e.type`;
    expect(rows.map(({ type, kind }) => [type, kind])).toEqual([
      ["case.touched", "operation"],
      ["case.touched", "operation"],
      ["link.answered", "desk"],
    ]);
    expect(rows[2]?.body).toBe(JSON.stringify({ link: command.id }));
  });

  test("that dismissed a pair holds until there is a reason that nobody weighed", async () => {
    const { viet, thai, analyst } = all;
    const one = aCase({ items: marked("Emerald") });
    await submitReport(viet, aCommand(one));
    const container = "MSKU1234565";
    const pair = [one.id, await release(thai, { items: marked("Emerald"), containerNo: container })] as const;
    await say(analyst, pair, "apart", 0, "A brand that many use");
    await amend(viet, one, { narrative: "Weighed again." });
    expect(await standing(thai, pair)).toEqual({ state: "apart", fresh: false });
    await amend(viet, one, { containerNo: container });
    expect(await standing(thai, pair)).toEqual({ state: "open", fresh: true });
    await say(analyst, pair, "apart", 1);
    expect(await standing(thai, pair)).toEqual({ state: "apart", fresh: false });
  });

  test("given without sight of the names is asked again of who sees them", async () => {
    const { viet, thai, desk } = all;
    const viets = agencyOf(all.world, "VN-CUS").id;
    const nominal = Nominal.parse({ waybill: "AWB 555-0101", recipients: [viets] });
    const pair = [
      await release(viet, { items: marked("Feldspar"), nominal }),
      await release(thai, { items: marked("Feldspar"), nominal }),
    ] as const;
    await say(desk, pair, "apart");
    expect(await standing(thai, pair)).toEqual({ state: "apart", fresh: false });
    expect(await standing(viet, pair)).toEqual({ state: "open", fresh: true });
  });

  test("goes with either case when that is erased, and nothing of what it was given on stays", async () => {
    const { world, viet, analyst } = all;
    const one = aCase({ items: marked("Garnet") });
    await submitReport(viet, aCommand(one));
    const other = await release(all.thai, { items: marked("Garnet") });
    const command = aCommand({
      pair: [one.id, other] as const,
      answer: "linked" as const,
      base: 0,
      note: "One sender",
    });
    await answerLink(analyst, command);
    const [before] = await world.owner`select request_hash from commands where id = ${command.id}`;
    const order = { reference: "12/2021", approver: "" };
    await eraseSeizure(
      viet,
      aCommand({ seizure: one.id, base: 1, reason: "A court demands it", order }),
      one.nationalCaseNo,
    );
    expect(await world.owner`select 1 from case_links where ${one.id} in (one, other)`).toEqual([]);
    expect(await world.owner`select 1 from seizure_clues where seizure_id = ${one.id}`).toEqual([]);
    expect((await world.owner`select request_hash from commands where id = ${command.id}`)[0]).not.toEqual(before);
  });
});

describe("a case that no rule suggests", () => {
  const messageNo = async (id: Id) =>
    (await all.world.owner<{ no: string }[]>`select message_no as no from seizure_facts where id = ${id} limit 1`)[0]
      ?.no ?? "";
  const named = (by: Acting, seizure: Id, number: string) =>
    linkByNumber(by, aCommand({ seizure, number, note: "One informant told of both" }));

  test("is linked by its message number or its owner's own, and stands there with the reason given", async () => {
    const { viet, thai, analyst } = all;
    const one = await release(viet, { nationalCaseNo: "VN/NUMBERED-1" });
    const [other, third] = [await release(thai), await release(thai, { nationalCaseNo: "TH 77/64" })];
    await named(analyst, one, (await messageNo(other)).toLowerCase());
    await named(viet, one, "th 77/64");
    expect((await answersOn(thai, one)).map(({ one: a, other: b, note }) => [[a, b].sort(), note])).toEqual(
      expect.arrayContaining([other, third].map((id) => [[one, id].sort(), "One informant told of both"])),
    );
    const shown = await read(thai, (tx, self) => linksOfSeizure(tx, { house: all.world.house, self }, one));
    expect(shown.pairs.map(({ sides, state }) => [sides[1].id, state])).toEqual(
      expect.arrayContaining([
        [other, "linked"],
        [third, "linked"],
      ]),
    );
    await expect(named(thai, other, await messageNo(one))).rejects.toMatchObject({ message: "link.stale" });
  });

  test("is told at the field where its number leads to none, to several, or to the case itself", async () => {
    const { viet, thai, lao } = all;
    const one = await release(viet, { nationalCaseNo: "SAME 1" });
    await release(thai, { nationalCaseNo: "SAME 1" });
    const hidden = await release(thai, {
      audience: { kind: "agencies", agencies: [agencyOf(all.world, "VN-CUS").id] },
    });
    const at = (key: string) => ({ detail: { fields: { number: [key] } } });
    await expect(named(viet, one, "OMD-XX-999999")).rejects.toMatchObject(at("links.number.unknown"));
    await expect(named(viet, one, "same 1")).rejects.toMatchObject(at("links.number.several"));
    await expect(named(viet, one, await messageNo(one))).rejects.toMatchObject(at("links.number.itself"));
    // What one may not read does not exist.
    await expect(named(lao, one, await messageNo(hidden))).rejects.toMatchObject({
      message: expect.stringMatching(/unknown|form.invalid/),
    });
  });
});
