import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { deliveriesOfTally } from "#db/queries/deliveries.server.ts";
import { findOperation, listParticipants } from "#db/queries/operations.server.ts";
import { listCommodities, measuresOn } from "#db/queries/reference.server.ts";
import { listAsked, listTallies, tallyCalendar, tallyCoverage } from "#db/queries/tallies.server.ts";
import {
  arrestedByDay,
  casesByGroup,
  tallyDifferences,
  tallySpans,
  weeklyDays,
} from "#db/queries/tally-cases.server.ts";
import { confirmedAmounts } from "#db/queries/tally-confirmed.server.ts";
import { listReminders, listTallyQuestions, openTallyQuestions } from "#db/queries/tally-watch.server.ts";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { addDays, type LocalDate, localDateIn } from "./domain/local-date.ts";
import { Problem } from "./domain/problem.ts";
import type { AgencyDays } from "./domain/tally/agency-days.ts";
import { SPANS, type Span } from "./domain/tally/span.ts";
import { weeksOf } from "./domain/tally/weeks.ts";
import { mustReadTallies } from "./services/reading.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";
import { tallyTotalsFor } from "./tally-totals.server.ts";

/** The last day of which a tally can be given now: today, or the last of the operational phase. */
function lastDay({ operation }: Membership, now: Date): LocalDate {
  const today = localDateIn(operation.zone, now);
  return today > operation.endsOn ? operation.endsOn : today;
}

const later = (left: LocalDate, right: LocalDate) => (left > right ? left : right);

/** Groups of commodities and units that a tally can be made of. */
async function tallyChoices(tx: Tx, day: LocalDate) {
  const [commodities, measures] = await Promise.all([listCommodities(tx), measuresOn(tx, day)]);
  const groups = commodities.filter(({ code, group }) => code === group).map(({ code }) => code);
  const usual = Object.fromEntries(
    groups.map((code) => [code, commodities.find((row) => row.code === code)?.units[0] ?? ""]),
  );
  return { groups, usual, units: measures.units.map(({ code }) => code) };
}

/** The same on the operation's day. */
export function tallyChoicesNow(tx: Tx, self: Self) {
  const member = memberOf(self);
  return tallyChoices(tx, lastDay(member, self.now));
}

/** The calendar: agencies by days, as far as the reader may look; for one agency alone, what it said on each day. */
export async function tallyCalendarPage(tx: Tx, self: Self, asked: URLSearchParams) {
  const member = mustReadTallies(self);
  const { operationId, agencyId, operation } = member;
  const all = may(member, "tally.read", operation.state, {});
  const to = lastDay(member, self.now);
  const span: Span = SPANS.find((one) => one === asked.get("span")) ?? "month";
  const from =
    span === "operation" ? operation.startsOn : later(operation.startsOn, addDays(to, span === "week" ? -6 : -30));
  const [participants, marks, differences, coverage, askedFor, questions, confirmed, weekly, own] = await Promise.all([
    listParticipants(tx, operationId),
    tallyCalendar(tx, { from, to, at: self.now }),
    tallyDifferences(tx, operationId, { from, to }),
    tallyCoverage(tx, { from, to, at: self.now }),
    listAsked(tx, operationId, { from, to }),
    openTallyQuestions(tx, operationId),
    confirmedAmounts(tx, operationId, { from, to }),
    weeklyDays(tx, operationId, { from, to }),
    all ? [] : listTallies(tx, operationId, { agencyId, from, to }),
  ]);
  const plan = (await findOperation(tx, operationId))?.plan;
  return {
    totals: await tallyTotalsFor(tx, self, { from, to }),
    ...{ span, from, to, today: localDateIn(operation.zone, self.now), zone: operation.zone, all },
    cutOff: plan?.cutOff ?? "",
    agencies: participants
      .filter((row) => marks.some((mark) => mark.agencyId === row.agencyId))
      .map(({ agencyId: id, agencyName, administrationCode, officialName }) => ({
        ...{ id, name: agencyName, code: administrationCode, country: officialName },
      })),
    marks,
    differing: [...new Set(differences.map((row) => `${row.agencyId} ${row.day}`))],
    coverage: Object.fromEntries(coverage),
    questions,
    confirmed,
    weeks: Object.fromEntries(weeksOf(weekly)),
    asked: [...askedFor],
    own: own.filter(({ stands }) => stands),
    agencyId,
    now: self.now.toISOString(),
    may: {
      write: may(member, "tally.write", operation.state, { agencyId }),
      ask: may(member, "tally.ask", operation.state),
    },
    command: uuid(),
  };
}

