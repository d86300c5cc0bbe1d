import { createHash } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import {
  casesBesideFigures,
  casesWithPhoto,
  outcomesOfGroup,
  participationIn,
  questionsOnCases,
  talliesOnRecord,
} from "#db/queries/operation-report-counts.server.ts";
import type { OperationReport } from "#db/queries/operation-reports.server.ts";
import { findOperation, listParticipants } from "#db/queries/operations.server.ts";
import { publishedByEdition } from "#db/queries/published.server.ts";
import { tallyCoverage } from "#db/queries/tallies.server.ts";
import { type FactFilter, NO_FILTER } from "../domain/fact-filter.ts";
import { RULES } from "../domain/figures/definition.ts";
import type { Id } from "../domain/id.ts";
import { type LocalDate, localDateIn } from "../domain/local-date.ts";
import { withoutSmallCounts } from "../domain/operation-report/hidden-persons.ts";
import { type Counted, figureLines } from "../domain/operation-report/lines.ts";
import type { ReportKind } from "../domain/operation-report/report.ts";
import {
  REPORT_FIGURES,
  REPORT_RULES,
  type ReportContext,
  type ReportCounts,
  type ReportResults,
} from "../domain/operation-report/results.ts";
import { filterOfReport, keptOf, touchesCountry } from "../domain/operation-report/sheets.ts";
import { Problem } from "../domain/problem.ts";
import { agencyDaysIn } from "../domain/tally/agency-days.ts";
import { followingOf } from "./following.server.ts";
import type { House } from "./house.server.ts";
import { figuresFor } from "./kept-figures.server.ts";
import { mustReadFacts } from "./reading.server.ts";
import { memberOf } from "./write.server.ts";

/** Figures of one moment, with what they can be counted again by. */
export type Reckoned = { results: ReportResults; hash: string; rules: string[]; seq: number; asOf: Date };

type Asking = { house: House; self: Self };

/** What a report is about: of the whole operation, with all that it says, where nothing else is named. */
export type Reckoning = Pick<OperationReport, "fromDay" | "toDay"> & {
  kind: ReportKind;
  subject: string | null;
  suppressUnder: number;
};

export const OF_ALL: Reckoning = {
  ...{ fromDay: null, toDay: null, kind: "end_of_operation", subject: null, suppressUnder: 0 },
};

/** Counts a report as everything stands in this transaction, which must be a repeatable-read one. */
export async function reckonReport(
  tx: Tx,
  { house, self }: Asking,
  { fromDay, toDay, kind, subject, suppressUnder }: Reckoning,
): Promise<Reckoned> {
  mustReadFacts(self);
  const member = memberOf(self);
  const { operationId, operation } = member;
  const period = fromDay !== null && toDay !== null ? { from: fromDay, to: toDay } : null;
  const filter = { ...filterOfReport(kind, subject), ...period };
  const today = localDateIn(operation.zone, self.now);
  const ended = today > operation.endsOn ? operation.endsOn : today;
  const days = { from: period?.from ?? operation.startsOn, to: period?.to ?? ended };
  const span = { whole: period === null, ...days };
  const [figures, beside, participation, photo, questions, coverage, { streams }] = await Promise.all([
    figuresFor(tx, { house, self, filter }, REPORT_FIGURES),
    casesBesideFigures(tx, { operationId, zone: operation.zone, filter }),
    participationIn(tx, { ...span, at: self.now }),
    casesWithPhoto(tx, span),
    questionsOnCases(tx, span),
    tallyCoverage(tx, { ...days, at: self.now }),
    followingOf(tx, member),
  ]);
  const { known, ...counted } = beside;
  const owed = Object.fromEntries([...coverage].filter(([, { due }]) => due > 0));
  const counts = {
    ...counted,
    completeness: { ...known, photo },
    questions,
    participation,
    agencyDays: agencyDaysIn(owed, days),
    ...(kind === "country_sheet" && subject !== null ? await ofCountry(tx, { house, self }, { subject, ...span }) : {}),
    ...(kind === "commodity_sheet" && subject !== null
      ? { outcomes: await outcomesOfGroup(tx, subject, self.now) }
      : {}),
  };
  const [context, editions] = [await contextOf(tx, operationId, today), await publishedByEdition(tx)];
  const whole: ReportResults = { form: 1, figures, counts, context, editions };
  const results = withoutSmallCounts(keptOf(kind, whole), suppressUnder);
  const seq = streams.find(({ kind: stream }) => stream === "operation")?.head ?? 0;
  return { results, hash: hashOfFigures(results), rules: [...RULES, ...REPORT_RULES], seq, asOf: self.now };
}

type Country = { subject: string; whole: boolean; from: LocalDate; to: LocalDate };

/** Beside its own cases: its tallies, and legs to and from it whoever told of them. */
async function ofCountry(
  tx: Tx,
  { house, self }: Asking,
  { subject, whole, ...days }: Country,
): Promise<Pick<ReportCounts, "agencyDays" | "passing">> {
  const filter: FactFilter = { ...NO_FILTER, ...(whole ? {} : days) };
  const said = await talliesOnRecord(tx, { ...days, at: self.now, administration: subject });
  const { corridors } = await figuresFor(tx, { house, self, filter }, ["corridors"]);
  return {
    agencyDays: { ...said, missing: 0, awaited: 0 },
    passing: corridors.filter(({ key }) => touchesCountry(key.corridor, subject)),
  };
}

async function contextOf(tx: Tx, operationId: Id, today: LocalDate): Promise<ReportContext> {
  const [operation, participants] = [await findOperation(tx, operationId), await listParticipants(tx, operationId)];
  if (!operation) throw new Problem("not-found", "operation.unknown");
  const { code, kind, datesMovedDays, plan } = operation;
  const { name, edition, zone, startsOn, endsOn, followUpEndsOn, handling, tier } = plan;
  const countries = participants.filter((row) => row.leftAt === null && row.administrationKind !== "organisation");
  return {
    ...{ code, kind, datesMovedDays, today, name, edition, zone, startsOn, endsOn, followUpEndsOn, handling, tier },
    participants: [...new Map(countries.map((row) => [row.administrationCode, row.officialName]))].map(
      ([administration, official]) => ({ code: administration, name: official }),
    ),
  };
}

/** SHA-256 of all counted values under their names, in hexadecimal digits: the same figures have the same one. */
export function hashOfFigures(results: Counted): string {
  const lines = figureLines(results).map(({ line, value }) => `${line}\t${value}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}
