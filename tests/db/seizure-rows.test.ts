import { getTableColumns } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  seizureAudiences,
  seizureFactCodes,
  seizureFactItems,
  seizureFactNodes,
  seizureFacts,
  seizureNominal,
  seizures,
} from "#db/schema.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const TABLES = {
  seizure_facts: seizureFacts,
  seizure_fact_items: seizureFactItems,
  seizure_fact_nodes: seizureFactNodes,
  seizure_fact_codes: seizureFactCodes,
  seizures,
  seizure_audiences: seizureAudiences,
  seizure_nominal: seizureNominal,
};
/** Filled in by the database itself, or by what ends a version later. */
const NOT_GIVEN = new Set(["ended_by", "at", "joint", "joint_place"]);

test.each(Object.entries(TABLES))("every column of %s is written by add_seizure_rows", async (name, table) => {
  const [row] = await world.owner`select prosrc from pg_proc where proname = 'add_seizure_rows'`;
  const source: string = row?.prosrc;
  const written = source.match(new RegExp(`INSERT INTO ${name} \\(([^)]*)\\)`))?.[1]?.match(/\w+/g) ?? [];
  const given = Object.values(getTableColumns(table)).filter((column) => !column.generated);
  expect([...written].sort()).toEqual(
    given
      .map((column) => column.name)
      .filter((column) => !NOT_GIVEN.has(column))
      .sort(),
  );
});
