import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import type { Role } from "#app/domain/member.ts";
import type { AudienceInput } from "#app/domain/seizure.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { read } from "#app/services/write.server.ts";
import { beginWall } from "#db/queries/walls.server.ts";
import { aWallWorld, type Person, type WallWorld } from "#tests/support/wall-world.ts";
import { agencyOf } from "#tests/support/world.ts";

let stage: WallWorld;
beforeAll(async () => {
  stage = await aWallWorld();
}, 120_000);
afterAll(() => stage.close());

const CODES = ["VN-CUS", "VN-POL", "TH-CUS", "LA-CUS"] as const;
const READERS: readonly Role[] = ["lead", "ocu", "ncp", "analyst", "partner"];
/** So many a panel lists. */
const LISTED = 8;

describe("what a wall shows", () => {
  test("the figures that all count, and single reports that each in the room may open, whoever that is", async () => {
    const people = await somePeople();
    const released: Id[] = [];
    for (const audience of fc.sample(audienceAmong(people), { seed: 4, numRuns: 24 })) {
      released.unshift(await stage.release({ audience }));
    }
    const dashboard = await stage.aDashboard(stage.lead);
    const shown: number[] = [];
    for (const { codes, roles } of fc.sample(room, { seed: 7, numRuns: 24 })) {
      const { token } = await stage.aWall(stage.lead, {
        dashboard,
        administrations: stage.administrationsOf(...codes),
        roles,
      });
      const sameCountry = (one: Person) => codes.some((code) => code.slice(0, 2) === one.agency.slice(0, 2));
      const inside = [stage.lead, ...people.filter((one) => sameCountry(one) && roles.includes(one.role))];
      const open = await openToAll(inside);
      const list = await stage.listOf(token);
      expect(list).toEqual(released.filter((id: Id) => open.has(id)).slice(0, LISTED));
      shown.push(list?.length ?? 0);
      await sameFigures(token, inside);
      await stage.world.owner`delete from walls`;
    }
    // Rooms that see nothing, some, and as much as there is room for.
    expect(new Set(shown).size).toBeGreaterThan(2);
  }, 120_000);

  test("what is held back is on no wall, though everybody in the room may read it as its owner", async () => {
    const seizure = await stage.release();
    const { token } = await stage.aWall(stage.lead, {
      administrations: stage.administrationsOf("VN-CUS"),
      roles: ["ocu"],
    });
    expect((await stage.listOf(token))?.[0]).toBe(seizure);
    await stage.world.owner`update seizure_facts set shared = false where id = ${seizure}`;
    await stage.world.owner`update seizures set shared = false where id = ${seizure}`;
    expect(await stage.listOf(token)).not.toContain(seizure);
  });

  test("whoever comes into the room narrows it, and whoever reads no facts empties it", async () => {
    const rules = { administrations: stage.administrationsOf("LA-CUS"), roles: ["observer", "partner"] as Role[] };
    const only = await stage.release({ audience: { kind: "agencies", agencies: [] } });
    const { token } = await stage.aWall(stage.thai, rules);
    expect(await stage.listOf(token)).toContain(only);
    await stage.join("partner", "LA-CUS");
    expect(await stage.listOf(token)).not.toContain(only);
    await stage.join("observer", "LA-CUS");
    expect(await stage.boardOf(token)).toMatchObject({ seen: null, people: expect.any(Number) });
  });
});

