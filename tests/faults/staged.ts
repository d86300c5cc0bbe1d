import { readAddressRules } from "#app/webhooks/addresses.server.ts";
import { keepProofKey, proofKey } from "#db/server-secret.ts";
import type { Act, Sent, Stage } from "#tests/access/acts.ts";
import { pathOfAct } from "#tests/access/all-acts.ts";
import { aCast, askerOf, type Reader } from "#tests/access/cast.ts";
import { type Cell, readExpected } from "#tests/access/expectation.ts";
import { everyRoute } from "#tests/support/every-route.ts";
import { envFor, type RunningServer, runServer } from "#tests/support/server.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";

const ALLOWED = readExpected(new URL("../access/expected.csv", import.meta.url)).filter(
  (cell) => cell.surface === "act" && /^(200|201|redirect)$/.test(cell.answer),
);

/** Sessions and their use, the log of reads and refusals, what the sealer numbers, and last visits are no changes. */
export const BESIDE = ["tokens", "persons", "access_log", "events", "streams", "member_visits"];

/** A world with its cast, served by all routes, to as many requests as a test has. */
export async function stagedServer(): Promise<{ here: Stage; server: RunningServer }> {
  const world = await aWorld();
  const here = await aStage(world);
  const addresses = readAddressRules("*");
  const env = envFor(world.database, addresses ? { webhookAddresses: addresses } : {});
  await keepProofKey(env.ownerUrl, proofKey(env.sessionSecret));
  const rates = { writesPerMinute: 1_000_000, machineCallsPerMinute: 1_000_000 };
  return { here, server: await runServer(env, { build: await everyRoute(), rates }) };
}

/** The cast of an operation, and a lead of it. */
export async function aStage(world: World): Promise<Stage> {
  const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
  return { world, cast: await aCast(world), lead, owner: agencyOf(world, "VN-CUS") };
}

/** A form as somebody who may sends it, and that person. */
export async function prepared(stage: Stage, subject: string, act: Act): Promise<{ asker: Reader; sent: Sent }> {
  const seat = { role: "ncp", relation: "own-unit", standing: "member" } as const;
  const cell: Pick<Cell, "role" | "relation" | "standing"> = ALLOWED.find((one) => one.subject === subject) ?? seat;
  const asker = askerOf(stage.cast.reader, cell);
  const { owner, operationId } = stage.world;
  await owner`update operations set state = ${act.state ?? "active"} where id = ${operationId}`;
  return { asker, sent: await act.send(stage, asker) };
}

type Served = { here: Stage; server: RunningServer };

/** The form as a page sends it; what it says itself goes before what every form has. */
export async function postForm({ here, server }: Served, subject: string, asker: Reader, { form, at, token }: Sent) {
  const [, , intent = ""] = subject.split(" ");
  const fields = Object.entries({ command: crypto.randomUUID(), intent, ...form }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const path = pathOfAct(subject, { operation: here.world.operationId, agency: here.owner.id, ...at });
  const answer = await fetch(`${server.address}${path}.data`, {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin", Cookie: `naga_session=${token ?? asker.token}` },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, text: await answer.text() };
}
