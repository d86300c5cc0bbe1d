import { afterAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { addDays, localDateIn } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { ShiftInput } from "#app/domain/watch/shift.ts";
import { askQuestion } from "#app/services/checks.server.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { digestOf, draftSheet, watchAlarms } from "#app/services/handover-sheet.server.ts";
import { acceptHandover, signHandover, takeBackHandover } from "#app/services/handovers.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { askForTallies } from "#app/services/tallies.server.ts";
import { noteInLog, putOnRoster } from "#app/services/watch.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { listHandovers } from "#db/queries/handovers.server.ts";
import { tallyCalendar } from "#db/queries/tallies.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const ZONE = "Asia/Ho_Chi_Minh";
const today = localDateIn(ZONE, new Date());
const world = await aWorld({ startsOn: addDays(today, -5), endsOn: addDays(today, 5) });
afterAll(() => world.close());
const { operationId, owner } = world;
const [rilo, vietnam] = [agencyOf(world, "RILO"), agencyOf(world, "VN-CUS")];
const ocu = await world.join({ role: "ocu", agency: rilo });
const nextOcu = await world.join({ role: "ocu", agency: rilo });
const lead = await world.join({ role: "lead", agency: rilo });
const contact = await world.join({ role: "ncp", agency: vietnam });
const second = await world.join({ role: "ncp", agency: vietnam });
const officer = await world.join({ role: "reporter", agency: vietnam });
const analyst = await world.join({ role: "analyst", agency: vietnam });

const draft = (who: Acting) => read(who, (tx, self) => draftSheet(tx, memberOf(self), self.now));
const alarms = (who: Acting) => read(who, (tx, self) => watchAlarms(tx, memberOf(self), self.now));
const handovers = (who: Acting, agencyId: Id) => read(who, (tx) => listHandovers(tx, { operationId, agencyId }, 10));
const refusal = async (work: Promise<unknown>) => {
  const thrown = await work.catch((problem: unknown) => problem);
  return thrown instanceof Problem ? thrown : expect.fail("was not refused");
};
async function sign(who: Acting, remark = ""): Promise<Id> {
  const input = { id: crypto.randomUUID(), seen: digestOf(await draft(who)), remark };
  return signHandover(who, aCommand(input)).then(({ handover = "" }) => handover);
}
const accept = (who: Acting, handover: Id) => acceptHandover(who, aCommand({ handover }));

async function release(): Promise<Id> {
  const input = aSeizureInput({ occurredOn: addDays(today, -1) });
  await submitReport(officer, aCommand(input));
  await clearReport(contact, aCommand({ seizure: input.id, step: 1, baseVersion: 1, note: "" }));
  return input.id;
}
async function ask(hoursAgo: number): Promise<Id> {
  const id = crypto.randomUUID();
  await askQuestion(ocu, aCommand({ id, seizure: await release(), field: "place", question: "Where exactly?" }));
  await owner`update questions set asked_at = now() - ${`${hoursAgo} hours`}::interval where id = ${id}`;
  return id;
}

/** All but two agencies of those that owe it have given the tally whose deadline was last. */
async function twoAreMissing(): Promise<Id[]> {
  const marks = await read(ocu, (tx, self) => tallyCalendar(tx, { from: addDays(today, -1), to: today, at: self.now }));
  const due = marks.filter(({ mark, dueAt }) => mark === "missing" && Date.now() - Date.parse(dueAt) < 86_400_000);
  for (const { agencyId, day } of due.slice(2)) {
    const keys = { operation_id: operationId, agency_id: agencyId, day, version: 1 };
    await owner`insert into tallies ${owner({ ...keys, begun_by: keys.agency_id, nil: true, author_id: keys.agency_id })}`;
  }
  const [first] = due;
  if (first) await askForTallies(ocu, aCommand({ day: first.day, agencyIds: [first.agencyId] }));
  return due.slice(0, 2).map(({ agencyId }) => agencyId);
}

describe("the watch of the coordination unit", () => {
  test("the handover lists exactly two missing, three overdue questions, one open warning", async () => {
    const missing = await twoAreMissing();
    const overdue = [await ask(30), await ask(25), await ask(48)];
    const fresh = await ask(2);
    const times = { startsAt: new Date(Date.now() - 3_600_000), endsAt: new Date(Date.now() + 3_600_000) };
    const shift = { id: crypto.randomUUID(), memberId: ocu.memberId, contact: "" };
    await putOnRoster(
      ocu,
      aCommand(
        ShiftInput.parse({ ...shift, startsAt: times.startsAt.toISOString(), endsAt: times.endsAt.toISOString() }),
      ),
    );
    const promise = EntryInput.parse({ id: crypto.randomUUID(), kind: "promise", about: null, text: "Lab by noon" });
    await noteInLog(ocu, aCommand(promise));

    const id = await sign(ocu, "Quiet night.");
    const [handover] = await handovers(nextOcu, rilo.id);
    expect(handover).toMatchObject({ id, duty: "ocu", remark: "Quiet night.", acceptedAt: null });
    expect(handover?.sheet.counts).toEqual([
      { kind: "warning", n: 1, overdue: 0 },
      { kind: "question", n: 4, overdue: 3 },
      { kind: "tally", n: 2, overdue: 2 },
      { kind: "promise", n: 1, overdue: 0 },
    ]);
    const items = handover?.sheet.items ?? [];
    const ofKind = (kind: string) => items.filter((item) => item.kind === kind);
    expect(ofKind("tally").map(({ agencyId }) => agencyId)).toEqual(expect.arrayContaining(missing));
    expect(
      ofKind("tally")
        .filter(({ asked }) => asked)
        .map(({ agencyId }) => agencyId),
    ).toEqual(missing.slice(0, 1));
    expect(
      ofKind("question")
        .filter(({ group }) => group === "overdue")
        .map((item) => item.id)
        .sort(),
    ).toEqual(overdue.sort());
    expect(items.find((item) => item.id === fresh)?.group).toBe("new");
    expect(ofKind("warning")).toMatchObject([{ agencyId: rilo.id, alarm: "gap", group: "new" }]);
    expect(ofKind("promise")).toMatchObject([{ id: promise.id, group: "promised" }]);
    // What is on the sheet stays as it was signed, whatever is answered since; and nothing of it is a sentence.
    await owner`update questions set answered_at = now(), answer = 'There' where id = ${fresh}`;
    expect((await handovers(nextOcu, rilo.id))[0]?.sheet).toEqual(handover?.sheet);
    expect(JSON.stringify(handover?.sheet)).not.toMatch(/Where exactly|Lab by noon/);
  });

  test("is read by the same duty of the same agency alone: a lead and other agencies read no sheet of it", async () => {
    const [waiting] = await handovers(ocu, rilo.id);
    for (const who of [lead, contact, officer]) expect(await handovers(who, rilo.id)).toEqual([]);
    expect((await refusal(accept(lead, waiting?.id ?? ""))).kind).toBe("not-found");
    expect((await refusal(accept(contact, waiting?.id ?? ""))).kind).toBe("not-found");
  });

  test("another person accepts it, one of two at once; until then nobody signs the next", async () => {
    const [waiting] = await handovers(ocu, rilo.id);
    const id = waiting?.id ?? "";
    expect((await refusal(accept(ocu, id))).message).toBe("watch.handover.own");
    expect((await refusal(sign(nextOcu))).message).toBe("watch.handover.waiting");
    const third = await world.join({ role: "ocu", agency: rilo });
    const both = await Promise.allSettled([accept(nextOcu, id), accept(third, id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toMatchObject([{ kind: "conflict", message: "watch.handover.over" }]);
    expect((await handovers(ocu, rilo.id))[0]).toMatchObject({ id, acceptedAt: expect.any(String) });
    // The next sheet says what is new since this one; what was open then and is not overdue is still open.
    const next = await draft(nextOcu);
    expect(next.since).toBe(waiting?.signedAt);
    const group = (kind: string) => next.items.filter((item) => item.kind === kind).map((item) => item.group);
    expect(group("question")).toEqual(["overdue", "overdue", "overdue"]);
    const late = await release();
    await owner`update seizure_facts set late = true where id = ${late}`;
    expect((await draft(nextOcu)).items.find((item) => item.kind === "late_report")).toMatchObject({
      seizure: late,
      group: "new",
    });
  });

  test("half an hour without anybody who takes it is an alarm for all who keep that watch", async () => {
    const id = await sign(nextOcu);
    const waits = async (who: Acting) => (await alarms(who)).filter(({ kind }) => kind === "handover");
    expect(await waits(ocu)).toEqual([]);
    await owner`update watch_handovers set signed_at = now() - interval '31 minutes' where id = ${id}`;
    for (const who of [ocu, nextOcu, lead]) expect(await waits(who)).toMatchObject([{ agencyId: rilo.id }]);
    expect(await waits(contact)).toEqual([]);
    await accept(ocu, id);
    expect(await waits(ocu)).toEqual([]);
  });
});

describe("the watch of a national agency", () => {
  test("holds its own missing tallies, its reports in clearance and its open questions", async () => {
    const waiting = aSeizureInput({ occurredOn: addDays(today, -1) });
    await submitReport(officer, aCommand(waiting));
    const sheet = await draft(contact);
    expect(sheet.scope).toBe("agency");
    expect(new Set(sheet.items.map(({ agencyId }) => agencyId))).toEqual(new Set([vietnam.id]));
    const n = (kind: string) => sheet.counts.find((count) => count.kind === kind)?.n;
    expect(n("clearance")).toBe(1);
    expect(n("question")).toBe(3);
    expect(n("tally")).toBeGreaterThan(2);
  });

  test("who signs has seen what is signed; what changed meanwhile is looked at first", async () => {
    const seen = digestOf(await draft(contact));
    const input = { id: crypto.randomUUID(), seen, remark: "Two calls expected" };
    await submitReport(officer, aCommand(aSeizureInput({ occurredOn: addDays(today, -1) })));
    expect(await refusal(signHandover(contact, aCommand(input)))).toMatchObject({ kind: "stale" });
    const command = aCommand({ ...input, seen: digestOf(await draft(contact)) });
    expect(await signHandover(contact, command)).toEqual(await signHandover(contact, command));
    expect(await handovers(contact, vietnam.id)).toHaveLength(1);
  });

  test("reports in clearance are no analyst's and no reporter's to see, nor to sign or accept", async () => {
    const [waiting] = await handovers(contact, vietnam.id);
    for (const who of [analyst, officer]) {
      expect(await handovers(who, vietnam.id)).toEqual([]);
      expect((await refusal(accept(who, waiting?.id ?? ""))).kind).toBe("not-found");
      expect((await refusal(sign(who))).kind).toBe("forbidden");
    }
  });

  test("the signer alone takes it back, and may sign again", async () => {
    const [waiting] = await handovers(contact, vietnam.id);
    const handover = waiting?.id ?? "";
    expect((await refusal(takeBackHandover(second, aCommand({ handover })))).message).toBe("watch.handover.not_own");
    await takeBackHandover(contact, aCommand({ handover }));
    expect((await refusal(accept(second, handover))).message).toBe("watch.handover.over");
    expect(await handovers(contact, vietnam.id)).toEqual([]);
    const again = await sign(contact);
    await accept(second, again);
    const events = await owner<{ type: string; kind: string }[]>`
      select e.type, s.kind from events e join streams s on s.id = e.stream_id
      where e.type like 'watch.%' and e.agency_id = ${vietnam.id} order by e.arrival`;
    expect([...new Set(events.map(({ type }) => type))]).toEqual([
      "watch.signed",
      "watch.taken_back",
      "watch.accepted",
    ]);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(["unit"]));
  });
});