test("a wall reads what its figures are made of and nothing else, and writes nothing", async () => {
  const { token } = await stage.aWall(stage.lead);
  const tables = await stage.world.owner<{ name: string; guarded: boolean }[]>`
    select relname as name, exists (select from pg_policy where polrelid = c.oid and polname = 'no_wall') as guarded
    from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname`;
  expect(tables.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual([
    ...["event_bodies", "events", "figure_amounts", "figure_cells", "operation_plans"],
    ...["seizure_fact_codes", "seizure_fact_items", "seizure_fact_nodes", "seizure_facts", "streams"],
  ]);
  const own = { operation: stage.world.operationId };
  await stage.world.app.db.transaction(async (tx) => {
    await beginWall(tx, token);
    const [seen] = await tx.execute(sql`
      select (select count(*) from seizure_facts where operation_id = ${own.operation})::int > 0 as facts,
        (select count(*) from seizures)::int as cases, (select count(*) from members)::int as members,
        (select count(*) from dashboards)::int as dashboards, (select count(*) from walls)::int as walls`);
    expect(seen).toEqual({ facts: true, cases: 0, members: 0, dashboards: 0, walls: 0 });
  });
  const refused = stage.world.app.db.transaction(async (tx) => {
    await beginWall(tx, token);
    await tx.execute(sql`insert into access_log (person_id, action, outcome) values (null, 'x', 'done')`);
  });
  await expect(refused).rejects.toMatchObject({ cause: { message: expect.stringContaining("read-only transaction") } });
});

test("no statement makes the mask of a wall, and what opens a wall opens no session", async () => {
  const { token, wall } = await stage.aWall(stage.lead);
  const seenWith = (mask: string) =>
    stage.world.app.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('naga.mask', ${mask}, true),
        set_config('naga.operation', ${stage.world.operationId}, true)`);
      const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from seizure_facts`);
      return row?.n;
    });
  for (const mask of [`wall:${wall}`, `wall:${wall}:00`, "wall:none", `wall:${token}`])
    expect(await seenWith(mask)).toBe(0);
  const asSession = { ...stage.lead, token };
  await expect(read(asSession, async () => true)).rejects.toThrow("session.ended");
});

/** Two of each role that reads facts, in agencies of three countries. */
async function somePeople(): Promise<Person[]> {
  const people: Person[] = [
    { ...stage.analyst, role: "analyst", agency: "VN-CUS" },
    { ...stage.thai, role: "ncp", agency: "TH-CUS" },
  ];
  for (const [at, role] of [...READERS, ...READERS].entries()) {
    people.push(await stage.join(role, CODES[at % CODES.length] ?? "VN-CUS"));
  }
  return people;
}

const room = fc.record({
  codes: fc.uniqueArray(fc.constantFrom(...CODES), { minLength: 1, maxLength: 3 }),
  roles: fc.uniqueArray(fc.constantFrom(...READERS), { minLength: 1, maxLength: 3 }),
});

function audienceAmong(people: readonly Person[]): fc.Arbitrary<AudienceInput> {
  const agencies = CODES.map((code) => agencyOf(stage.world, code).id);
  const members = people.map(({ memberId }) => memberId);
  // Whoever starts it is in every room: what she cannot open is on none of her walls.
  const starter = { agency: agencyOf(stage.world, "RILO").id, member: stage.lead.memberId };
  return fc.oneof(
    { arbitrary: fc.constant<AudienceInput>({ kind: "all" }), weight: 1 },
    {
      arbitrary: fc.record({
        kind: fc.constant("agencies" as const),
        agencies: fc
          .uniqueArray(fc.constantFrom(...agencies), { maxLength: 1 })
          .map((some) => [starter.agency, ...some]),
      }),
      weight: 5,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant("members" as const),
        members: fc.uniqueArray(fc.constantFrom(...members), { maxLength: 3 }).map((some) => [starter.member, ...some]),
      }),
      weight: 3,
    },
  );
}

/** What each of them reads by the own session, and of that what all have in common. */
async function openToAll(people: readonly Person[]): Promise<Set<Id>> {
  const each: Set<Id>[] = [];
  for (const one of people) {
    const rows = await read(one, (tx) => tx.execute<{ id: Id }>(sql`select id from seizures where ended_by is null`));
    each.push(new Set(rows.map(({ id }) => id)));
  }
  const [first = new Set<Id>(), ...others] = each;
  return new Set([...first].filter((id) => others.every((own) => own.has(id))));
}

async function sameFigures(token: string, people: readonly Person[]): Promise<void> {
  const figures = (await stage.boardOf(token))?.seen?.board.parts[0]?.figures;
  for (const one of people.slice(0, 3)) {
    expect(figures).toEqual(await read(one, (tx, self) => figuresFor(tx, { house: stage.world.house, self })));
  }
}
