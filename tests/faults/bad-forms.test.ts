import { v5 as derived } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "#app/domain/id.ts";
import { actingServer } from "#tests/access/acting-server.ts";
import type { Act, Form, Sent, Stage } from "#tests/access/acts.ts";
import { ACTS, pathOfAct } from "#tests/access/all-acts.ts";
import { askerOf, type Reader } from "#tests/access/cast.ts";
import { type Cell, readExpected } from "#tests/access/expectation.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { agencyOf, type World } from "#tests/support/world.ts";
import { badTexts, chosen, type Foreign } from "./bad-values.ts";
import { sendInTurns } from "./in-turns.ts";
import { changesSince, momentIn, rowsOf, writtenSince } from "./written.ts";

/** Every form that the table of access knows, sent by somebody who may send it, with something wrong in it. */
const CELLS = readExpected(new URL("../access/expected.csv", import.meta.url)).filter(
  (cell) => cell.surface === "act" && /^(200|201|redirect)$/.test(cell.answer),
);

/** Wrong values of single fields, for each form; and so many more for forms with many fields. */
const LEAST = 5;

/** A request with something wrong in it, and what was right beside that. */
type Bad = {
  subject: string;
  wrong: string;
  path: string;
  token: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer>;
  /** Typed texts that have to be there again in a refusal of the form. */
  typed: string[];
  /** Ids under which it may have become a change. */
  ids: Id[];
};
type Answered = Bad & { status: number; text: string };

