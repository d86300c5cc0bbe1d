import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { threadsOfDraft } from "#app/report-comments.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, setAside } from "#app/services/operation-reports.server.ts";
import { commentOnSection, markThread } from "#app/services/report-comments.server.ts";
import { read } from "#app/services/write.server.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let lead: Acting;
let analyst: Acting;
let thai: Acting;
beforeAll(async () => {
  world = await aWorld();
  [lead, analyst, thai] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
  ]);
});
afterAll(() => world.close());

async function aDraft(): Promise<Id> {
  const id = crypto.randomUUID();
  const said = { kind: "end_of_operation" as const, audience: "participants" as const, title: "Final report" };
  await beginReport(lead, aCommand({ id, ...said, from: null, to: null }));
  return id;
}

const say = (by: Acting, report: Id, body: string, thread: Id | null = null) =>
  commentOnSection(by, aCommand({ report, section: "summary", thread, body }));
const threads = (report: Id, by: Acting = lead) => read(by, (tx) => threadsOfDraft(tx, world.operationId, report));

test("a thread is said in by several, resolved, and open again when somebody says more", async () => {
  const report = await aDraft();
  const { thread = "" } = await say(analyst, report, "Is that so?");
  await say(lead, report, "It is", thread);
  await say(lead, report, "Another matter");
  await markThread(lead, aCommand({ report, thread, resolved: true }));
  expect(
    (await threads(report)).map(({ resolved, comments }) => [resolved, ...comments.map(({ body }) => body)]),
  ).toEqual([
    [false, "Another matter"],
    [true, "Is that so?", "It is"],
  ]);
  // Said twice, done once.
  await markThread(analyst, aCommand({ report, thread, resolved: true }));
  await say(analyst, report, "Not quite", thread);
  expect((await threads(report)).find(({ id }) => id === thread)).toMatchObject({ resolved: false });
});

test("comments are for those who write the report, and of it alone", async () => {
  const [report, other] = [await aDraft(), await aDraft()];
  const { thread = "" } = await say(lead, report, "Is that so?");
  await expect(say(thai, report, "No")).rejects.toMatchObject({ kind: "forbidden" });
  expect(await threads(report, thai)).toEqual([]);
  await expect(say(lead, other, "Here?", thread)).rejects.toMatchObject({ kind: "not-found" });
  await expect(markThread(lead, aCommand({ report: other, thread, resolved: true }))).rejects.toMatchObject({
    kind: "not-found",
  });
  await setAside(lead, aCommand({ report, aside: true }));
  await expect(say(lead, report, "Late", thread)).rejects.toMatchObject({ kind: "conflict" });
});