/** One agency's day: what it said and when, what its case reports say, and whether it was asked. */
export async function tallyDayPage(tx: Tx, self: Self, { agencyId, day }: { agencyId: Id; day: LocalDate }) {
  const member = mustBeAllowed(self, "tally.read", { agencyId });
  const { operationId, operation } = member;
  const only = { from: day, to: day };
  const agency = (await listParticipants(tx, operationId)).find((row) => row.agencyId === agencyId);
  if (!agency) throw new Problem("not-found", "agency.unknown");
  const last = lastDay(member, self.now);
  if (day < operation.startsOn || day > last) throw new Problem("not-found", "tally.unknown");
  const [
    marks,
    versions,
    cases,
    arrested,
    differences,
    asked,
    choices,
    questions,
    reminded,
    deliveries,
    spans,
    confirmed,
  ] = await Promise.all([
    tallyCalendar(tx, { ...only, at: self.now }),
    listTallies(tx, operationId, { agencyId, ...only }),
    casesByGroup(tx, operationId, agencyId, only),
    arrestedByDay(tx, operationId, agencyId, only),
    tallyDifferences(tx, operationId, only),
    listAsked(tx, operationId, only),
    tallyChoices(tx, day),
    listTallyQuestions(tx, operationId, only),
    listReminders(tx, operationId, only),
    deliveriesOfTally(tx, operationId, { agencyId, day }),
    tallySpans(tx, operationId, agencyId, only),
    confirmedAmounts(tx, operationId, only),
  ]);
  const isOwn = agencyId === member.agencyId;
  return {
    ...{ day, isOwn, cases, choices, deliveries, zone: operation.zone },
    since: spans[0]?.since ?? day,
    agency: { id: agencyId, name: agency.agencyName, code: agency.administrationCode, country: agency.officialName },
    standing: marks.find((mark) => mark.agencyId === agencyId) ?? null,
    // Who wrote it is the agency's own business.
    versions: versions.map((version) => ({ ...version, author: isOwn ? version.author : "" })),
    arrested: arrested.get(day) ?? null,
    differences: differences.filter((row) => row.agencyId === agencyId),
    questions: questions.filter((row) => row.agencyId === agencyId),
    confirmed: confirmed.filter((row) => row.agencyId === agencyId),
    asked: asked.filter((row) => row.agencyId === agencyId).map(({ at }) => at),
    reminded: reminded.filter((row) => row.agencyId === agencyId),
    before: day > operation.startsOn ? addDays(day, -1) : null,
    after: day < last ? addDays(day, 1) : null,
    may: {
      write: may(member, "tally.write", operation.state, { agencyId }),
      ask: may(member, "tally.ask", operation.state),
      explain: may(member, "tally.explain", operation.state, { agencyId }),
    },
    command: uuid(),
  };
}

/** Over so many days an officer is reminded of what is missing, and can enter it on one page. */
const LOOK_BACK = 14;

