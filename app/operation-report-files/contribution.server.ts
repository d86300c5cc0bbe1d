import { buffer } from "node:stream/consumers";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { agencyNamed } from "#db/queries/case-exports.server.ts";
import { casesCountedAt, currentTerms } from "#db/queries/contributions.server.ts";
import type { Edition } from "#db/queries/operation-reports.server.ts";
import type { CenMapping } from "../domain/cen/mapping.ts";
import { type HandedCase, rowsOfCase } from "../domain/cen/out.ts";
import type { ContributionLayoutName } from "../domain/contribution/mapping.ts";
import { type ContributionNaming, type ContributionRow, contributionRows } from "../domain/contribution/rows.ts";
import { lettersIn } from "../domain/letters-in.ts";
import type { ContributionForm } from "../domain/operation-report/report-forms.ts";
import { Problem } from "../domain/problem.ts";
import { textFor } from "../messages/all.server.ts";
import { editionFor } from "../operation-report-page.server.ts";
import { namingOf } from "../services/cen-naming.server.ts";
import type { Acting, House } from "../services/house.server.ts";
import { importIndexOf } from "../services/import-reading.server.ts";
import { memberOf, mustBeAllowed, read } from "../services/write.server.ts";
import { type SheetOut, writeWorkbook } from "../spreadsheet/write-workbook.server.ts";

type Named = { report: string; number: number };
type Index = Awaited<ReturnType<typeof importIndexOf>>;
/** What of the own agency a version counted, and how things are called. */
export type Contributed = {
  edition: Edition;
  agency: string;
  cases: HandedCase[];
  index: Index;
  naming: ContributionNaming;
  house: House;
};

/** The own agency's cases as a frozen version counted them, for whoever hands out the agency's cases. */
export async function contributedBy(
  tx: Tx,
  self: Self,
  named: Named,
  doors: { house: House; index: Index },
): Promise<Contributed> {
  const member = memberOf(self);
  const { operationId, agencyId } = mustBeAllowed(self, "case.contribute", { agencyId: member.agencyId });
  const edition = await editionFor(tx, self, named);
  if (!edition) throw new Problem("not-found", "operation_report.edition.unknown");
  const { asOf, fromDay, toDay } = edition;
  const agency = await agencyNamed(tx, agencyId);
  const found = await casesCountedAt(tx, { operationId, agencyId, asOf, fromDay, toDay });
  const of = { agency: agency?.name ?? "", administration: agency?.administration ?? "" };
  const cases = found.map((one) => ({ ...one, ...of }));
  const terms = await currentTerms(tx);
  return { ...doors, edition, agency: of.agency, cases, naming: namesFor(doors.index, terms) };
}

function namesFor(index: Index, terms: ReadonlySet<string>): ContributionNaming {
  const text = textFor("en");
  const named = namingOf(index);
  return {
    goods: (code) => text.commodity(code),
    taxon: named.taxon,
    label: (list, code) => text.code(list, code),
    isCurrentTerm: (term) => terms.has(term),
  };
}

/** The rows of a layout, with what somebody should look at in each. */
export function rowsFor(
  { cases, naming, house: { contributions: mapping } }: Contributed,
  name: ContributionLayoutName,
): ContributionRow[] {
  const contributing = { layout: mapping.layouts[name], mapping, naming };
  return cases.flatMap((one) => contributionRows(one, contributing));
}

/** A contribution as a workbook. */
export async function contributionFile(acting: Acting, named: Named, form: ContributionForm): Promise<Uint8Array> {
  const index = await importIndexOf(acting);
  const of = await read(acting, (tx, self) => contributedBy(tx, self, named, { house: acting.house, index }));
  return buffer(writeWorkbook(form === "case_sheet" ? caseSheet(of) : layoutSheets(of, form)));
}

/** In the columns of CEN, without those that say what was new: what comes in again by them is the same. */
function caseSheet(of: Contributed): SheetOut[] {
  const { cen } = of.house;
  const layout = { ...cen.layouts.cen, columns: cen.layouts.cen.columns.filter(isOfTheCase) };
  const headings = layout.columns.map(({ heading }) => heading);
  const rows = of.cases.flatMap((one) => rowsOfCase(one, layout, cen, namingOf(of.index)));
  return [tableSheet(layout.sheet, headings, rows), aboutSheet(of, [layout.name, cen.version], cen.note)];
}

const isOfTheCase = ({ field }: CenMapping["layouts"]["cen"]["columns"][number]) =>
  field !== "mark" && field !== "changed";

function layoutSheets(of: Contributed, name: ContributionLayoutName): SheetOut[] {
  const { contributions } = of.house;
  const layout = contributions.layouts[name];
  const rows = rowsFor(of, name);
  const about = aboutSheet(of, [layout.name, contributions.version], contributions.note, layout.statement);
  const headings = layout.columns.map(({ heading }) => heading);
  const table = tableSheet(
    layout.sheet,
    headings,
    rows.map(({ cells }) => cells),
  );
  return [table, issuesSheet(rows), about];
}

function tableSheet(name: string, headings: readonly string[], rows: readonly (readonly string[])[]): SheetOut {
  const heads = headings.map((text) => ({ text, style: "heading" as const }));
  return {
    name,
    headed: true,
    tall: true,
    widths: headings.map((heading, at) => widthOf([heading, ...rows.map((row) => row[at] ?? "")])),
    rows: [heads, ...rows],
  };
}

/** Room for the longest cell; beyond that words take several lines. */
const widthOf = (cells: readonly string[]) =>
  cells.reduce((most, cell) => Math.min(48, Math.max(most, lettersIn(cell) + 3)), 14);

function issuesSheet(rows: readonly ContributionRow[]): SheetOut {
  const text = textFor("en");
  const lines = rows.flatMap(({ caseNo, issues }, at) =>
    issues.map(({ heading, why, value }) => [
      String(at + 2),
      caseNo,
      heading,
      text(`contribution.why.${why}`, { value }),
    ]),
  );
  const headings = (["row", "case", "column", "why"] as const).map((one) => text(`contribution.issue.${one}`));
  const sheet = tableSheet(text("contribution.issues"), headings, lines);
  return { ...sheet, widths: [8, 24, 36, 80] };
}

/** What this is, of whom, out of which version, and that it is no report by itself. */
function aboutSheet(
  { edition, agency }: Contributed,
  layout: readonly string[],
  note: string,
  statement?: string,
): SheetOut {
  const text = textFor("en");
  const { code, name } = edition.results.context;
  const version = text("operation_report.edition", { n: edition.number });
  const rows = [
    [...layout],
    ["", statement ?? text("contribution.statement")],
    [text("export.about.operation"), `${code} ${name}`],
    [text("export.about.agency"), agency],
    [text("contribution.about.report"), `${edition.title}, ${version}`],
    [text("contribution.about.as_of"), edition.asOf.toISOString()],
    [text("contribution.about.hash"), edition.hash],
    ["", text("contribution.since")],
    ["", note],
  ];
  return { name: "About", widths: [34, 110], headed: false, tall: true, rows };
}
