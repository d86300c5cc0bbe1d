import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrayReport } from "#app/components/clearance/tray-types.ts";
import type { Id } from "#app/domain/id.ts";
import { action, loader } from "#app/routes/operations.$operationId.clearance.tsx";
import { loader as frame } from "#app/routes/operations.$operationId.tsx";
import { clearReport } from "#app/services/clearance.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { saveDraft, submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { clearancesOf, findReport } from "#db/queries/reports.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { type Agency, aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 1, "LA-CUS": 2 } });
});
afterAll(() => world.close());

type Form = Record<string, string | string[]>;
type Chosen = { seizure: Id; version?: number; command?: Id };

const home = () => `/operations/${world.operationId}/clearance`;
const as = ({ token }: Acting) => ({ house: world.house, token, params: { operationId: world.operationId } });
const see = (who: Acting) => visit(loader, home(), as(who));
const trayOf = async (who: Acting) => (await see(who)).data.page as { reports: TrayReport[] };

function decide(who: Acting, intent: string, chosen: readonly Chosen[], form: Form = {}) {
  const parts = chosen.map(({ seizure, version = 1, command = uuid() }) => ({
    [`base.${seizure}`]: String(version),
    [`command.${seizure}`]: command,
  }));
  const ids = chosen.map(({ seizure }) => seizure);
  return visit(action, home(), { ...as(who), form: { intent, chosen: ids, ...Object.assign({}, ...parts), ...form } });
}

async function sent(officer: Acting, over: Parameters<typeof aSeizureInput>[0] = {}): Promise<Id> {
  const input = aSeizureInput(over);
  await submitReport(officer, aCommand(input));
  return input.id;
}

async function post(agency: Agency) {
  const officer = await world.join({ role: "reporter", agency });
  const contact = await world.join({ role: "ncp", agency });
  return { officer, contact };
}

const reportOf = (who: Acting, id: Id) => read(who, (tx) => findReport(tx, world.operationId, id));
const isCounted = async (who: Acting, id: Id) =>
  (await read(who, (tx) => findFact(tx, world.operationId, id))) !== undefined;

describe("the tray", () => {
  test("shows what waits, the longest first, with the names of those who will read it", async () => {
    const { officer, contact } = await post(agencyOf(world, "VN-CUS"));
    const thai = agencyOf(world, "TH-CUS");
    const first = await sent(officer);
    const second = await sent(officer, { audience: { kind: "agencies", agencies: [thai.id] } });
    const { reports } = await trayOf(contact);
    const shown = reports.filter(({ id }) => [first, second].includes(id));
    expect(shown.map(({ id }) => id)).toEqual([first, second]);
    expect(shown[0]?.readers).toMatchObject({ everybody: true, ofNames: null });
    expect(shown[0]?.readers.names.length).toBeGreaterThan(1);
    expect(shown[1]?.readers).toMatchObject({ everybody: false, names: ["Agency TH-CUS"], administrations: 2 });
    expect(shown[1]).toMatchObject({ step: 0, steps: 1, approvedByMe: false, hold: null });
  });

  test("is the contact point's own: nobody else's page, and of no other agency", async () => {
    const { officer } = await post(agencyOf(world, "VN-CUS"));
    const foreign = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
    const id = await sent(officer);
    expect((await see(officer)).status).toBe(403);
    expect((await trayOf(foreign)).reports.map((report) => report.id)).not.toContain(id);
    expect(await decide(foreign, "clear", [{ seizure: id }])).toMatchObject({
      status: 409,
      data: { decided: [{ seizure: id, state: null, problem: "report.unknown" }] },
    });
    expect(await isCounted(foreign, id)).toBe(false);
  });
});

