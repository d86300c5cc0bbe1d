import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import type { Id } from "#app/domain/id.ts";
import { NO_NAMES, type Nominal } from "#app/domain/seizure.ts";
import { answerQuestion, askQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { clearReport, returnReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, type Base, holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { read } from "#app/services/write.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import { findCase, findNominal, listSeizures, versionsOf } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0, "LA-CUS": 2 } });
});
afterAll(() => world.close());

const factsSeenBy = (acting: Acting) => read(acting, (tx) => visibleFacts(tx, world.operationId));
const caseSeenBy = (acting: Acting, id: Id) => read(acting, (tx) => findCase(tx, world.operationId, id));

describe("national clearance", () => {
  test("until the contact point clears it nobody outside the agency sees a trace, then everybody does", async () => {
    const officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
    const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
    const thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
    const seizure = aSeizureInput();

    const sent = await submitReport(officer, aCommand(seizure));
    expect(sent).toMatchObject({ state: "in_clearance" });
    expect((await factsSeenBy(thai)).map((fact) => fact.id)).not.toContain(seizure.id);
    expect(await read(thai, (tx) => listReports(tx, world.operationId))).toEqual([]);
    expect((await read(contact, (tx) => listReports(tx, world.operationId))).map((row) => row.id)).toContain(
      seizure.id,
    );

    const cleared = await clearReport(contact, aCommand({ seizure: seizure.id, baseVersion: 1, note: "" }));
    expect(cleared).toMatchObject({ state: "released", messageNo: expect.stringMatching(/^OMD-VN-\d{6}$/) });
    const seen = (await factsSeenBy(thai)).find((fact) => fact.id === seizure.id);
    expect(seen).toMatchObject({ revision: 1, state: "submitted", reporter: "VN", operationalDay: "2021-05-17" });
    expect(seen?.items[0]).toMatchObject({ quantity: "12.5", unit: "kg", normalised: "12.5", rule: "mass" });
    expect((await caseSeenBy(thai, seizure.id))?.nationalCaseNo).toBe(seizure.nationalCaseNo);
  });

  test("an agency that clears in no step releases at once, with a receipt", async () => {
    const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
    const outcome = await submitReport(officer, aCommand(aSeizureInput()));
    expect(outcome).toMatchObject({ state: "released", receipt: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/) });
  });

  test("two steps are two persons", async () => {
    const agency = agencyOf(world, "LA-CUS");
    const officer = await world.join({ role: "reporter", agency });
    const [first, second] = [await world.join({ role: "ncp", agency }), await world.join({ role: "ncp", agency })];
    const { id } = await submit(officer);
    await clearReport(first, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    const again = clearReport(first, aCommand({ seizure: id, baseVersion: 2, note: "" }));
    await expect(again).rejects.toMatchObject({ kind: "forbidden", message: "report.clear.second_person" });
    const done = await clearReport(second, aCommand({ seizure: id, baseVersion: 2, note: "" }));
    expect(done.state).toBe("released");
  });

  test("a returned report comes back with its reason, and without one it does not", async () => {
    const agency = agencyOf(world, "VN-CUS");
    const officer = await world.join({ role: "reporter", agency });
    const contact = await world.join({ role: "ncp", agency });
    const { id } = await submit(officer);
    const wordless = returnReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
    await expect(wordless).rejects.toMatchObject({
      kind: "invalid",
      detail: { fields: { note: ["report.return.reason"] } },
    });
    await returnReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "Weigh again" }));
    const mine = await read(officer, (tx) => listReports(tx, world.operationId));
    expect(mine.find((row) => row.id === id)).toMatchObject({ state: "returned", note: "Weigh again" });
  });
});

