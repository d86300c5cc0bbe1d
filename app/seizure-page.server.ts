import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { caseReadings } from "#db/queries/case-readings.server.ts";
import { deliveriesOfSeizure } from "#db/queries/deliveries.server.ts";
import { partnersOf } from "#db/queries/duplicates.server.ts";
import { frozenDaysOf, versionsCounting } from "#db/queries/erasures.server.ts";
import { mergedWith } from "#db/queries/merged.server.ts";
import { entryOf } from "#db/queries/on-behalf.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { reachOf } from "#db/queries/reach.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { clearancesOf, findReport } from "#db/queries/reports.server.ts";
import { ordersOf, standingOf } from "#db/queries/seizure-history.server.ts";
import {
  findCase,
  findFact,
  findNominal,
  memberNames,
  questionsOf,
  readersOf,
  timesOf,
  versionsOf,
} from "#db/queries/seizures.server.ts";
import { summariesOf } from "#db/queries/summaries.server.ts";
import { taxaOn } from "#db/queries/taxa.server.ts";
import { agencyZone } from "./agency-zone.server.ts";
import { filesOfRecord } from "./attachments-page.server.ts";
import type {
  Entry,
  ReleasedPage,
  SeizureActsAllowed,
  SeizurePage,
  UnreleasedPage,
} from "./components/seizure/page-types.ts";
import { may } from "./domain/access.ts";
import { namesToType } from "./domain/erasing.ts";
import type { SeizureFact } from "./domain/fact.ts";
import type { Id } from "./domain/id.ts";
import { localDateIn } from "./domain/local-date.ts";
import { Problem } from "./domain/problem.ts";
import { equivalents } from "./domain/quantity.ts";
import { DATE_PRECISIONS, type Nominal, type SeizureInput, type SeizureItem, saysNothing } from "./domain/seizure.ts";
import { delayUntil } from "./domain/timeliness.ts";
import { caseNoOf } from "./services/erasing.server.ts";
import { memberOf } from "./services/write.server.ts";

/** Everything that this reader may see of one seizure, tier by tier, and what he may do with it. */
export async function seizurePage(tx: Tx, self: Self, id: Id): Promise<SeizurePage> {
  const member = memberOf(self);
  const [fact, report] = await Promise.all([
    findFact(tx, member.operationId, id),
    findReport(tx, member.operationId, id),
  ]);
  const files = await filesOfRecord(tx, member, { id, report, released: fact !== undefined });
  if (!fact) return { released: null, report: await reportPage(tx, self, report), files };
  return { released: await releasedPage(tx, self, member, fact), report: null, files };
}