describe("deciding on several", () => {
  test("releases those that can be, and says of each other one why it stayed", async () => {
    const { officer, contact } = await post(agencyOf(world, "VN-CUS"));
    const thai = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
    const [good, stale] = [await sent(officer), await sent(officer)];
    const order = { "order.reference": "12/KC", "order.approver": "Deputy director" };
    const answer = await decide(contact, "clear", [{ seizure: good }, { seizure: stale, version: 7 }], order);
    expect(answer).toMatchObject({
      status: 200,
      data: {
        decided: [
          { seizure: good, state: "released" },
          { seizure: stale, state: null, problem: "report.stale" },
        ],
      },
    });
    expect([await isCounted(thai, good), await isCounted(thai, stale)]).toEqual([true, false]);
    const mine = await read(contact, (tx) => clearancesOf(tx, world.operationId, good));
    expect(mine).toMatchObject([{ decision: "cleared", reference: "12/KC", approver: "Deputy director" }]);
    expect(await read(thai, (tx) => clearancesOf(tx, world.operationId, good))).toEqual([]);
  });

  test("the same form twice is one decision with the same answer", async () => {
    const { officer, contact } = await post(agencyOf(world, "VN-CUS"));
    const chosen = [{ seizure: await sent(officer), command: uuid() }];
    const first = await decide(contact, "clear", chosen);
    expect(await decide(contact, "clear", chosen)).toEqual(first);
    const [{ seizure }] = chosen as [Chosen];
    expect(await read(contact, (tx) => clearancesOf(tx, world.operationId, seizure))).toHaveLength(1);
  });

  test("two approvals are two persons, and until the second nobody outside counts it", async () => {
    const { officer, contact } = await post(agencyOf(world, "LA-CUS"));
    const second = await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
    const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
    const id = await sent(officer);
    await decide(contact, "clear", [{ seizure: id }]);
    expect(await decide(contact, "clear", [{ seizure: id, version: 2 }])).toMatchObject({
      status: 409,
      data: { decided: [{ problem: "report.clear.second_person" }] },
    });
    const { reports } = await trayOf(contact);
    expect(reports.find((one) => one.id === id)).toMatchObject({ step: 1, approvedByMe: true });
    expect(await isCounted(ocu, id)).toBe(false);
    await decide(second, "clear", [{ seizure: id, version: 2 }]);
    expect(await isCounted(ocu, id)).toBe(true);
  });

  test("on hold it waits for nobody, keeps its reason, and is taken up again or cleared", async () => {
    const { officer, contact } = await post(agencyOf(world, "TH-CUS"));
    const id = await sent(officer);
    const waiting = async () => (await visit(frame, home(), as(contact))).data.waiting as { clearance: number };
    const { clearance: before } = await waiting();
    await decide(contact, "put_on_hold", [{ seizure: id }], { note: "Until the raid is over" });
    expect(await waiting()).toMatchObject({ clearance: before - 1 });
    const { reports } = await trayOf(contact);
    expect(reports.find((one) => one.id === id)?.hold).toMatchObject({
      note: "Until the raid is over",
    });
    expect(await decide(contact, "put_on_hold", [{ seizure: id, version: 2 }], { note: "Again" })).toMatchObject({
      data: { decided: [{ problem: "report.on_hold" }] },
    });
    await decide(contact, "take_up", [{ seizure: id, version: 2 }]);
    expect(await waiting()).toMatchObject({ clearance: before });
    expect(await decide(contact, "take_up", [{ seizure: id, version: 3 }])).toMatchObject({
      data: { decided: [{ problem: "report.not_on_hold" }] },
    });
    await decide(contact, "put_on_hold", [{ seizure: id, version: 3 }], { note: "Once more" });
    await decide(contact, "clear", [{ seizure: id, version: 4 }]);
    expect(await reportOf(contact, id)).toMatchObject({ state: "released", onHold: false });
  });

  test("an officer who takes a held report back into a draft ends the hold", async () => {
    const { officer, contact } = await post(agencyOf(world, "TH-CUS"));
    const id = await sent(officer);
    await decide(contact, "put_on_hold", [{ seizure: id }], { note: "Photo missing" });
    await saveDraft(officer, aCommand({ id, form: {}, baseVersion: 2 }));
    expect(await reportOf(officer, id)).toMatchObject({ state: "draft", onHold: false });
    await expect(clearReport(contact, aCommand({ seizure: id, baseVersion: 3, note: "" }))).rejects.toMatchObject({
      message: "report.not_in_clearance",
    });
  });
});

describe("bad input", () => {
  test("without a reason nothing is returned or put on hold, and what was chosen and typed comes back", async () => {
    const { officer, contact } = await post(agencyOf(world, "VN-CUS"));
    const id = await sent(officer);
    for (const [intent, error] of [
      ["return", "report.return.reason"],
      ["put_on_hold", "report.hold.reason"],
    ] as const) {
      expect(await decide(contact, intent, [{ seizure: id }], { note: " ", "order.reference": "7" })).toMatchObject({
        status: 422,
        data: { refused: { intent, fields: { note: [error] }, form: { chosen: id, "order.reference": "7" } } },
      });
    }
    expect(await reportOf(contact, id)).toMatchObject({ state: "in_clearance", version: 1 });
  });

  test("nothing chosen, no such act, no such id, no version, too much text: a plain refusal, nothing written", async () => {
    const { officer, contact } = await post(agencyOf(world, "VN-CUS"));
    const id = await sent(officer);
    const many = Array.from({ length: 101 }, () => ({ seizure: uuid() }));
    const tries = [
      decide(contact, "clear", []),
      decide(contact, "approve", [{ seizure: id }]),
      decide(contact, "clear", [{ seizure: "nobody" }]),
      decide(contact, "clear", [{ seizure: id, version: -1 }]),
      decide(contact, "clear", [{ seizure: id, command: "once" }]),
      decide(contact, "clear", [{ seizure: id }], { note: "x".repeat(1001) }),
      decide(contact, "clear", [{ seizure: id }], { "order.approver": "\u202e" }),
      decide(contact, "clear", many),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 422));
    expect(await reportOf(contact, id)).toMatchObject({ state: "in_clearance", version: 1 });
  });
});
