import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import {
  countNoted,
  isAsked,
  linesOfCases,
  listImports,
  pageOfRows,
  senderOf,
} from "#db/queries/import-rows.server.ts";
import { findImport, type Import, type ImportRow, partsHere } from "#db/queries/imports.server.ts";
import { listCodes } from "#db/queries/reference.server.ts";
import { taxonNames } from "#db/queries/taxa.server.ts";
import { agencyZone } from "./agency-zone.server.ts";
import type {
  FileAsks,
  GridRow,
  ImportColumn,
  ImportGrid,
  ImportLine,
  ImportPageData,
} from "./components/import/import-types.ts";
import { may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import { agreeing } from "./domain/import/agreed.ts";
import { caseOf } from "./domain/import/case.ts";
import { isOwnHeading } from "./domain/import/own-columns.ts";
import { countStandings, ROW_STANDINGS, type RowStanding, standingOf } from "./domain/import/progress.ts";
import { OF_THE_FILE } from "./domain/import/row-checks.ts";
import { type RowSaid, saidBy } from "./domain/import/said.ts";
import { Problem } from "./domain/problem.ts";
import { differencesOf } from "./import-differences.server.ts";
import { clockOf } from "./messages/wall-clock.ts";
import { memberOf } from "./services/write.server.ts";

/** Files are of those who write reports, and nobody else's. */
export function writesReports(member: Membership): boolean {
  return member.role === "ncp" || member.role === "reporter";
}

const writesNow = (member: Membership) =>
  may(member, "report.write", member.operation.state, { agencyId: member.agencyId, unitId: member.unitId });

const LISTED = 100;

/** The agency's files on their way in, as far as the reader's seat has them. */
export async function importsPage(tx: Tx, member: Membership) {
  const { operationId, agencyId } = member;
  const found = await listImports(tx, operationId, agencyId, LISTED);
  const lines: ImportLine[] = [];
  for (const { by, madeAt, ...file } of found) {
    const received = file.state === "uploading" ? await bytesHere(tx, { operationId, id: file.id }) : 0;
    lines.push({ ...file, by: by ?? "", madeAt: madeAt.toISOString(), received });
  }
  return { lines, mayWrite: writesNow(member) };
}

async function bytesHere(tx: Tx, key: { operationId: Id; id: Id }): Promise<number> {
  return (await partsHere(tx, key)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The file in the address; one that is not of the reader's seat is not there. */
export async function importInAddress(tx: Tx, member: Membership, importId: string | undefined): Promise<Import> {
  const id = Id.safeParse(importId);
  const of = id.success && (await findImport(tx, { operationId: member.operationId, id: id.data }));
  if (!of) throw new Problem("not-found", "import.unknown");
  return of;
}

/** How far a file is: what of it has come, and how many of its lines the work under way is done with. */
export async function importProgress(tx: Tx, of: Import) {
  const { state, rows, done, cancelAsked } = of;
  const places = state === "uploading" ? (await partsHere(tx, of)).map(({ place }) => place) : [];
  return { state, rows, done, cancelAsked, places };
}

/** Everything that the page of one file shows. */
export async function importPage(tx: Tx, self: Self, of: Import, params: URLSearchParams) {
  const member = memberOf(self);
  const [by, received, columns, codes, grid] = await Promise.all([
    senderOf(tx, of.personId),
    of.state === "uploading" ? bytesHere(tx, of) : 0,
    columnsOf(tx, of),
    listCodes(tx, "handling"),
    gridOf(tx, member, of, readLook(params)),
  ]);
  const { id, fileName, fileBytes, state, rows, done, counts, refusal, cancelAsked, mode } = of;
  const line: ImportLine = {
    ...{ id, fileName, fileBytes, state, rows, done, counts, refusal, by, received },
    madeAt: of.madeAt.toISOString(),
  };
  const commands = { map: uuid(), answer: uuid(), start: uuid(), correct: uuid(), cancel: uuid() };
  const noted = (sentence: string) => (of.state === "read" ? countNoted(tx, of, sentence) : 0);
  const doubts = { outside: await noted(OF_THE_FILE.outside), abroad: await noted(OF_THE_FILE.abroad) };
  const asked = {
    order: await isAsked(tx, of, "import.date.order"),
    mark: await isAsked(tx, of, "import.number.thousands"),
  };
  const asks = { ...asksOf(of, codes, asked), ...doubts };
  const layout = of.sheet?.layout ?? null;
  const sheets = of.sheet?.of ?? null;
  const given = await givenFor(tx, self, of);
  return { line, layout, sheets, cancelAsked, mode, columns, asks, grid, given, mayWrite: writesNow(member), commands };
}

/** By whose clock, and with what begins, when the cases were cleared: of those alone that clear in no step here. */
async function givenFor(tx: Tx, self: Self, { answers: { givenAt } }: Import): Promise<ImportPageData["given"]> {
  if (memberOf(self).clearanceSteps > 0) return null;
  const zone = await agencyZone(tx, self);
  if (givenAt === undefined) return { zone, at: "" };
  const { day, time } = clockOf(zone, new Date(givenAt));
  return { zone, at: `${day}T${time}` };
}

const SAMPLED = 30;
const SAMPLES = 3;

async function columnsOf(tx: Tx, of: Import): Promise<ImportColumn[]> {
  const { sheet } = of;
  if (!sheet) return [];
  const rows = await pageOfRows(tx, of, { standings: [], limit: SAMPLED });
  return sheet.headings.flatMap((heading, at) => {
    if (isOwnHeading(heading)) return [];
    const cells = rows.map(({ written }) => (written[at] ?? "").trim()).filter((cell) => cell !== "");
    const samples = [...new Set(cells)].slice(0, SAMPLES).map((cell) => cell.slice(0, 80));
    return [{ at, heading: heading.trim(), holds: sheet.columns[at] ?? null, samples }];
  });
}

function asksOf(
  { sheet, answers }: Import,
  codes: readonly { code: string }[],
  asked: Pick<FileAsks, "order" | "mark">,
): Omit<FileAsks, "outside" | "abroad"> {
  const has = (...targets: readonly string[]) =>
    (sheet?.columns ?? []).some((target) => target !== null && targets.includes(target));
  return {
    handlingInFile: has("handling"),
    ...asked,
    answers,
    codes: codes.map(({ code }) => code),
  };
}

type GridLook = { standing: RowStanding | null; after?: number; before?: number; at: number };

const Place = z.coerce.number().int().min(0).max(10_000_000);

/** What of the rows the address asks for; what it cannot mean is passed over. */
function readLook(params: URLSearchParams): GridLook {
  const standing = ROW_STANDINGS.find((one) => one === params.get("show")) ?? null;
  const place = (name: string) => {
    const word = params.get(name);
    const read = word === null || word === "" ? null : Place.safeParse(word);
    return read?.success ? read.data : undefined;
  };
  return { standing, after: place("after"), before: place("before"), at: Math.max(1, place("at") ?? 1) };
}

const GRID_ROWS = 50;
/** So many lines of the cases on a page are looked at for what keeps them back. */
const LINES_OF_CASES = 1_000;

async function gridOf(
  tx: Tx,
  member: Membership,
  of: Import,
  { standing, after, before, at }: GridLook,
): Promise<ImportGrid> {
  const standings = standing ? [standing] : [];
  const found = await pageOfRows(tx, of, { standings, after, before, limit: GRID_ROWS });
  const cases = [...new Set(found.filter(({ outcome }) => outcome === "").map(({ caseRow }) => caseRow))];
  const [lines, differing] = await Promise.all([
    linesOfCases(tx, of, cases, LINES_OF_CASES),
    differencesOf(tx, member, of, found),
  ]);
  const taxa = found.flatMap(({ fields }) => saidBy(fields).items.flatMap(({ taxonId }) => taxonId ?? []));
  const names = await taxonNames(tx, taxa);
  const sums = countStandings(of.counts);
  const total = standing ? sums[standing] : Object.values(sums).reduce((sum, n) => sum + n, 0);
  const rows = found.map((line) => ({
    ...gridRow(line, of, lines, names),
    differs: differing.get(line.caseRow) ?? null,
  }));
  const [first, last] = [found[0]?.row, found.at(-1)?.row];
  const full = found.length === GRID_ROWS;
  const address = (place: Record<string, string | number>) =>
    `?${new URLSearchParams({ ...(standing && { show: standing }), ...stringsOf(place) })}`;
  return {
    standing,
    rows,
    from: at,
    total,
    next:
      last !== undefined && (full || before !== undefined) && at + found.length <= total
        ? address({ after: last, at: at + found.length })
        : null,
    previous: first !== undefined && at > 1 ? address({ before: first, at: Math.max(1, at - GRID_ROWS) }) : null,
  };
}

const stringsOf = (place: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(place).map(([name, value]) => [name, String(value)]));

type Names = ReadonlyMap<string, string>;

/** Goods with the scientific name of what they were found to be. */
const withTaxa = (said: RowSaid, names: Names): RowSaid => ({
  ...said,
  items: said.items.map((item) => ({ ...item, taxonText: names.get(item.taxonId ?? "") ?? item.taxonText })),
});

function gridRow(line: ImportRow, of: Import, lines: readonly ImportRow[], names: Names): Omit<GridRow, "differs"> {
  const { row, outcome, written, mended, fields, questions, notes, seizureId } = line;
  const columns = of.sheet?.columns ?? [];
  const cells = (of.sheet?.headings ?? []).flatMap((heading, at) => {
    const [own, holds] = [written[at] ?? "", columns[at] ?? null];
    if (isOwnHeading(heading) || (holds === null && own.trim() === "")) return [];
    return [{ at, heading: heading.trim(), holds, written: own, mended: mended[String(at)] ?? null }];
  });
  const kin = outcome === "" && line.status !== "error" ? lines.filter(({ caseRow }) => caseRow === line.caseRow) : [];
  const asked = new Set(kin.flatMap((one) => one.questions));
  const open = kin.length > 1 ? caseOf(kin, of.answers).open : [];
  return {
    ...{ row, outcome, cells, notes, seizureId },
    standing: standingOf(line),
    said: withTaxa(saidBy(fields), names),
    questions: questions.map((field) => ({ field, agree: agreeing(line, field) })),
    heldBy: kin
      .filter((one) => one.row !== row && (one.status === "error" || one.status === "question"))
      .map((one) => one.row),
    contradicts: open.filter((field) => field !== "handling" && !asked.has(field)),
    forgotten: written.length === 0 && line.status !== "skip",
  };
}
