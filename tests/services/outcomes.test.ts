import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proposeMerge } from "#app/services/duplicates.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { tellOutcome, withdrawOutcome } from "#app/services/outcomes.server.ts";
import { holdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { seizureOutcomes } from "#db/schema.ts";
import { aCharge, aDisposal, aVerdict } from "#tests/support/outcome-said.ts";
import { aReleased, outcomesFor, tell } from "#tests/support/outcome-world.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting & { memberId: string };
let colleague: Acting;
let thai: Acting;
let ocu: Acting;
let observer: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  [contact, colleague, thai, ocu, observer] = await Promise.all([
    world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
    world.join({ role: "observer", agency: agencyOf(world, "LA-CUS") }),
  ]);
});
afterAll(() => world.close());

describe("an outcome", () => {
  test("is told by its owner's contact points, and read by whoever reads the case", async () => {
    const seizure = await aReleased(contact);
    await tell(contact, seizure);
    await tell(colleague, seizure, aDisposal());
    expect((await outcomesFor(thai, seizure)).map(({ said }) => said)).toEqual(
      expect.arrayContaining([aVerdict(), aDisposal()]),
    );
    expect(await outcomesFor(observer, seizure)).toEqual([]);
    await expect(tell(thai, seizure)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(tell(ocu, seizure)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(tell(observer, seizure)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("of a case for few is read by those few, and of one that is held back by its owner", async () => {
    const few = await aReleased(contact, { audience: { kind: "agencies", agencies: [] } });
    await tell(contact, few);
    expect(await outcomesFor(thai, few)).toEqual([]);
    expect(await outcomesFor(ocu, few)).toHaveLength(1);
    const held = await aReleased(contact);
    await tell(contact, held);
    await holdSeizure(contact, aCommand({ seizure: held, base: 1, reason: "" }));
    expect(await outcomesFor(ocu, held)).toEqual([]);
    expect(await outcomesFor(colleague, held)).toHaveLength(1);
    await tell(contact, held, aCharge());
  });

  test("is told once, however often it is sent", async () => {
    const seizure = await aReleased(contact);
    const command = aCommand({ seizure, corrects: null, said: aVerdict() });
    const first = await tellOutcome(contact, command);
    expect(await tellOutcome(contact, command)).toEqual(first);
    expect(first.outcome).toBe(command.id);
    const other = { ...command, input: { ...command.input, said: aCharge() } };
    await expect(tellOutcome(contact, other)).rejects.toMatchObject({ kind: "conflict" });
    expect(await outcomesFor(contact, seizure)).toHaveLength(1);
  });

  test("is corrected and taken back by versions after it, each with its reason", async () => {
    const seizure = await aReleased(contact);
    const { outcome = "" } = await tell(contact, seizure);
    const better = aVerdict({ persons: 3 });
    const corrects = { outcome, base: 1, reason: "A third was convicted later" };
    await tellOutcome(colleague, aCommand({ seizure, corrects, said: better }));
    const late = tellOutcome(contact, aCommand({ seizure, corrects, said: aVerdict({ persons: 4 }) }));
    await expect(late).rejects.toMatchObject({ kind: "stale" });
    const again = aCommand({ seizure, corrects: { ...corrects, base: 2 }, said: better });
    await expect(tellOutcome(contact, again)).rejects.toMatchObject({ message: "outcome.same" });
    const asCharge = aCommand({ seizure, corrects: { ...corrects, base: 2 }, said: aCharge() });
    await expect(tellOutcome(contact, asCharge)).rejects.toMatchObject({ kind: "invalid" });
    await withdrawOutcome(contact, aCommand({ seizure, outcome, base: 2, reason: "Another case" }));
    const after = withdrawOutcome(contact, aCommand({ seizure, outcome, base: 3, reason: "Again" }));
    await expect(after).rejects.toMatchObject({ message: "outcome.withdrawn" });
    expect((await outcomesFor(thai, seizure)).map((row) => [row.version, row.withdrawn, row.reason])).toEqual([
      [3, true, "Another case"],
      [2, false, "A third was convicted later"],
      [1, false, ""],
    ]);
  });

  test("is refused at its field: codes that no list has, days that cannot be", async () => {
    const seizure = await aReleased(contact);
    const at = (field: string, key: string) => ({ detail: { fields: { [field]: [key] } } });
    await expect(tell(contact, seizure, aCharge({ offences: ["arson"] }))).rejects.toMatchObject(
      at("offences", "code.unknown"),
    );
    await expect(tell(contact, seizure, aDisposal({ disposal: "eaten" }))).rejects.toMatchObject(
      at("disposal", "code.unknown"),
    );
    await expect(tell(contact, seizure, aDisposal({ unit: "stone" }))).rejects.toMatchObject(
      at("unit", "code.unknown"),
    );
    await expect(tell(contact, seizure, aVerdict({ on: "2199-01-01" }))).rejects.toMatchObject(
      at("on", "outcome.on.future"),
    );
    await expect(tell(contact, seizure, aVerdict({ on: "2001-01-01" }))).rejects.toMatchObject(
      at("on", "outcome.on.before"),
    );
    expect(await outcomesFor(contact, seizure)).toEqual([]);
  });

  test("comes of no withdrawn case, and of a merged one as of any", async () => {
    const gone = await aReleased(contact);
    await withdrawSeizure(contact, aCommand({ seizure: gone, base: 1, reason: "Not ours" }));
    await expect(tell(contact, gone)).rejects.toMatchObject({ message: "seizure.withdrawn" });
    const [kept, dropped] = [await aReleased(contact), await aReleased(contact)];
    const asked = { id: crypto.randomUUID(), kept, dropped, note: "" };
    await proposeMerge(ocu, aCommand(asked));
    await world.owner`update duplicates set state = 'merged' where id = ${asked.id}`;
    await world.owner`update seizure_facts set state = 'merged' where id = ${dropped}`;
    await tell(contact, dropped);
    expect(await outcomesFor(contact, dropped)).toHaveLength(1);
  });

  test("is news to its unit and to those who read the case, in which nothing of it stands", async () => {
    const seizure = await aReleased(contact);
    await tell(contact, seizure);
    const news = await world.owner<{ type: string; kind: string; body: string }[]>`
      select e.type, s.kind, b.body from events e join streams s on s.id = e.stream_id join event_bodies b on b.event_id = e.id
      where e.type in ('outcome.told', 'case.touched') and b.body like ${`%${seizure}%`} order by e.type desc`;
    expect(news.map(({ type, kind, body }) => [type, kind, JSON.parse(body)])).toEqual([
      ["outcome.told", "unit", { seizure }],
      ["case.touched", "operation", { case: seizure, own: false }],
    ]);
  });

  test("is erased with its seizure, and so is what could prove it", async () => {
    const nationalCaseNo = "OUTCOME-ERASED";
    const seizure = await aReleased(contact, { nationalCaseNo });
    const command = aCommand({ seizure, corrects: null, said: aVerdict({ note: "Quite unmistakable" }) });
    await tellOutcome(contact, command);
    const hashOf = async () =>
      (await world.owner<{ request_hash: Buffer }[]>`select request_hash from commands where id = ${command.id}`)[0]
        ?.request_hash;
    const before = await hashOf();
    const order = { reference: "12/2021", approver: "" };
    const erasing = aCommand({ seizure, base: 1, reason: "A court demands it", order });
    await eraseSeizure(contact, erasing, nationalCaseNo);
    expect(await world.owner`select 1 from seizure_outcomes where seizure_id = ${seizure}`).toEqual([]);
    expect(await hashOf()).not.toEqual(before);
  });
});

describe("PostgreSQL", () => {
  const insertAs = (who: Acting & { memberId?: string }, over: object) =>
    world.app.db.transaction(async (tx) => {
      await beginAs(tx, who.token, who.operationId);
      const said = aVerdict();
      const [own] = await tx.execute<{ id: string }>(sql`select current_member() as id`);
      const row = {
        ...{
          operationId: world.operationId,
          id: crypto.randomUUID(),
          version: 1,
          kind: said.kind,
          onDay: said.on,
          said,
        },
        ...{ authorId: own?.id ?? "", commandId: crypto.randomUUID(), ...over },
      };
      await tx.insert(seizureOutcomes).values({ seizureId: crypto.randomUUID(), ...row });
    });
  const REFUSED = { cause: { code: "42501" } };

  test("takes none of others, of other authors, out of turn, or as something else", async () => {
    const seizureId = await aReleased(contact);
    const { outcome = "" } = await tell(contact, seizureId);
    await insertAs(contact, { seizureId });
    await expect(insertAs(thai, { seizureId })).rejects.toMatchObject(REFUSED);
    await expect(insertAs(ocu, { seizureId })).rejects.toMatchObject(REFUSED);
    await expect(insertAs(contact, { seizureId, authorId: crypto.randomUUID() })).rejects.toMatchObject(REFUSED);
    const second = { seizureId, id: outcome, version: 2, reason: "Better" };
    await expect(insertAs(contact, { ...second, version: 3 })).rejects.toMatchObject(REFUSED);
    await expect(insertAs(contact, { ...second, seizureId: await aReleased(contact) })).rejects.toMatchObject(REFUSED);
    await expect(insertAs(contact, { ...second, kind: "charge" })).rejects.toMatchObject(REFUSED);
    await insertAs(contact, second);
  });

  test("dates them itself, and lets nobody change or delete one", async () => {
    const seizureId = await aReleased(contact);
    await insertAs(contact, { seizureId, at: new Date("2001-01-01T00:00:00Z") });
    const [row] = await world.owner<{ early: boolean }[]>`
      select at < now() - interval '1 day' as early from seizure_outcomes where seizure_id = ${seizureId}`;
    expect(row?.early).toBe(false);
    for (const statement of ["update seizure_outcomes set withdrawn = true", "delete from seizure_outcomes"]) {
      const tried = world.app.db.transaction(async (tx) => {
        await beginAs(tx, contact.token, contact.operationId);
        await tx.execute(statement);
      });
      await expect(tried).rejects.toMatchObject(REFUSED);
    }
  });
});
