import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import {
  type CaseExport,
  exportRows,
  findExport,
  handableAfter,
  listExports,
} from "#db/queries/case-exports.server.ts";
import { senderOf } from "#db/queries/import-rows.server.ts";
import type { ExportLine, ExportPageData, ExportsPageData } from "./components/export/export-types.ts";
import { may } from "./domain/access.ts";
import { CASE_MARKS, type CaseMark, type CenMapping } from "./domain/cen/mapping.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";

/** Whose page this is, in any state of the operation: what was handed out can always be looked up. */
export function handsOut({ role }: Membership): boolean {
  return role === "ncp" || role === "lead" || role === "ocu";
}

const makesNow = (member: Membership) =>
  may(member, "case.hand_out", member.operation.state, { agencyId: member.agencyId });

const LISTED = 100;

/** The agency's exports, and what a new one would hold. */
export async function exportsPage(tx: Tx, member: Membership, cen: CenMapping): Promise<ExportsPageData> {
  const [found, first] = await Promise.all([listExports(tx, member, LISTED), handableAfter(tx, member, "", 1)]);
  const lines = found.map(({ by, madeAt, endedAt: _, ...one }) => ({
    ...one,
    by: by ?? "",
    madeAt: madeAt.toISOString(),
  }));
  const layouts = { cen: cen.layouts.cen.name, cencomm: cen.layouts.cencomm.name };
  return {
    lines,
    handable: first.length > 0,
    mayMake: makesNow(member),
    layouts,
    note: cen.note,
    command: uuid(),
    fresh: uuid(),
  };
}

/** The export in the address; one that is not of the reader's agency is not there. */
export async function exportInAddress(tx: Tx, member: Membership, exportId: string | undefined): Promise<CaseExport> {
  const id = Id.safeParse(exportId);
  const of = id.success && (await findExport(tx, { operationId: member.operationId, id: id.data }));
  if (!of) throw new Problem("not-found", "export.unknown");
  return of;
}

const SHOWN = 50;
const Place = z.coerce.number().int().min(-1).max(10_000_000).catch(-1);

/** Everything that the page of one export shows. */
export async function exportPage(
  tx: Tx,
  member: Membership,
  of: CaseExport,
  params: URLSearchParams,
  cen: CenMapping,
): Promise<ExportPageData> {
  const mark = CASE_MARKS.find((one) => one === params.get("show")) ?? null;
  const after = Place.parse(params.get("after") ?? -1);
  const from = Math.max(1, Place.parse(params.get("at") ?? 1));
  const [by, rows] = await Promise.all([
    senderOf(tx, of.personId),
    of.state === "done" ? exportRows(tx, of, { mark, after, limit: SHOWN }) : [],
  ]);
  const total = totalOf(of, mark);
  const last = rows.at(-1);
  const show: Record<string, string> = mark ? { show: mark } : {};
  const more = last && rows.length === SHOWN && from + rows.length <= total;
  const at = { after: String(last?.place ?? -1), at: String(from + rows.length) };
  return {
    line: lineOf(of, by),
    after: of.after,
    layout: cen.layouts[of.layout].name,
    note: cen.note,
    mayMake: makesNow(member),
    cases: {
      rows: rows.map(({ seizureId, caseNo, version, mark: stands, changed }) => ({
        ...{ seizureId, caseNo, version, mark: stands, changed },
      })),
      ...{ mark, from, total, next: more ? `?${new URLSearchParams({ ...show, ...at })}` : null },
    },
    commands: { goOn: uuid(), drop: uuid() },
  };
}

function lineOf({ madeAt, ...of }: CaseExport, by: string): ExportLine {
  const { id, layout, number, scope, state, seen, expected, counts } = of;
  return { id, layout, number, scope, state, seen, expected, counts, by, madeAt: madeAt.toISOString() };
}

/** What was looked at and says the same is in the workbook only where all was asked for. */
function totalOf({ counts, scope }: CaseExport, mark: CaseMark | null): number {
  const inside = { ...counts, unchanged: scope === "all" ? counts.unchanged : 0 };
  return mark ? inside[mark] : CASE_MARKS.reduce((sum, one) => sum + inside[one], 0);
}