describe("after release", () => {
  test("a correction keeps both versions with kind and reason, and the corrected figure is provisional again", async () => {
    const { contact, ocu, thai, id, seizure } = await released();
    await verifySeizure(ocu, aCommand({ seizure: id, base: 1 }));
    expect((await factsSeenBy(thai)).find((fact) => fact.id === id)).toMatchObject({ state: "verified", revision: 2 });

    const item = { ...first(seizure.items), quantity: "13.25" };
    const base = { facts: 2, case: 1, nominal: 0 };
    const amendment = {
      seizure: { ...seizure, items: [item] },
      base,
      kind: "reweighing",
      reason: "Weighed without wrapping",
    };
    await amendSeizure(contact, aCommand(amendment));
    const seen = (await factsSeenBy(thai)).find((fact) => fact.id === id);
    expect(seen).toMatchObject({ state: "submitted", revision: 3, items: [{ quantity: "13.25" }] });
    const versions = await read(contact, (tx) => versionsOf(tx, world.operationId, id));
    expect(versions.map((version) => [version.version, version.changeKind, version.input.items[0]?.quantity])).toEqual([
      [2, "reweighing", "13.25"],
      [1, "", "12.5"],
    ]);
  });

  test("a change of words alone leaves the checked facts as they are", async () => {
    const { contact, ocu, thai, id, seizure } = await released();
    await verifySeizure(ocu, aCommand({ seizure: id, base: 1 }));
    const base = { facts: 2, case: 1, nominal: 0 };
    const input = { ...seizure, narrative: "Found behind the second wall." };
    await amendSeizure(contact, aCommand({ seizure: input, base, kind: "own_error", reason: "Left out" }));
    expect((await factsSeenBy(thai)).find((fact) => fact.id === id)).toMatchObject({ state: "verified", revision: 2 });
  });

  test("of two who correct at once one wins and the other is shown both versions", async () => {
    const { contact, id, seizure } = await released();
    const base = { facts: 1, case: 1, nominal: 0 };
    const amend = (narrative: string) =>
      amendSeizure(
        contact,
        aCommand({ seizure: { ...seizure, narrative }, base, kind: "own_error", reason: narrative }),
      );
    const results = await Promise.allSettled([amend("one"), amend("two")]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ kind: "stale", detail: { current: { base: { case: 2 } } } });
    expect((await caseSeenBy(contact, id))?.version).toBe(2);
  });

  test("a laboratory's other substance is counted, and what the field test said is kept beside it", async () => {
    const { contact, thai, id } = await released();
    const before = await caseSeenBy(contact, id);
    if (!before) throw new Error("no case");
    const [item] = before.input.items;
    if (!item) throw new Error("no goods");
    const change = (commodity: string, fieldCommodity: string | null) => ({
      seizure: { ...before.input, items: [{ ...item, commodity, fieldCommodity }] },
      base: { facts: 1, case: 1, nominal: 0 },
      ...{ kind: "laboratory", reason: "Report 12/2021" },
    });
    const unheardOf = amendSeizure(contact, aCommand(change("D5.ketamine", "D9.nothing")));
    await expect(unheardOf).rejects.toMatchObject({
      kind: "invalid",
      detail: { fields: { "items.0.fieldCommodity": ["commodity.unknown"] } },
    });
    await amendSeizure(contact, aCommand(change("D5.ketamine", null)));
    expect((await caseSeenBy(thai, id))?.input.items).toMatchObject([
      { commodity: "D5.ketamine", fieldCommodity: item.commodity, identification: "laboratory" },
    ]);
    const fact = (await factsSeenBy(thai)).find((one) => one.id === id);
    expect(fact).toMatchObject({ revision: 2, items: [{ commodity: "D5.ketamine" }] });
  });

  test("held back it is in nobody else's figures, let go it is again, withdrawn it is gone but kept by its owner", async () => {
    const { contact, ocu, thai, id } = await released();
    const seen = async (acting: Acting) => (await factsSeenBy(acting)).some((fact) => fact.id === id);
    await holdSeizure(contact, aCommand({ seizure: id, base: 1, reason: "" }));
    expect([await seen(thai), await seen(ocu), await seen(contact)]).toEqual([false, false, true]);
    expect(await caseSeenBy(thai, id)).toBeUndefined();
    await unholdSeizure(contact, aCommand({ seizure: id, base: 1, reason: "" }));
    expect([await seen(thai), await seen(ocu)]).toEqual([true, true]);
    await withdrawSeizure(contact, aCommand({ seizure: id, base: 1, reason: "Not ours" }));
    expect([await seen(thai), await seen(ocu), await seen(contact)]).toEqual([false, false, true]);
    expect((await read(contact, (tx) => versionsOf(tx, world.operationId, id)))[0]).toMatchObject({
      changeKind: "withdrawn",
      changeReason: "Not ours",
    });
  });

  test("a question reaches the owner and is answered once; nobody else knows of it", async () => {
    const { contact, ocu, thai, id } = await released();
    const question = crypto.randomUUID();
    await askQuestion(
      ocu,
      aCommand({ id: question, seizure: id, field: "items.0.quantity", question: "Gross or net?" }),
    );
    const thirdParty = answerQuestion(thai, aCommand({ question, answer: "I do not know" }));
    await expect(thirdParty).rejects.toMatchObject({ kind: "not-found" });
    await answerQuestion(contact, aCommand({ question, answer: "Net" }));
    const twice = answerQuestion(contact, aCommand({ question, answer: "Gross" }));
    await expect(twice).rejects.toMatchObject({ kind: "conflict", message: "question.answered" });
  });

  test("a coordination unit cannot edit, another agency cannot either, and a lead neither", async () => {
    const { ocu, thai, id, seizure } = await released();
    const lead = await world.join({ role: "lead", agency: agencyOf(world, "TH-CUS") });
    const thaiContact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    const base = { facts: 1, case: 1, nominal: 0 };
    for (const acting of [ocu, thai, lead, thaiContact]) {
      const amended = amendSeizure(acting, aCommand({ seizure, base, kind: "own_error", reason: "x" }));
      await expect(amended).rejects.toMatchObject({ kind: "forbidden" });
      const withdrawn = withdrawSeizure(acting, aCommand({ seizure: id, base: 1, reason: "x" }));
      await expect(withdrawn).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});

describe("tiers", () => {
  test("a case for named agencies is counted by all and read by those alone", async () => {
    const thai = agencyOf(world, "TH-CUS");
    const { contact, id } = await released({ audience: { kind: "agencies", agencies: [thai.id] } });
    const named = await world.join({ role: "analyst", agency: thai });
    const other = await world.join({ role: "lead", agency: agencyOf(world, "LA-CUS") });
    expect((await factsSeenBy(other)).map((fact) => fact.id)).toContain(id);
    expect(await caseSeenBy(other, id)).toBeUndefined();
    expect(await caseSeenBy(named, id)).toBeDefined();
    expect(await caseSeenBy(contact, id)).toBeDefined();
  });

  test("names are for the owner and the recipients it names; lead and coordination unit are not among them by role", async () => {
    const thai = agencyOf(world, "TH-CUS");
    const nominal = {
      persons: [{ name: "Nguyen Van A", document: "", note: "" }],
      registration: "",
      waybill: "",
      note: "",
      recipients: [thai.id],
    };
    const { contact, ocu, id } = await released({ nominal });
    const named = await world.join({ role: "ncp", agency: thai });
    const lead = await world.join({ role: "lead", agency: agencyOf(world, "LA-CUS") });
    const namesFor = (acting: Acting) => read(acting, (tx) => findNominal(tx, world.operationId, id));
    expect((await namesFor(contact))?.nominal.persons[0]?.name).toBe("Nguyen Van A");
    expect(await namesFor(named)).toBeDefined();
    expect(await namesFor(ocu)).toBeUndefined();
    expect(await namesFor(lead)).toBeUndefined();
    const kase = await caseSeenBy(ocu, id);
    expect(JSON.stringify(kase)).not.toContain("Nguyen Van A");
  });

  test("names that a correction takes away are gone for everybody, and may be given again", async () => {
    const nominal = { persons: [{ name: "Nguyen Van A", document: "", note: "" }], recipients: [] };
    const { contact, id, seizure } = await released({ nominal: { ...NO_NAMES, ...nominal } });
    const amend = (names: Nominal | null, base: Base) =>
      amendSeizure(
        contact,
        aCommand({ seizure: { ...seizure, nominal: names }, base, kind: "own_error", reason: "x" }),
      );
    const namesNow = async () => (await read(contact, (tx) => findNominal(tx, world.operationId, id)))?.nominal.persons;
    await amend(null, { facts: 1, case: 1, nominal: 1 });
    expect(await namesNow()).toEqual([]);
    await amend(null, { facts: 1, case: 2, nominal: 2 });
    await amend({ ...NO_NAMES, ...nominal }, { facts: 1, case: 3, nominal: 2 });
    expect(await namesNow()).toEqual(nominal.persons);
  });
});

test("the list finds Vietnamese with and without accents, Chinese and Thai, and only in cases one may read", async () => {
  const { contact, thai, id } = await released({
    narrative: "Ngà voi giấu trong thùng gỗ. 深圳海关 พบงาช้าง",
    audience: { kind: "agencies", agencies: [] },
  });
  const find = async (acting: Acting, search: string) => {
    const wanted = { filter: NO_FILTER, search, sort: "newest", cursor: null, limit: 50 } as const;
    const page = await read(acting, (tx) => listSeizures(tx, world.operationId, wanted));
    return page.facts.some((fact) => fact.id === id);
  };
  for (const word of ["thùng gỗ", "thung go", "NGÀ VOI", "深圳", "งาช้าง"]) expect(await find(contact, word)).toBe(true);
  expect(await find(contact, "100%")).toBe(false);
  expect(await find(thai, "深圳")).toBe(false);
  expect(await find(thai, "")).toBe(true);
});

async function submit(officer: Acting, over: Parameters<typeof aSeizureInput>[0] = {}) {
  const seizure = aSeizureInput(over);
  await submitReport(officer, aCommand(seizure));
  return { id: seizure.id, seizure };
}

/** A seizure of Viet Nam that was cleared and released, and those who stand around it. */
async function released(over: Parameters<typeof aSeizureInput>[0] = {}) {
  const officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
  const thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  const { id, seizure } = await submit(officer, over);
  await clearReport(contact, aCommand({ seizure: id, baseVersion: 1, note: "" }));
  return { contact, ocu, thai, id, seizure };
}

function first<T>(list: readonly T[]): T {
  const [head] = list;
  if (head === undefined) throw new Error("empty");
  return head;
}
