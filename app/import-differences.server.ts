import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { linesOfCases } from "#db/queries/import-rows.server.ts";
import { type Here, hereAlready } from "#db/queries/imported-before.server.ts";
import type { Import, ImportRow } from "#db/queries/imports.server.ts";
import { corrected, saidByFile, unfinished } from "./domain/import/case.ts";
import type { SeizureInput } from "./domain/seizure.ts";
import { fillSeizureForm } from "./domain/seizure-form/fill.ts";
import type { FormFields } from "./domain/seizure-form/rows.ts";
import { type Case, caseNoOf, casesOf } from "./services/import-cases.server.ts";

/** What is here, and what the file would make of it, in the fields of the form. */
export type RowDifference = { before: FormFields; after: FormFields };

const LINES_OF_CASES = 1_000;

/** For each case that differs from what is here: both, by its first line. */
export async function differencesOf(
  tx: Tx,
  member: Membership,
  of: Import,
  rows: readonly ImportRow[],
): Promise<Map<number, RowDifference>> {
  const differing = [...new Set(rows.filter(({ outcome }) => outcome === "updated").map(({ caseRow }) => caseRow))];
  if (differing.length === 0) return new Map();
  const cases = casesOf(await linesOfCases(tx, of, differing, LINES_OF_CASES), of.answers);
  const { operationId, agencyId } = member;
  const ids = cases.flatMap(({ lines }) => lines[0]?.seizureId ?? []);
  const here = await hereAlready(tx, { operationId, agencyId, caseNos: cases.map(caseNoOf), ids });
  const known = new Map(here.map((one) => [one.caseNo, one]));
  return new Map(
    cases.flatMap((one) => {
      const [first, own] = [one.lines[0], known.get(caseNoOf(one))];
      const told = own && differenceOf(one, own, of, member.operation.zone);
      return first && told ? [[first.caseRow, told] as const] : [];
    }),
  );
}

function differenceOf({ said }: Case, { id, input, form }: Here, of: Import, zone: string): RowDifference | null {
  const filled = (report: SeizureInput) => fillSeizureForm(report, { mark: ".", zone });
  if (!input) return form && { before: form, after: onlySaid(filled(unfinished(said, id)), form) };
  const told = corrected(saidByFile(said, input, of.sheet?.columns ?? []), input);
  return { before: filled(input), after: filled({ ...input, ...(told as Partial<SeizureInput>) }) };
}

/** A draft keeps what the file does not say. */
function onlySaid(fields: FormFields, form: FormFields): FormFields {
  const told = Object.entries(fields).filter(([, value]) => value.length > 0);
  return { ...form, ...Object.fromEntries(told) };
}
