import { v7 as uuid } from "uuid";
import { afterAll, describe, expect, test } from "vitest";
import type { DayPageProps } from "#app/components/tally/day-page.tsx";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { action as outbox } from "#app/routes/operations.$operationId.outbox.ts";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { loader as dayPage } from "#app/routes/operations.$operationId.tallies.$agencyId.$day.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { read } from "#app/services/write.server.ts";
import { posted, seizureRoutes, shortForm } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, home, as, pageFor } = await seizureRoutes();
afterAll(() => world.close());
const vietnam = agencyOf(world, "VN-CUS").id;

const OLD = { wroteAt: "2015-01-01T00:10:00.000Z", sentAt: "2015-01-01T01:04:00.000Z" };
type Device = { wroteAt: string; sentAt: string };

const headersOf = ({ wroteAt, sentAt }: Device) => ({ "Naga-Wrote-At": wroteAt, "Naga-Sent-At": sentAt });

/** Sends what a device had kept, as its outbox does. */
async function send(who: Acting, form: Record<string, string | string[]>, device: Device | null) {
  const person = await read(who, async (_tx, self) => self.person.id);
  const headers = { Accept: "application/json", ...(device && headersOf(device)) };
  return visit(outbox, `/operations/${world.operationId}/outbox`, { ...as(who), form: { ...form, person }, headers });
}

const report = (fields: FormFields) => ({ ...posted(fields), intent: "report", as: "new" });

const deliveriesFor = async (who: Acting, id: string) => {
  const { released, report: inside } = (await pageFor(who, id)).data.page;
  return (released ?? inside)?.deliveries;
};

async function clear(id: string) {
  const inside = (await pageFor(contact, id)).data.page.report;
  const form = { intent: "clear", command: uuid(), base: String(inside?.version), note: "" };
  await visit(act, `${home()}/${id}`, { ...as(contact, id), form });
}

describe("what a device had kept", () => {
  test("is on record with both clocks, however far off the device's is, and once however often it is sent", async () => {
    const form = shortForm();
    expect(await send(officer, report(form), OLD)).toMatchObject({ status: 200, data: { is: "taken" } });
    expect(await send(officer, report(form), OLD)).toMatchObject({ status: 200, data: { is: "taken" } });
    const again = { wroteAt: OLD.wroteAt, sentAt: "2015-01-01T02:00:00.000Z" };
    expect(await send(officer, report(form), again)).toMatchObject({ status: 200, data: { is: "taken" } });
    const now = await read(officer, async (_tx, self) => self.now);
    const found = await deliveriesFor(contact, String(form.id));
    expect(found).toEqual([{ ...OLD, what: "report", by: expect.any(String), receivedAt: expect.any(String) }]);
    const late = now.getTime() - Date.parse(found?.[0]?.receivedAt ?? "");
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(600_000);
  });

  test("is the own agency's business after release too", async () => {
    const form = shortForm();
    const id = String(form.id);
    await send(officer, report(form), OLD);
    await clear(id);
    expect(await deliveriesFor(contact, id)).toMatchObject([OLD]);
    expect(await deliveriesFor(officer, id)).toMatchObject([OLD]);
    expect(await deliveriesFor(thai, id)).toEqual([]);
    expect(await deliveriesFor(coordinator, id)).toEqual([]);
  });

  test.each([
    ["nothing is said of clocks", null],
    ["what is said is no time", { wroteAt: "yesterday", sentAt: "+275760-09-13T00:00:00.000Z" }],
  ])("is taken as well where %s", async (_what, device) => {
    const form = shortForm();
    expect(await send(officer, report(form), device)).toMatchObject({ status: 200, data: { is: "taken" } });
    expect(await deliveriesFor(contact, String(form.id))).toEqual([]);
  });

  test("stands at the tally of its day", async () => {
    const day = "2021-05-18";
    const of = (name: string) => `tallies.0.${name}`;
    const form = { [of("day")]: day, [of("baseVersion")]: "0", [of("said")]: "nil", command: uuid(), intent: "tally" };
    expect(await send(officer, form, OLD)).toMatchObject({ status: 200, data: { is: "taken" } });
    const seen = async (who: Acting) => {
      const { params, ...asked } = as(who);
      const said = await visit(dayPage, "/", { ...asked, params: { ...params, agencyId: vietnam, day } });
      return (said.data as Partial<DayPageProps>).deliveries;
    };
    expect(await seen(officer)).toMatchObject([{ ...OLD, what: "tally" }]);
    expect(await seen(coordinator)).toEqual([]);
  });
});
