import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { killedPrograms } from "#tests/support/killed-programs.ts";
import { aViewWorld, type ViewWorld } from "#tests/support/view-world.ts";

const PATIENCE = { timeout: 90_000, interval: 100 };

let stage: ViewWorld;
const workers = killedPrograms(new URL("../support/view-watches-child.ts", import.meta.url));
beforeAll(async () => {
  stage = await aViewWorld();
}, 120_000);
afterEach(workers.killAll);
afterAll(() => stage.world.close());

const startWorker = () => workers.start(stage.world.database.appUrl, stage.world.database.proofKey);
const toldOf = async (view: string) => {
  const [row] = await stage.world.owner<{ cases: number; notices: number; events: number }[]>`
    select coalesce(sum(n.cases), 0)::int as cases, count(*)::int as notices,
      (select count(*)::int from events where type = 'view.noticed') as events
    from view_notices n where n.view_id = ${view}`;
  return row;
};

test("killed between looking and telling, nothing is lost and nothing is told twice", async () => {
  const view = await stage.watch(stage.analyst, { threshold: 2 });
  const { owner } = stage.world;
  const first = await startWorker();
  // Whoever comes to tell waits here, with all that it has found.
  let letGo = () => {};
  const held = owner.begin(async (sql) => {
    await sql`lock table view_notices in exclusive mode`;
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  });
  const made = [await stage.release(), await stage.release()];
  const waits = async () => {
    const rows = await owner`
      select 1 from pg_locks where relation = 'view_notices'::regclass and not granted`;
    return rows.length;
  };
  await expect.poll(waits, PATIENCE).toBe(1);
  await workers.kill(first);
  letGo();
  await held;
  expect(await toldOf(view)).toEqual({ cases: 0, notices: 0, events: 0 });

  await startWorker();
  await startWorker();
  await expect.poll(() => toldOf(view), PATIENCE).toEqual({ cases: made.length, notices: 1, events: 1 });
  made.push(await stage.release(), await stage.release());
  await expect.poll(() => toldOf(view), PATIENCE).toEqual({ cases: made.length, notices: 2, events: 2 });
  const behind = async () => (await owner`select * from due_watches()`).length;
  await expect.poll(behind, PATIENCE).toBe(0);
  expect(await toldOf(view)).toEqual({ cases: made.length, notices: 2, events: 2 });
  expect(await owner`select 1 from tokens where label like 'watch:%'`).toHaveLength(0);
}, 180_000);
