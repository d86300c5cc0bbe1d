import { v7 as uuid } from "uuid";
import type { ContributionLine, ContributionsPageData } from "./components/operation-report/contribution-types.ts";
import { may } from "./domain/access.ts";
import { CONTRIBUTION_LAYOUTS } from "./domain/contribution/mapping.ts";
import type { ContributionRow } from "./domain/contribution/rows.ts";
import type { Id } from "./domain/id.ts";
import { contributionForm } from "./domain/operation-report/report-forms.ts";
import { type Contributed, contributedBy, rowsFor } from "./operation-report-files/contribution.server.ts";
import { filesOfEdition, mustReadEdition } from "./report-files-page.server.ts";
import type { Acting } from "./services/house.server.ts";
import { importIndexOf } from "./services/import-reading.server.ts";
import { memberOf, read } from "./services/write.server.ts";

type Named = { report: Id; number: number };

const LISTED = 50;

/** What the own agency can give to yearly reports out of a version; null for whoever hands out no cases. */
export async function contributionsPage(acting: Acting, named: Named): Promise<ContributionsPageData | null> {
  const { house } = acting;
  const index = await importIndexOf(acting);
  return read(acting, async (tx, self) => {
    await mustReadEdition(tx, self, named);
    const { operation, ...member } = memberOf(self);
    if (!may(member, "case.contribute", operation.state, member)) return null;
    const of = await contributedBy(tx, self, named, { house, index });
    const files = await filesOfEdition(tx, self, named);
    return {
      title: of.edition.title,
      number: named.number,
      asOf: of.edition.asOf.toISOString(),
      note: house.contributions.note,
      lines: [...CONTRIBUTION_LAYOUTS.map((name) => layoutLine(of, name)), caseSheetLine(of)],
      files: files.filter(({ form }) => contributionForm(form)),
      command: uuid(),
    };
  });
}

function layoutLine(of: Contributed, form: (typeof CONTRIBUTION_LAYOUTS)[number]): ContributionLine {
  const rows = rowsFor(of, form);
  // The first line of the sheet holds the headings.
  const issues = rows.flatMap(({ caseNo, issues: own }, at) => own.map((one) => ({ ...one, caseNo, row: at + 2 })));
  const { name } = of.house.contributions.layouts[form];
  return {
    ...{ form, name, rows: rows.length, cases: casesOf(rows) },
    ...{ issues: issues.slice(0, LISTED), allIssues: issues.length },
    issueRows: rows.filter(({ issues: own }) => own.length > 0).length,
  };
}

const casesOf = (rows: readonly ContributionRow[]) => new Set(rows.map(({ caseNo }) => caseNo)).size;

function caseSheetLine({ cases, house }: Contributed): ContributionLine {
  const rows = cases.reduce((sum, { input }) => sum + input.items.length, 0);
  const line = { form: "case_sheet" as const, name: house.cen.layouts.cen.name, rows, cases: cases.length };
  return { ...line, issues: [], allIssues: 0, issueRows: 0 };
}
