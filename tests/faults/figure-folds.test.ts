import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import { currentFigures } from "#db/queries/current-figures.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { ALL_FIGURES, evaluateFiguresInSql } from "#db/queries/figures.server.ts";
import { type Chance, chance } from "#seeds/random.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { resampledFacts } from "../bench/resampled.ts";
import { cellsIn, cellsMadeAnew } from "../db/cells-of.ts";
import { storeFacts, storeZone } from "../db/store-facts.ts";
import { TODAY } from "../domain/figures/arbitrary-fact.ts";

const fresh = await freshDatabase();
const { db, sql, end } = openDatabase(fresh.superUrl, { max: 3 });
const folder = openDatabase(fresh.superUrl, { max: 1, name: "folder" });
afterAll(() => Promise.all([end(), folder.end()]));

const REPORTS = 1_500;
const ROUNDS = 20;

test("cells are what a recount gives, whatever was changed and however often the folding was killed", async () => {
  const operationId = randomUUID();
  const drawn = chance(5);
  const facts = [...resampledFacts({ count: REPORTS, firstDay: "2026-03-02", days: 120 })];
  let killed = 0;
  await storeZone(sql, operationId, TODAY.zone);
  for (let round = 0; round < ROUNDS; round++) {
    const share = facts.slice((round * REPORTS) / ROUNDS, ((round + 1) * REPORTS) / ROUNDS);
    await storeFacts(sql, operationId, share);
    await changeSome(operationId, drawn);
    killed += await foldedOrKilled(operationId, drawn);
  }
  expect(killed).toBeGreaterThan(3);
  const asked = { operationId, today: TODAY };
  const counted = await db.transaction((tx) => evaluateFiguresInSql(tx, asked));
  expect(await db.transaction((tx) => currentFigures(tx, asked, ALL_FIGURES))).toEqual(counted);
  while ((await foldFigures(db, operationId, 500)) > 0);
  expect(await db.transaction((tx) => currentFigures(tx, asked, ALL_FIGURES))).toEqual(counted);
  const cells = await cellsIn(sql, operationId);
  expect(cells.length).toBeGreaterThan(REPORTS);
  expect(await cellsMadeAnew(sql, operationId)).toEqual(cells);
}, 180_000);

/** Holds some back or lets them go, corrects some, and withdraws some. */
async function changeSome(operationId: string, drawn: Chance) {
  const some = (percent: number) => sql`operation_id = ${operationId} and ended_by is null
    and (hashtext(id::text || ${drawn.between(0, 1_000_000)}::text) & 127) < ${percent}`;
  await sql`update seizure_facts set shared = not shared where ${some(2)}`;
  await sql`with corrected as (update seizure_facts set ended_by = gen_random_uuid() where ${some(5)} returning *)
    insert into seizure_facts (operation_id, id, version, begun_by, message_no, agency_id, unit_id, reporter, state, shared,
      event_kind, occurred_on, date_precision, operational_day, outside_window, late, cleared_at, released_at, country, geo_precision,
      place_kind, direction, mode, arrested)
    select operation_id, id, version + 1, gen_random_uuid(), message_no, agency_id, unit_id, reporter,
      case when version % 3 = 0 then 'withdrawn' else 'verified' end, shared,
      event_kind, occurred_on, date_precision, operational_day, outside_window, not late, cleared_at, released_at, country,
      geo_precision, place_kind, direction, 'post', 3 from corrected`;
}

/** Folds, and ends the server's side of it before it is through, or just after. 1 where it was cut off. */
async function foldedOrKilled(operationId: string, drawn: Chance): Promise<number> {
  const folding = foldFigures(folder.db, operationId, 1_000).then(
    () => 0,
    () => 1,
  );
  for (let look = drawn.between(0, 6); look > 0; look--) await sql`select 1`;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'folder'
    and datname = current_database()`;
  return folding;
}
