import { addDecimals } from "../exact-decimal.ts";
import type { Id } from "../id.ts";
import { OUTCOME_KINDS, type OutcomeKind } from "./kinds.ts";
import type { OutcomeSaid } from "./said.ts";

/** An outcome that stood at the cut-off; without a case where its record is none, or none that the reader counts. */
export type ToldOutcome = { said: OutcomeSaid; agency: Id | null; case: Id | null };

/** Cases that the reader reads: of one agency each. One of several agencies is of each of them, and one in all. */
export type CasesOf = { all: number; byAgency: Readonly<Record<Id, number>> };

/** Of so many cases, in how many something was told; in the others nothing is known, which is not that there was nothing. */
export type Told = { told: number; of: number };

export type Sum = { unit: string; amount: string };

/** What was told of one kind with one answer. */
export type ToldDetail = {
  kind: OutcomeKind;
  /** The verdict, the sanction, the measure, the finding or the disposal; empty where the kind has none. */
  code: string;
  outcomes: number;
  cases: number;
  /** Persons, as far as they were counted; null where the kind counts none. */
  persons: number | null;
  /** Amounts, each measure by itself. */
  sums: Sum[];
  /** Outcomes whose persons or amounts nobody said. */
  unsaid: number;
};

export type OutcomeTable = {
  of: number;
  kinds: ({ kind: OutcomeKind; outcomes: number } & Told)[];
  /** With any outcome at all. */
  any: Told;
  agencies: { agency: Id; any: Told; kinds: Record<OutcomeKind, Told> }[];
  details: ToldDetail[];
  /** Outcomes of records that count as no case. */
  apart: number;
};

/** What came of the cases, by kind and by agency. Each share has the cases it is a share of beside it. */
export function tabulate(cases: CasesOf, outcomes: readonly ToldOutcome[]): OutcomeTable {
  const counted = outcomes.filter((outcome) => outcome.case !== null);
  const ofKind = (kind: OutcomeKind) => counted.filter(({ said }) => said.kind === kind);
  return {
    of: cases.all,
    kinds: OUTCOME_KINDS.map((kind) => ({
      kind,
      outcomes: ofKind(kind).length,
      told: casesIn(ofKind(kind)),
      of: cases.all,
    })),
    any: { told: casesIn(counted), of: cases.all },
    agencies: Object.entries(cases.byAgency).map(([agency, of]) => {
      const own = counted.filter((outcome) => outcome.agency === agency);
      const told = (kind: OutcomeKind) => ({ told: casesIn(own.filter(({ said }) => said.kind === kind)), of });
      return { agency, any: { told: casesIn(own), of }, kinds: eachKind(told) };
    }),
    details: OUTCOME_KINDS.flatMap((kind) => detailsOf(kind, ofKind(kind))),
    apart: outcomes.length - counted.length,
  };
}

const casesIn = (outcomes: readonly ToldOutcome[]) => new Set(outcomes.map((outcome) => outcome.case)).size;

function eachKind(told: (kind: OutcomeKind) => Told): Record<OutcomeKind, Told> {
  return Object.fromEntries(OUTCOME_KINDS.map((kind) => [kind, told(kind)])) as Record<OutcomeKind, Told>;
}

function detailsOf(kind: OutcomeKind, outcomes: readonly ToldOutcome[]): ToldDetail[] {
  const byCode = new Map<string, ToldOutcome[]>();
  for (const outcome of outcomes) {
    const code = codeOf(outcome.said);
    byCode.set(code, [...(byCode.get(code) ?? []), outcome]);
  }
  const details = [...byCode].map(([code, rows]) => ({
    ...{ kind, code, outcomes: rows.length, cases: casesIn(rows) },
    persons: personsIn(rows),
    sums: sumsOf(rows),
    unsaid: rows.filter(({ said }) => leavesOpen(said)).length,
  }));
  return details.sort((left, right) => right.cases - left.cases || (left.code < right.code ? -1 : 1));
}

function codeOf(said: OutcomeSaid): string {
  switch (said.kind) {
    case "laboratory":
      return said.finding;
    case "charge":
      return "";
    case "verdict":
      return said.result;
    case "sentence":
      return said.sanction;
    case "assets":
      return said.measure;
    case "disposal":
      return said.disposal;
  }
}

function personsIn(rows: readonly ToldOutcome[]): number | null {
  const told = rows.flatMap(({ said }) => ("persons" in said && said.persons !== null ? [said.persons] : []));
  return told.length === 0 ? null : told.reduce((sum, persons) => sum + persons, 0);
}

/** Whether how many or how much was left unsaid. */
function leavesOpen(said: OutcomeSaid): boolean {
  if ("persons" in said) return said.persons === null;
  if (said.kind === "assets") return said.amount === null;
  return said.kind === "disposal" && said.quantity === null;
}

/** Amounts of one currency or unit together, and never across them. */
function sumsOf(rows: readonly ToldOutcome[]): Sum[] {
  const byUnit = new Map<string, string[]>();
  for (const { said } of rows) {
    const measured = measureOf(said);
    if (measured) byUnit.set(measured.unit, [...(byUnit.get(measured.unit) ?? []), measured.amount]);
  }
  return [...byUnit].map(([unit, amounts]) => ({ unit, amount: addDecimals(amounts) })).sort(byUnitName);
}

const byUnitName = (left: Sum, right: Sum) => (left.unit < right.unit ? -1 : 1);

function measureOf(said: OutcomeSaid): Sum | null {
  if (said.kind === "disposal") return whole(said.quantity, said.unit);
  if (said.kind === "assets" || said.kind === "sentence") return whole(said.amount, said.currency);
  return null;
}

const whole = (amount: string | null, unit: string | null): Sum | null =>
  amount === null || unit === null ? null : { amount, unit };
