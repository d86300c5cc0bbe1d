import type { Tx } from "#db/client.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { listCommodityGroups } from "#db/queries/reference.server.ts";
import type { Id } from "../domain/id.ts";
import { type ReportKind, SUBJECT_MISSING, SUBJECT_OF } from "../domain/operation-report/report.ts";
import { Problem } from "../domain/problem.ts";

/** What sheets can be about: administrations that take part, by their official names, and groups of goods. */
export type ReportSubjects = { administrations: { code: string; name: string }[]; groups: string[] };

export async function subjectsOf(tx: Tx, operationId: Id): Promise<ReportSubjects> {
  const taking = (await listParticipants(tx, operationId)).filter(
    ({ leftAt, administrationKind }) => leftAt === null && administrationKind !== "organisation",
  );
  const named = new Map(taking.map(({ administrationCode, officialName }) => [administrationCode, officialName]));
  return {
    administrations: [...named].map(([code, name]) => ({ code, name })),
    groups: await listCommodityGroups(tx),
  };
}

/** A sheet about nobody who takes part, or about no goods of the list, is not begun. */
export async function mustKnowSubject(
  tx: Tx,
  operationId: Id,
  { kind, subject }: { kind: ReportKind; subject: string | null },
): Promise<void> {
  const named = SUBJECT_OF[kind];
  if (!named) return;
  const { administrations, groups } = await subjectsOf(tx, operationId);
  const known = named === "group" ? groups : administrations.map(({ code }) => code);
  if (subject !== null && known.includes(subject)) return;
  throw new Problem("invalid", "body.invalid", {}, { fields: { [named]: [SUBJECT_MISSING[named]] } });
}
