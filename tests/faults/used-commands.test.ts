import { afterAll, beforeAll, expect, test } from "vitest";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import type { Sent, Stage } from "#tests/access/acts.ts";
import { ACTS } from "#tests/access/all-acts.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { agencyOf } from "#tests/support/world.ts";
import { BESIDE, postForm, prepared, stagedServer } from "./staged.ts";
import { momentIn, writtenSince } from "./written.ts";

let here: Stage;
let server: RunningServer;
beforeAll(async () => {
  ({ here, server } = await stagedServer());
}, 240_000);
afterAll(async () => {
  await server.close();
  await here.world.close();
});

const written = async (since: string) =>
  (await writtenSince(here.world.owner, since)).filter(({ table }) => !BESIDE.includes(table));

test("a command that is sent again with other content is refused in every form, and nothing is written", async () => {
  const wrong: string[] = [];
  const tried: string[] = [];
  for (const [subject, act] of Object.entries(ACTS)) {
    const { asker, sent } = await prepared(here, subject, act);
    const first = { ...sent, form: { command: crypto.randomUUID(), ...sent.form } };
    await postForm({ here, server }, subject, asker, first);
    if (!(await isChange(first))) continue;
    const other = (await prepared(here, subject, act)).sent;
    const again = withCommandsOf(first, other);
    const same = JSON.stringify([again.form, again.at]) === JSON.stringify([first.form, first.at]);
    const moment = await momentIn(here.world.owner);
    const { status, text } = await postForm({ here, server }, subject, asker, again);
    tried.push(subject);
    const refused = status === 409 && /command\.reused|"arrived"|outbox\.arrived/.test(text);
    const wrote = await written(moment);
    if (wrote.length > 0 || refused === same) wrong.push(`${subject}: ${status} ${JSON.stringify(wrote)} ${text}`);
  }
  expect(wrong).toEqual([]);
  expect(tried.length).toBeGreaterThan(40);
}, 240_000);

const isCommand = (name: string) => /^(command|commandId)(\.|$)/.test(name);
const commandsIn = ({ form }: Sent) => Object.entries(form).flatMap(([name, value]) => (isCommand(name) ? value : []));

/** Whether the first time it became a change; looking something up and signing in are none. */
async function isChange(sent: Sent): Promise<boolean> {
  const [row] = await here.world.owner`select 1 from commands where id::text = any(${commandsIn(sent)})`;
  return row !== undefined;
}

/** The form about other things, under the ids of a form that was sent. */
function withCommandsOf(sent: Sent, other: Sent): Sent {
  const used = commandsIn(sent);
  const form = Object.entries({ command: "", ...other.form }).map(([name, value]) => [
    name,
    isCommand(name) ? (used.shift() ?? "") : value,
  ]);
  return { ...other, form: Object.fromEntries(form) };
}

test("in calls the same; an id that another agency used says nothing of that one's change, and takes nothing away", async () => {
  const machine = await here.world.join({ role: "ncp", agency: agencyOf(here.world, "VN-CUS") });
  const other = await here.world.join({ role: "ncp", agency: agencyOf(here.world, "TH-CUS") });
  const at = `/api/v1/operations/${here.world.operationId}`;
  const said = {
    seizures: () => ({ seizure: aSeizureInput({ items: [aSeizureItem({ quantity: "95.5" })] }) }),
    tallies: () => ({ tallies: [{ day: `2021-06-${10 + made++}`, nil: true, groups: [] }] }),
  };
  for (const [name, body] of Object.entries(said)) {
    const path = `${at}/${name}`;
    const commandId = crypto.randomUUID();
    const first = { commandId, ...body() };
    const done = await call(path, machine.token, first);
    expect(done.status, done.text).toBeLessThan(300);
    const moment = await momentIn(here.world.owner);
    expect(await call(path, machine.token, { commandId, ...body() })).toMatchObject({
      status: 409,
      text: expect.stringContaining("command.reused"),
    });
    expect(await call(path, machine.token, first)).toEqual(done);
    expect(await written(moment)).toEqual([]);
    const theirs = await call(path, other.token, { commandId, ...body() });
    expect(theirs.status, theirs.text).toBeLessThan(300);
    expect(theirs.text).not.toBe(done.text);
    expect(await call(path, machine.token, first)).toEqual(done);
  }
});
let made = 0;

async function call(path: string, token: string, body: unknown) {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const answer = await fetch(`${server.address}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: answer.status, text: await answer.text() };
}