/** The last days of the own agency, those first of which nothing is on record. */
export async function tallyWeekPage(tx: Tx, self: Self) {
  const { operationId, agencyId, operation } = mustBeAllowed(self, "tally.write", { agencyId: self.member?.agencyId });
  const member = mustReadTallies(self);
  const to = lastDay(member, self.now);
  const from = later(operation.startsOn, addDays(to, 1 - LOOK_BACK));
  const [marks, versions, cases, arrested, choices, spans] = await Promise.all([
    tallyCalendar(tx, { from, to, at: self.now }),
    listTallies(tx, operationId, { agencyId, from, to }),
    casesByGroup(tx, operationId, agencyId, { from, to }),
    arrestedByDay(tx, operationId, agencyId, { from, to }),
    tallyChoices(tx, to),
    tallySpans(tx, operationId, agencyId, { from, to }),
  ]);
  const spanOf = (day: LocalDate) => spans.find((span) => span.day === day);
  const days = marks
    // With a weekly tally, the days on which one is due or was given.
    .filter((mark) => mark.agencyId === agencyId && (spanOf(mark.day)?.ends ?? true))
    .map((standing) => ({
      ...standing,
      since: spanOf(standing.day)?.since ?? standing.day,
      said: versions.find((version) => version.day === standing.day && version.stands) ?? null,
      cases: cases.filter((row) => row.day === standing.day),
      arrested: arrested.get(standing.day) ?? null,
    }));
  return { from, to, days, choices, agencyId, zone: operation.zone, command: uuid() };
}

/** How tallies stand on each day of the operational phase so far, over all agencies, for all who read facts. */
export async function agencyDaysSoFar(tx: Tx, self: Self): Promise<AgencyDays> {
  const member = memberOf(self);
  const to = lastDay(member, self.now);
  const coverage = await tallyCoverage(tx, { from: member.operation.startsOn, to, at: self.now });
  const owed = [...coverage].filter(([, { due }]) => due > 0);
  return Object.fromEntries(
    owed.map(([day, { onRecord, nil, missing, awaited }]) => [day, { onRecord, nil, missing, awaited }]),
  );
}

/** For the first page: how many have spoken today, and of the own agency what is still to be said. */
export async function tallyToday(tx: Tx, self: Self) {
  const member = memberOf(self);
  const { operationId, agencyId, operation, readsFacts } = member;
  const day = lastDay(member, self.now);
  if (day < operation.startsOn) return null;
  const only = { from: day, to: day };
  const coverage = readsFacts ? ((await tallyCoverage(tx, { ...only, at: self.now })).get(day) ?? null) : null;
  const from = later(operation.startsOn, addDays(day, 1 - LOOK_BACK));
  return {
    day,
    coverage,
    reads: mayAct(member, "tally.read"),
    own: mayAct(member, "tally.write") ? await ownDuty(tx, self, { operationId, agencyId, from, day }) : null,
  };
}

function mayAct(member: Membership, action: "tally.read" | "tally.write"): boolean {
  return may(member, action, member.operation.state, { agencyId: member.agencyId });
}

type Duty = { operationId: Id; agencyId: Id; from: LocalDate; day: LocalDate };

async function ownDuty(tx: Tx, self: Self, { operationId, agencyId, from, day }: Duty) {
  const only = { from: day, to: day };
  const [marks, versions, cases, asked, reminders, spans] = await Promise.all([
    tallyCalendar(tx, { from, to: day, at: self.now }),
    listTallies(tx, operationId, { agencyId, ...only }),
    casesByGroup(tx, operationId, agencyId, only),
    listAsked(tx, operationId, { from, to: day }),
    listReminders(tx, operationId, { from, to: day }),
    tallySpans(tx, operationId, agencyId, only),
  ]);
  const own = marks.filter((mark) => mark.agencyId === agencyId);
  const missing = own.filter((mark) => mark.mark === "missing").map((mark) => mark.day);
  return {
    agencyId,
    /** The first day that today's tally stands for: today, or with a weekly one the day after the last. */
    since: spans[0]?.since ?? day,
    standing: own.find((mark) => mark.day === day) ?? null,
    said: versions.find(({ stands }) => stands) ?? null,
    cases: cases.reduce((sum, row) => sum + row.cases, 0),
    missing: missing.filter((one) => one !== day),
    asked: asked.filter((row) => row.agencyId === agencyId && missing.includes(row.day)).at(-1) ?? null,
    reminded: reminders.filter((row) => row.agencyId === agencyId && row.day === day).at(-1) ?? null,
    command: uuid(),
  };
}
