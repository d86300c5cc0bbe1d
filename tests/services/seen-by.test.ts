import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { AudienceInput } from "#app/domain/seizure.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { tiersSeenBy } from "#db/queries/seen-by.server.ts";
import { findCase, findFact, findNominal } from "#db/queries/seizures.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let contact: Acting;
let people: Record<string, Acting & { memberId: Id }>;
let plain: postgres.Sql;

beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const join = (role: Parameters<World["join"]>[0]["role"], code: string) =>
    world.join({ role, agency: agencyOf(world, code) });
  people = {
    "ncp TH-CUS": await join("ncp", "TH-CUS"),
    "analyst TH-CUS": await join("analyst", "TH-CUS"),
    "reporter TH-CUS": await join("reporter", "TH-CUS"),
    "observer LA-CUS": await join("observer", "LA-CUS"),
    "partner LA-CUS": await join("partner", "LA-CUS"),
    "ocu RILO": await join("ocu", "RILO"),
  };
  plain = postgres(world.database.appUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await plain.end();
  await world.close();
});

const agency = (code: string) => agencyOf(world, code).id;

async function released(audience: AudienceInput, recipients: Id[] = []) {
  const persons = [{ name: "Nguyen Van A", document: "", note: "" }];
  const seizure = aSeizureInput({
    audience,
    nominal: { persons, registration: "", waybill: "", note: "", recipients },
  });
  await submitReport(contact, aCommand(seizure));
  return seizure.id;
}

/** What somebody really sees, asked as that person. */
const reallySeenBy = (who: Acting, id: Id) =>
  read(who, async (tx, self) => ({
    role: memberOf(self).role,
    facts: (await findFact(tx, world.operationId, id)) !== undefined,
    kase: (await findCase(tx, world.operationId, id)) !== undefined,
    names: (await findNominal(tx, world.operationId, id)) !== undefined,
  }));

const looked = (id: Id, code: string, who = contact) => read(who, (tx) => tiersSeenBy(tx, id, agency(code)));

describe("looking as another agency says what its people see", () => {
  const audiences: [string, () => Promise<Id>][] = [
    ["to all", () => released({ kind: "all" })],
    [
      "to one agency, with names",
      () => released({ kind: "agencies", agencies: [agency("TH-CUS")] }, [agency("TH-CUS")]),
    ],
    ["to one person", () => released({ kind: "members", members: [people["analyst TH-CUS"]?.memberId ?? ""] })],
    ["to nobody", () => released({ kind: "agencies", agencies: [] })],
    [
      "held back",
      async () => {
        const id = await released({ kind: "all" });
        await holdSeizure(contact, aCommand({ seizure: id, base: 1, reason: "" }));
        return id;
      },
    ],
  ];
  test.each(audiences)("%s", async (_, make) => {
    const id = await make();
    for (const [name, who] of Object.entries(people)) {
      const [, code = ""] = name.split(" ");
      const real = await reallySeenBy(who, id);
      const rows = (await looked(id, code)).filter(({ role }) => role === real.role);
      expect(rows, name).toEqual([{ ...real, persons: 1 }]);
    }
  });
});

test("two persons of one role are told apart where one is named", async () => {
  const colleague = await world.join({ role: "analyst", agency: agencyOf(world, "TH-CUS") });
  const id = await released({ kind: "members", members: [colleague.memberId] });
  const analysts = (await looked(id, "TH-CUS")).filter(({ role }) => role === "analyst");
  expect(analysts).toMatchObject([
    { persons: 1, kase: true },
    { persons: 1, kase: false },
  ]);
});

test("who has no access is not asked for, and an agency without people has no rows", async () => {
  const gone = await world.join({ role: "lead", agency: agencyOf(world, "LA-CUS"), state: "suspended" });
  const id = await released({ kind: "all" });
  expect((await looked(id, "LA-CUS")).map(({ role }) => role)).toEqual(["observer", "partner"]);
  expect(gone.memberId).toBeDefined();
  expect(await looked(id, "VN-POL")).toEqual([]);
});

test("nobody but the owner's contact points looks, at their own seizures alone, and not as themselves", async () => {
  const id = await released({ kind: "all" });
  const analyst = await world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") });
  for (const who of [analyst, ...Object.values(people)]) expect(await looked(id, "RILO", who)).toEqual([]);
  expect(await looked(id, "VN-CUS")).toEqual([]);
});

describe("a mask", () => {
  const asContact = <T>(work: (sql: postgres.TransactionSql) => Promise<T>) =>
    plain.begin(async (sql) => {
      await sql`select set_config('naga.token', ${contact.token}, true),
        set_config('naga.operation', ${world.operationId}, true)`;
      return work(sql);
    });

  test("is off again afterwards: the same transaction reads as itself", async () => {
    const id = await released({ kind: "agencies", agencies: [] });
    const after = await asContact(async (sql) => {
      await sql`select * from tiers_seen_by(${id}, ${agency("TH-CUS")})`;
      return sql`select current_agency() as agency, current_setting('naga.mask') as mask`;
    });
    expect([...after]).toEqual([{ agency: agency("VN-CUS"), mask: "" }]);
  });

  test("that somebody made up opens nothing, and the application can make none", async () => {
    const member = people["ocu RILO"]?.memberId ?? "";
    for (const mask of [`${member}:00`, member, "nobody"]) {
      const seen = asContact(async (sql) => {
        await sql`select set_config('naga.mask', ${mask}, true)`;
        return sql`select (current_membership()).id`;
      });
      const ids = await seen.then((rows) => rows.map((row) => row.id)).catch(() => [null]);
      expect(ids).toEqual([null]);
    }
    await expect(asContact((sql) => sql`select mask_of(${member})`)).rejects.toMatchObject({ code: "42501" });
    const table = asContact((sql) => sql`select tier_visible('seizures', ${world.operationId}, ${member})`);
    await expect(table).rejects.toMatchObject({ code: "42501" });
  });
});
