import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CEN_LAYOUTS, type CenLayoutName } from "#app/domain/cen/mapping.ts";
import type { Id } from "#app/domain/id.ts";
import { addDays } from "#app/domain/local-date.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { fileOfExport } from "#app/services/case-export-file.server.ts";
import { beginExport } from "#app/services/case-exports.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { importFile } from "#app/services/import-file.server.ts";
import { asBearer } from "#app/services/import-job.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { findExport } from "#db/queries/case-exports.server.ts";
import { exerciseCases } from "#seeds/exercise-cases.server.ts";
import { aFolder } from "#tests/support/files.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

const folder = aFolder();
let world: World;
let viet: Acting;
beforeAll(async () => {
  world = await aWorld({ steps: { "VN-CUS": 0 } });
  viet = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  for (const input of CASES) await submitReport(viet, aCommand(input));
}, 120_000);
afterAll(() => world.close());

/** All that the customs of Viet Nam report in the exercise, with a day that this operation has. */
const CASES: SeizureInput[] = exerciseCases().flatMap(({ agency, seized, input }) =>
  agency === "VN-CUS"
    ? [
        {
          ...input,
          id: crypto.randomUUID(),
          occurredOn: addDays("2021-05-10", Math.floor(seized / 14_400)),
          audience: { kind: "all" },
        },
      ]
    : [],
);

async function handedOut(layout: CenLayoutName): Promise<string> {
  const exportId = crypto.randomUUID();
  await beginExport(viet, aCommand({ exportId, layout, scope: "all" }));
  const of = await asBearer(viet, (tx, { operationId }) => findExport(tx, { operationId, id: exportId }));
  if (!of) throw new Error("no export");
  const path = join(folder, `${layout}.xlsx`);
  await pipeline(fileOfExport(viet, of), createWriteStream(path));
  return path;
}

/** What stands of each case, by its number; the ids of an operation are its own. */
async function standing(owner: World["owner"], operationId: Id) {
  const rows = await owner<{ input: SeizureInput }[]>`
    select input from seizures where operation_id = ${operationId} and ended_by is null order by national_case_no`;
  return rows.map(({ input: { id: _, origin: __, ...told } }) => told);
}

test.each(CEN_LAYOUTS)(
  "every case of a whole operation comes back as it was, out of the sheet '%s'",
  async (layout) => {
    const was = await standing(world.owner, world.operationId);
    expect(was.length).toBe(CASES.length);
    expect(was.length).toBeGreaterThan(50);
    const path = await handedOut(layout);
    const other = await world.another();
    const there = await other.join({ role: "ncp", agency: agencyOf(other, "VN-CUS") });
    const of = await importFile(there, { path, answers: {}, mode: "all", corrects: false });
    expect(of).toMatchObject({ state: "done" });
    expect(await standing(world.owner, other.operationId)).toEqual(was);
  },
  120_000,
);