async function releasedPage(tx: Tx, self: Self, member: Membership, fact: SeizureFact): Promise<ReleasedPage> {
  const { operationId } = member;
  const [kase, nominal, questions, standing] = await Promise.all([
    findCase(tx, operationId, fact.id),
    findNominal(tx, operationId, fact.id),
    questionsOf(tx, operationId, fact.id),
    standingOf(tx, operationId, fact.id),
  ]);
  const input = kase?.input ?? null;
  const acts = actsOn(member, fact, kase);
  const [versions, orders, readers, clearances, about, timeliness, reach, readings, entry] = await Promise.all([
    kase ? versionsOf(tx, operationId, fact.id) : [],
    ordersOf(tx, operationId, fact.id),
    kase ? readersOf(tx, operationId, kase.audienceId) : [],
    clearancesOf(tx, operationId, fact.id),
    aboutGoods(tx, self, member, fact, input),
    // When it was cleared is its owner's own business, like who approved.
    fact.agencyId === member.agencyId ? timelinessOf(tx, member, fact.id) : null,
    kase && acts.narrow ? reachOf(tx, operationId, kase.audienceId, kase.agencyId) : null,
    kase && may(member, "seizure.receipt", member.operation.state, fact) ? caseReadings(tx, fact.id) : null,
    entryFor(tx, member, fact.id),
  ]);
  const takesAway = acts.withdraw || acts.hold || acts.erase;
  const [frozen, versionsFrozen, merged, summaries, deliveries] = await Promise.all([
    takesAway ? frozenDaysOf(tx, fact.id) : null,
    takesAway ? versionsCounting(tx, fact.id) : [],
    mergedWith(tx, operationId, fact.id),
    kase ? summariesOf(tx, operationId, fact.id) : [],
    fact.agencyId === member.agencyId ? deliveriesOfSeizure(tx, operationId, fact.id) : [],
  ]);
  return {
    fact,
    partners: await partnersOf(tx, operationId, fact),
    about,
    timeliness,
    places: await placeNamesOf(tx, placeIds(fact)),
    case: kase && input ? { input, version: kase.version, receipt: kase.receipt, held: !kase.shared } : null,
    hasNames: nominal !== undefined && !saysNothing(nominal.nominal),
    summaries,
    versions: versions.map(({ at, ...version }) => ({
      ...version,
      at: at.toISOString(),
      order: orders.find((order) => order.version === version.version) ?? null,
    })),
    readers,
    reach,
    readings,
    frozen: frozen && { days: frozen.length, versions: versionsFrozen },
    merged,
    names: acts.erase ? namesToType(fact.id, [fact.messageNo, kase?.nationalCaseNo ?? ""]) : [],
    people: await memberNames(
      tx,
      operationId,
      versions.flatMap(({ input }) => namedIn(input)),
    ),
    clearances: clearances.map(({ at, ...clearance }) => ({ ...clearance, at: at.toISOString() })),
    deliveries,
    standing,
    entry,
    questions: questions.map((row) => ({
      id: row.id,
      field: row.field,
      question: row.question,
      askedAt: row.askedAt.toISOString(),
      answer: row.answer,
      answeredAt: row.answeredAt?.toISOString() ?? null,
    })),
    may: acts,
    commands: commandIds(questions.map((question) => question.id)),
  };
}

/** How long it took until it was cleared, and from there until it was released: two delays with two causes. */
async function timelinessOf(tx: Tx, { operationId, operation }: Membership, id: Id) {
  const times = await timesOf(tx, operationId, id);
  if (!times) return null;
  const { clearedAt, releasedAt, occurredAt, ...when } = times;
  const precision = DATE_PRECISIONS.find((known) => known === when.datePrecision) ?? "year";
  const happened = { ...when, datePrecision: precision, occurredAt: occurredAt?.toISOString() ?? null };
  return {
    clearedAt: clearedAt.toISOString(),
    toCleared: delayUntil(happened, operation.zone, clearedAt),
    toReleased: releasedAt.getTime() - clearedAt.getTime(),
  };
}

function namedIn({ audience }: SeizureInput): readonly Id[] {
  return audience.kind === "members" ? audience.members : [];
}

/** What a reader may do with a released seizure; services ask the same table again. */
function actsOn(
  member: Membership,
  fact: SeizureFact,
  kase: { unitId: Id; shared: boolean } | undefined,
): SeizureActsAllowed {
  const subject = { agencyId: fact.agencyId, unitId: kase?.unitId };
  const allowed = (action: Parameters<typeof may>[1]) => may(member, action, member.operation.state, subject);
  const current = fact.state !== "withdrawn" && fact.state !== "merged";
  const held = kase !== undefined && !kase.shared;
  return {
    amend: current && kase !== undefined && allowed("seizure.amend"),
    withdraw: current && allowed("seizure.withdraw"),
    narrow: current && kase !== undefined && allowed("seizure.narrow"),
    lookAs: kase !== undefined && allowed("seizure.look_as"),
    part: allowed("duplicate.close"),
    erase: allowed("seizure.erase"),
    hold: current && !held && allowed("seizure.hold"),
    unhold: current && held && allowed("seizure.hold"),
    verify: fact.state === "submitted" && allowed("seizure.check"),
    ask: current && allowed("question.ask"),
    answer: kase !== undefined && allowed("question.answer"),
    summarise: current && kase !== undefined && allowed("summary.write"),
  };
}

const ACTS = [
  ...["withdraw", "narrow", "hold", "unhold", "erase", "verify", "ask", "question", "summarise"],
  ...["clear", "clear_order", "return", "discard", "confirm_entry", "object_entry"],
] as const;

