import { beforeAll, expect, test } from "vitest";
import type { Verified, Wanted } from "#realtime/verify/verify-report.ts";
import { seedDemo } from "#seeds/run.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { countedIn, verifying, wrongIn } from "./verified.ts";

let verify: (wanted: Wanted) => Promise<Verified>;

beforeAll(async () => {
  const database = await freshDatabase();
  const log = { info: () => {}, error: () => {} };
  await seedDemo({ ...database, secret: database.proofKey, log, now: new Date() });
  verify = verifying(database);
}, 240_000);

test.each(["DEMO", "EXERCISE"])(
  "every figure of %s is the same when it is counted out of what was told",
  async (operation) => {
    const verified = await verify({ operation });
    expect(wrongIn(verified)).toEqual([]);
    expect(verified.lines.length).toBeGreaterThan(1_000);
    expect(Number(countedIn(verified, "cases/total"))).toBeGreaterThan(100);
  },
);
