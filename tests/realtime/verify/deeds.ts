import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { TallyPromise } from "#app/domain/tally/rhythm.ts";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { answerQuestion, askQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { agreeToMerge, closeDuplicate, proposeJoint, proposeMerge } from "#app/services/duplicates.server.ts";
import { eraseSeizure } from "#app/services/erasing.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { changePlan, endAgency } from "#app/services/operations.server.ts";
import { tellOutcome, withdrawOutcome } from "#app/services/outcomes.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, holdSeizure, unholdSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { postTallies, promiseTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import { foldFigures } from "#db/queries/figure-folding.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCharge, aDisposal, aVerdict } from "#tests/support/outcome-said.ts";
import { aCommand, agencyOf, type World } from "#tests/support/world.ts";

export const AGENCIES = ["VN-CUS", "VN-POL", "TH-CUS", "LA-CUS"] as const;
export type AgencyCode = (typeof AGENCIES)[number];
export type Told = { agency: AgencyCode; said: Partial<SeizureInput>; hours: readonly [number, number] };

/** An operation in the middle of its life: who acts in it, and what was told. */
export type Scene = {
  world: World;
  as: Record<AgencyCode, Acting>;
  ocu: Acting;
  lead: Acting;
  told: { id: Id; agency: AgencyCode; input: SeizureInput }[];
  links: Id[];
};

export async function openScene(world: World): Promise<Scene> {
  const join = (code: string, role: "ncp" | "ocu" | "lead") => world.join({ role, agency: agencyOf(world, code) });
  const as = {
    "VN-CUS": await join("VN-CUS", "ncp"),
    "VN-POL": await join("VN-POL", "ncp"),
    "TH-CUS": await join("TH-CUS", "ncp"),
    "LA-CUS": await join("LA-CUS", "ncp"),
  };
  return { world, as, ocu: await join("RILO", "ocu"), lead: await join("VN-CUS", "lead"), told: [], links: [] };
}

const HOUR = 3_600_000;

/** Cleared so many hours after the day began and released so many after that, as a record of another system is. */
export async function tell({ as, told }: Scene, { agency, said, hours: [cleared, released] }: Told): Promise<void> {
  const input = aSeizureInput(said);
  const clearedAt = new Date(Date.parse(`${input.occurredOn}T00:00:00Z`) + cleared * HOUR);
  await submitReport(as[agency], aCommand(input), { clearedAt, releasedAt: new Date(+clearedAt + released * HOUR) });
  told.push({ id: input.id, agency, input });
}

export const DEEDS = [
  ...([
    "amend",
    "amend",
    "words",
    "hold",
    "unhold",
    "withdraw",
    "verify",
    "verify",
    "verify",
    "erase",
    "photo",
  ] as const),
  "outcome",
  "outcome",
  ...([
    "merge",
    "join",
    "join",
    "join",
    "join",
    "undo",
    "tally",
    "tally",
    "promise",
    "fold",
    "leave",
    "plan",
    "plan",
    "ask",
    "ask",
  ] as const),
];
export type Deed = {
  kind: (typeof DEEDS)[number];
  at: number;
  other: number;
  n: number;
  day: string;
  said: Partial<SeizureInput>;
};

/** Does it by the services; what they refuse is not done. Answers whether it was. */
export async function done(scene: Scene, deed: Deed): Promise<boolean> {
  const one = scene.told[deed.at % scene.told.length];
  const other = scene.told[deed.other % scene.told.length];
  if (!one || !other) return false;
  try {
    await act(scene, deed, one, other);
    return true;
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}

type Message = Scene["told"][number];

async function act(scene: Scene, deed: Deed, one: Message, other: Message): Promise<unknown> {
  const { world, as, ocu } = scene;
  const owner = as[one.agency];
  const { kind } = deed;
  if (kind === "tally" || kind === "promise") return spoken(scene, deed, one.agency);
  if (kind === "merge" || kind === "join") return linked(scene, kind, one, other);
  if (kind === "fold") return foldFigures(world.app.db, world.operationId, 5);
  if (kind === "undo") {
    const duplicate = scene.links[deed.at % scene.links.length];
    return duplicate && closeDuplicate(ocu, aCommand({ duplicate, note: "Not so" }));
  }
  if (kind === "plan") return planned(scene, deed);
  if (kind === "leave") return endAgency(scene.lead, aCommand({ agencyId: agencyOf(world, "LA-CUS").id }));
  const base = await versionsOf(scene, one.id);
  const standing = aCommand({ seizure: one.id, base: base.facts, reason: "Known better" });
  if (kind === "hold") return holdSeizure(owner, standing);
  if (kind === "unhold") return unholdSeizure(owner, standing);
  if (kind === "withdraw") return withdrawSeizure(owner, standing);
  if (kind === "verify") return verifySeizure(ocu, aCommand({ seizure: one.id, base: base.facts }));
  if (kind === "ask") return asked(scene, deed, one);
  if (kind === "outcome") return cameOf(scene, deed, one);
  if (kind === "photo") return photographed(world, one);
  if (kind === "erase") {
    const order = { reference: "Order 7", approver: "Court" };
    const erasing = { seizure: one.id, base: base.facts, reason: "court_order" as const, order };
    return eraseSeizure(owner, aCommand(erasing), one.input.nationalCaseNo);
  }
  const words = { narrative: `Seen again on ${deed.day}` };
  const seizure = { ...one.input, ...(kind === "amend" ? deed.said : words), held: one.input.held };
  await amendSeizure(owner, aCommand({ seizure, base, kind: "correction", reason: "Looked again" }));
  one.input = seizure;
}

/** The coordination unit asks about a field; of two questions one is answered. */
async function asked({ as, ocu }: Scene, { n }: Deed, { id: seizure, agency }: Message): Promise<void> {
  const question = uuid();
  const field = ["amount", "goods", "route"][n % 3] ?? "other";
  await askQuestion(ocu, aCommand({ id: question, seizure, field, question: "Sure?" }));
  if (n % 2 === 0) await answerQuestion(as[agency], aCommand({ question, answer: "Yes." }));
}

/** What came of it, of three kinds in turn; of three outcomes one is taken back. */
async function cameOf({ as }: Scene, { n }: Deed, { id: seizure, agency }: Message): Promise<void> {
  const on = { on: "2021-12-01" };
  const said = [aCharge(on), aVerdict({ ...on, result: n % 2 === 0 ? "convicted" : "acquitted" }), aDisposal(on)][
    n % 3
  ];
  if (!said) return;
  const told = await tellOutcome(as[agency], aCommand({ seizure, corrects: null, said }));
  const back = { seizure, outcome: String(told.outcome), base: 1, reason: "Not of this case" };
  if (n % 9 < 3) await withdrawOutcome(as[agency], aCommand(back));
}

/** The window ends another day, and other reports are late. */
async function planned({ lead, world }: Scene, { day, n }: Deed): Promise<void> {
  const now = await read(lead, (tx) => findOperation(tx, world.operationId));
  if (!now) throw new Error("no operation");
  const plan = { ...now.plan, endsOn: day < now.plan.startsOn ? now.plan.startsOn : day, lateLimitHours: 1 + n };
  await changePlan(lead, aCommand({ plan, baseVersion: now.version }));
}

async function versionsOf({ world: { owner, operationId } }: Scene, id: Id) {
  const [row] = await owner<{ facts: number; case: number }[]>`
    select f.version as facts, s.version as case from seizure_facts f
    join seizures s on s.operation_id = f.operation_id and s.id = f.id and s.ended_by is null
    where f.operation_id = ${operationId} and f.id = ${id} and f.ended_by is null`;
  if (!row) throw new Problem("not-found", "seizure.unknown");
  return { ...row, nominal: 0 };
}

async function linked({ as, ocu, links }: Scene, kind: "merge" | "join", one: Message, other: Message): Promise<void> {
  const id = uuid();
  const propose = kind === "merge" ? proposeMerge : proposeJoint;
  await propose(ocu, aCommand({ id, kept: one.id, dropped: other.id, note: "One" }));
  for (const agency of new Set([one.agency, other.agency])) await agreeToMerge(as[agency], aCommand({ duplicate: id }));
  links.push(id);
}

/** The row alone: what lies behind it is nobody's business here. */
async function photographed({ owner, operationId, agencies }: World, { id, agency }: Message): Promise<void> {
  const part = { operation_id: operationId, id: uuid(), seizure_id: id, agency_id: agencies[agency]?.id ?? "" };
  const file = { kind: "photo", media_type: "image/jpeg", view_key: "k", view_type: "image/webp", view_bytes: 1 };
  await owner`insert into attachments ${owner({ ...part, ...file, unit_id: agencies[agency]?.units[0].id ?? "", author_id: uuid() })}`;
}

/** A tally of a day, said some time around its hour; or a promise from that day on, made before the operation began. */
async function spoken(scene: Scene, { kind, day, n }: Deed, agency: AgencyCode): Promise<void> {
  const { world, as, lead } = scene;
  const { owner, operationId } = world;
  const agency_id = agencyOf(world, agency).id;
  if (kind === "tally") {
    const groups = n % 2 === 0 ? [] : [{ group: "F2", cases: 1, quantities: [] }];
    await postTallies(as[agency], aCommand({ tallies: [TallyInput.parse({ day, nil: groups.length === 0, groups })] }));
    await owner`update tallies set at = (${day}::date + ${`${n % 40} hours`}::interval) at time zone 'UTC'
      where operation_id = ${operationId} and agency_id = ${agency_id} and day = ${day}`;
    return;
  }
  const rhythm = (["daily", "working_days", "weekly", "standing_nil", "none"] as const)[n % 5];
  const until = new Date(Date.parse(day) + (n % 20) * 24 * HOUR).toISOString().slice(0, 10);
  const promise = { rhythm, fromDay: day, toDay: n % 3 === 0 && rhythm !== "standing_nil" ? null : until };
  const holidays = [day, "2021-05-11", "2021-05-12"];
  const more = { weekday: 1 + (n % 7), daysOff: [1 + (n % 6)], holidays, zone: "Asia/Bangkok" };
  const input = { id: uuid(), agencyId: agency_id, promise: TallyPromise.parse({ ...promise, ...more }) };
  await promiseTallies(lead, aCommand(input));
}