/** One command id for each act that the page offers: a form that comes twice is done once. */
function commandIds(questions: readonly Id[]): Record<string, Id> {
  return Object.fromEntries([...ACTS, ...questions].map((name) => [name, uuid()]));
}

/** Species with their appendix on the day, and what quantities amount to in other measures. */
async function aboutGoods(tx: Tx, self: Self, member: Membership, fact: SeizureFact, input: SeizureInput | null) {
  const origins = fact.route.filter((node) => node.role === "origin").map((node) => node.place.country);
  const taxonIds = fact.items.flatMap((item) => item.taxonId ?? []);
  const [taxa, measures] = await Promise.all([
    taxaOn(tx, taxonIds, fact.occurredOn, origins),
    measuresOn(tx, localDateIn(member.operation.zone, self.now)),
  ]);
  const items: readonly Pick<SeizureItem, "commodity" | "quantity" | "unit">[] = input?.items ?? fact.items;
  return {
    taxa: Object.fromEntries(taxa.map(({ id, scientificName, listing }) => [id, { scientificName, listing }])),
    equivalents: items.map(({ commodity, quantity, unit }) =>
      quantity === null || unit === null ? [] : equivalents({ commodity, quantity, unit }, measures),
    ),
  };
}

function placeIds(fact: SeizureFact): string[] {
  return [fact.place, ...fact.route.map((node) => node.place)].flatMap((place) => place.placeId ?? []);
}

/** On whose behalf it was entered, and whether this reader is asked to confirm it. */
async function entryFor(tx: Tx, member: Membership, id: Id): Promise<Entry | null> {
  const found = await entryOf(tx, member.operationId, id);
  if (!found) return null;
  const { agencyId, unitId, cameAt, confirmedAt, objectedAt, ...entry } = found;
  const asked = may(member, "report.confirm", member.operation.state, { agencyId, unitId });
  return {
    ...entry,
    cameAt: cameAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    objectedAt: objectedAt?.toISOString() ?? null,
    mayConfirm: asked && confirmedAt === null,
  };
}

/** A report that nobody outside its agency sees yet. */
type Report = Awaited<ReturnType<typeof findReport>>;

async function reportPage(tx: Tx, self: Self, report: Report): Promise<UnreleasedPage> {
  if (!report || !isInside(report)) {
    throw new Problem("not-found", "seizure.unknown");
  }
  const { id } = report;
  const member = memberOf(self);
  const [clearances, entry, deliveries] = await Promise.all([
    clearancesOf(tx, member.operationId, id),
    entryFor(tx, member, id),
    deliveriesOfSeizure(tx, member.operationId, id),
  ]);
  const subject = { agencyId: report.agencyId, unitId: report.unitId };
  const allowed = (action: Parameters<typeof may>[1]) => may(member, action, member.operation.state, subject);
  return {
    id,
    state: report.state,
    step: report.step,
    steps: report.steps,
    onHold: report.onHold,
    version: report.version,
    note: report.note,
    // Names are shown on asking alone.
    input: report.input && { ...report.input, nominal: null },
    clearances: clearances.map(({ at, ...clearance }) => ({ ...clearance, at: at.toISOString() })),
    deliveries,
    entry,
    may: {
      write: allowed("report.write"),
      clear: report.state === "in_clearance" && allowed("report.clear"),
      erase: allowed("seizure.erase"),
    },
    names: allowed("seizure.erase") ? namesToType(id, [caseNoOf(report)]) : [],
    zone: await agencyZone(tx, self),
    commands: commandIds([]),
    showsNames: (report.input?.nominal ?? null) !== null,
  };
}

/** The names of a seizure or of an own report, where the reader may see them. Whoever shows them notes the reading. */
export async function namesOf(tx: Tx, self: Self, id: Id): Promise<Nominal | null> {
  const { operationId } = memberOf(self);
  const [nominal, report] = await Promise.all([findNominal(tx, operationId, id), findReport(tx, operationId, id)]);
  return nominal?.nominal ?? (report && isInside(report) ? (report.input?.nominal ?? null) : null);
}

const isInside = ({ state }: { state: string }) => ["draft", "in_clearance", "returned"].includes(state);
