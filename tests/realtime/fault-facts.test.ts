import { Writable } from "node:stream";
import { DrizzleQueryError, sql } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultFacts } from "#realtime/start/fault-facts.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

/** The line that the installation's log would hold. */
function logged(fault: unknown): string {
  let text = "";
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  pino({ serializers: { err: faultFacts } }, out).error({ err: fault }, "request ended in a fault");
  return text;
}

test("a failed query is logged by its statement and code, without what was asked", async () => {
  const asked = world.app.db.execute(sql`select ${"Nguyen Van A"}::text, ${"secret-token"}::uuid`);
  const fault = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(fault).toBeInstanceOf(DrizzleQueryError);
  const line = logged(fault);
  expect(line).toContain("select $1::text, $2::uuid");
  expect(line).toContain("22P02");
  expect(line).toMatch(/"at":\[/);
  expect(line).not.toContain("Nguyen");
  expect(line).not.toContain("secret-token");
});

test("a broken constraint is named without the row that broke it", async () => {
  const fault = await world.owner`insert into agencies select * from agencies limit 1`.catch((thrown) => thrown);
  const line = logged(fault);
  expect(line).toContain("23505");
  expect(line).toContain("agencies");
  expect(line).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
});

test("a fault of our own keeps its message, a parser's does not", () => {
  expect(logged(new Error("no stream operation"))).toContain("no stream operation");
  const unread = (() => {
    try {
      return JSON.parse("{Nguyen Van A");
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(logged(unread)).not.toContain("Nguyen");
});