let world: World;
let stage: Stage;
let server: RunningServer;
let foreign: Foreign;
beforeAll(async () => {
  ({ stage, server } = await actingServer());
  world = stage.world;
  foreign = {
    "the operation": world.operationId,
    "an agency": agencyOf(world, "TH-CUS").id,
    "a seizure": stage.cast.records.shared,
    "a seizure that waits": stage.cast.records.report,
    "a person": stage.lead.personId,
  };
}, 240_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

test("bad input in every form: no fault, nothing half-written, and what was typed comes back", async () => {
  const bad: Bad[] = [];
  for (const [subject, act] of Object.entries(ACTS)) bad.push(...(await badOf(subject, act)));
  const before = await rowsOf(world.owner);
  const moment = await momentIn(world.owner);
  const answers = await sendInTurns(bad, send);

  const faults = answers.filter(({ status }) => status >= 500 || status < 200).map(told);
  expect([...new Set(faults)].sort()).toEqual([]);
  expect(answers.filter(isUnclear).map(told)).toEqual([]);
  expect(answers.flatMap(lost)).toEqual([]);
  expect(answers.filter((one) => / as intent$/.test(one.wrong) && !isRefusal(one)).map(told)).toEqual([]);
  await expectWholeChanges(answers, moment);
  const after = await rowsOf(world.owner);
  const fewer = Object.keys(before).filter((name) => (after[name] ?? 0) < (before[name] ?? 0));
  // What was on its way has arrived, or was given up; dashboards go with their walls, and views with their watches and notices; clues are those of the version that stands; a webhook goes where its form of deletion had nothing wrong in it.
  expect(
    fewer.filter(
      (name) =>
        !/^(uploads|upload_pieces|webhooks|seizure_clues|dashboards|walls|saved_views|view_(watches|cases|notices))$/.test(
          name,
        ),
    ),
  ).toEqual([]);
  const refused = answers.filter(isRefusal).length;
  expect(refused).toBeGreaterThan(150);
  console.info(`${answers.length} bad forms of ${Object.keys(ACTS).length} kinds: ${refused} refused, the rest taken`);
}, 240_000);

const told = ({ subject, wrong, status, text }: Answered) => `${status} ${subject}: ${wrong} ${text.slice(-200)}`;

async function send(one: Bad): Promise<Answered> {
  const headers = { ...one.headers, "Sec-Fetch-Site": "same-origin", Cookie: `naga_session=${one.token}` };
  const answer = await fetch(`${server.address}${one.path}.data`, { method: "POST", headers, body: one.body });
  return { ...one, status: answer.status, text: await answer.text() };
}

/** To be sent to the page of signing in is a refusal as well: this form was sent with a session that is used up. */
const isRefusal = ({ status, text }: Answered) => status >= 400 || text.includes('"/sign-in?next=');

/** A refusal says what was wrong: on the form, or where there is no such form or thing, as a problem of the page. */
function isUnclear(answer: Answered): boolean {
  if (answer.status < 400 || answer.status === 413) return false;
  return !/"(refused|problem|errors|questions|stale|arrived)"/.test(answer.text);
}

/** A device keeps what it sends until it is told that it was taken: what was typed is there, and does not come back. */
const KEPT_BY_SENDER = /^POST \/operations\/:operation\/outbox /;

/** Typed texts that a refusal of the form forgot. */
function lost(answer: Answered): string[] {
  const isForm = /"(refused|errors|questions)"/.test(answer.text);
  if (!isRefusal(answer) || !isForm || KEPT_BY_SENDER.test(answer.subject)) return [];
  const said = new Set(textsIn(answer.text));
  const gone = answer.typed.filter((text) => !said.has(text));
  return gone.length === 0 ? [] : [`${answer.subject}: ${answer.wrong} lost ${gone.join(", ").slice(0, 200)}`];
}

/** An answer of a page's action is one flat list of everything in it, and more lines where something came later. */
function textsIn(answer: string): string[] {
  const [line = "[]"] = answer.split("\n");
  const told: unknown = JSON.parse(line);
  return Array.isArray(told) ? told.filter((value) => typeof value === "string") : [];
}

/** Every row that was written belongs to a change that was answered as done; who was refused left no change. */
async function expectWholeChanges(answers: readonly Answered[], moment: string) {
  const changes = await changesSince(world.owner, moment);
  const whole = new Set(changes.map(({ transaction }) => transaction));
  const halves = (await writtenSince(world.owner, moment)).filter(
    ({ transaction, table }) => !whole.has(transaction) && !BESIDE.includes(table),
  );
  expect([...new Set(halves.map(({ table }) => table))]).toEqual([]);
  const may = new Set(answers.filter((answer) => !isRefusal(answer)).flatMap(({ ids }) => ids));
  const must = new Set(answers.filter(isRefusal).flatMap(({ ids }) => ids));
  expect(changes.filter(({ id }) => must.has(id) && !may.has(id)).length).toBe(0);
}

/** Sessions and their use, passwords, the log of reads and refusals, last visits and pieces of files are no changes. */
const BESIDE = [
  "tokens",
  "persons",
  "access_log",
  "member_visits",
  "uploads",
  "upload_pieces",
  "imports",
  "import_parts",
];

/** One form of each kind of wrong: whole bodies, the address, and single fields by a fixed choice. */
async function badOf(subject: string, act: Act): Promise<Bad[]> {
  const cell = CELLS.find((one) => one.subject === subject) ?? {
    role: "ncp",
    relation: "own-unit",
    standing: "member",
  };
  const asker = askerOf(stage.cast.reader, cell as Cell);
  await world.owner`update operations set state = ${act.state ?? "active"} where id = ${world.operationId}`;
  const sent = await act.send(stage, asker);
  const fields = fieldsOf(subject, sent.form);
  const isReport = fields.some(([name]) => name === "depth");
  const names = [...new Set([...fields.map(([name]) => name), ...(isReport ? UNSAID : [])])];
  const wrongs = names.flatMap((name) => Object.keys(badTexts(foreign)).map((what) => [name, what] as const));
  const bad = [...chosen(wholeBodies(subject, asker, sent), 3, subject), ...unknownIntents(subject, asker, sent)];
  for (const [name, what] of chosen(wrongs, Math.max(LEAST, Math.ceil(names.length / 2)), subject)) {
    const fresh = await act.send(stage, asker);
    const value = badTexts(foreign)[what] ?? "";
    const form = fieldsOf(subject, fresh.form);
    const kept = form.filter(([one]) => one !== name);
    bad.push(aBad(subject, asker, fresh, { wrong: `${what} in ${name}`, fields: [...kept, [name, value]] }));
  }
  for (const name of chosen(names, 2, subject)) {
    const form = fieldsOf(subject, sent.form);
    const kept = form.filter(([one]) => one !== name);
    bad.push(aBad(subject, asker, sent, { wrong: `no ${name}`, fields: kept }));
    bad.push(aBad(subject, asker, sent, { wrong: `${name} three times`, fields: [...form, [name, "a"], [name, "b"]] }));
  }
  return bad;
}

/** What a report says besides, in fields that the short one leaves empty. */
const UNSAID = [
  ...["place.placeId", "place.lat", "place.name", "route.0.place.placeId", "route.0.sharePercent", "items.0.taxonId"],
  ...["items.0.secondQuantity", "items.0.purityPercent", "items.299.quantity", "items.0.description", "containerNo"],
  ...["occurredTo", "occurredTime", "occurredYear", "persons.arrested", "persons.nationalities.0.count", "detections"],
  ...["audience.agencies", "audience.members", "nominal.recipients", "nominal.persons.0.name", "confirmed"],
  ...["behalf.unitId", "behalf.cameOn", "amend.order.reference"],
];

type Fields = [string, string][];

function fieldsOf(subject: string, form: Form): Fields {
  const [, , intent = ""] = subject.split(" ");
  return Object.entries({ command: crypto.randomUUID(), intent, ...form }).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
}

const FORM = "application/x-www-form-urlencoded";

function aBad(subject: string, asker: Reader, sent: Sent, { wrong, fields }: { wrong: string; fields: Fields }): Bad {
  return {
    ...on(subject, asker, sent, wrong),
    headers: { "Content-Type": FORM },
    body: new URLSearchParams(fields).toString(),
    typed: typedIn(fields),
    ids: fields.flatMap(([name, value]) =>
      /^(command|commandId|draftCommandId)/.test(name) ? changesUnder(value) : [],
    ),
  };
}

/** What stands in a field of its own; where a name comes several times, the form may know one answer or a list. */
function typedIn(fields: Fields): string[] {
  const names = fields.map(([name]) => name);
  const once = fields.filter(([name]) => names.indexOf(name) === names.lastIndexOf(name) && !UNSHOWN.test(name));
  return once.map(([, value]) => Buffer.from(value).toString()).filter((value) => value.length < 200);
}

/** Not typed by anybody, never shown again, or said in another way. */
const UNSHOWN = /password|^command|^intent$|^step$|^send$|^base|Id$|^id$|^chosen$|^pair$|^from$|^depth$/i;

/** The command itself, and those that forms derive from it. */
function changesUnder(id: string): Id[] {
  if (!/^[0-9a-f-]{36}$/.test(id)) return [];
  return [id, derived("invitation", id), derived("member", id)];
}

function on(subject: string, asker: Reader, { at, token }: Sent, wrong: string) {
  const places = { operation: world.operationId, agency: stage.owner.id, ...at };
  return { subject, wrong, path: pathOfAct(subject, places), token: token ?? asker.token, typed: [], ids: [] };
}

/** Bodies that are wrong as a whole, whatever the form. */
function wholeBodies(subject: string, asker: Reader, sent: Sent): Bad[] {
  const fields = fieldsOf(subject, sent.form);
  const text = new URLSearchParams(fields).toString();
  const parts = fields.map(
    ([name, value]) => `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--cut\r\nContent-Disposition: form-data; name="${fields.at(-1)?.[0]}"; filename="a.txt"\r\n\r\nfile\r\n--cut--\r\n`;
  const multipart = "multipart/form-data; boundary=cut";
  const bodies: [string, string, string | Uint8Array<ArrayBuffer>][] = [
    ["another kind of content", "text/plain", text],
    ["JSON instead of a form", "application/json", JSON.stringify(Object.fromEntries(fields))],
    ["a form in parts that breaks off", multipart, parts.join("").slice(0, -9)],
    ["parts without their border", "multipart/form-data", parts.join("")],
    ["parts that are none", multipart, "no parts at all"],
    ["a file where a text belongs", multipart, parts.slice(0, -1).join("") + file],
    [
      "bytes that are no text",
      FORM,
      Uint8Array.from(Buffer.concat([Buffer.from(`${text}&extra=`), Buffer.from([0xff, 0xfe, 0xc3])])),
    ],
    ["signs of the address that are none", FORM, `${text}&a=%zz&%=1&=&&`],
    ["more than a megabyte", FORM, `${text}&extra=${"x".repeat(1_048_577)}`],
  ];
  return bodies.map(([wrong, kind, body]) => ({
    ...on(subject, asker, sent, wrong),
    headers: { "Content-Type": kind },
    body,
  }));
}

/** Words that no page sends: whatever tells forms apart by them has to refuse. */
function unknownIntents(subject: string, asker: Reader, sent: Sent): Bad[] {
  const form = fieldsOf(subject, sent.form);
  const telling = form.some(([name]) => name === "send") ? "send" : "intent";
  if (form.some(([name, value]) => name === "step" || (name === telling && value === ""))) return [];
  return UNKNOWN.map((word) => {
    const fields = form.map(([name, value]): [string, string] => [name, name === telling ? word : value]);
    return aBad(subject, asker, sent, { wrong: `${word} as intent`, fields });
  });
}

const UNKNOWN = ["drop_everything", "constructor"];
