import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { askedOf, type ChosenRow, casesByNumber, chosenFor, chosenReports } from "#db/queries/highlights.server.ts";
import { knownOf } from "#db/queries/media.server.ts";
import { listReports, type OperationReport } from "#db/queries/operation-reports.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { memberNames } from "#db/queries/seizures.server.ts";
import type {
  AskedLine,
  FoundCases,
  HighlightLine,
  HighlightsOfCase,
} from "./components/highlights/highlight-types.ts";
import { may } from "./domain/access.ts";
import { Id } from "./domain/id.ts";
import { type ReportHighlight, stateOf } from "./domain/operation-report/highlight.ts";
import type { ReportAudience } from "./domain/operation-report/report.ts";
import { Text } from "./domain/text.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** Cases chosen for a draft, each with what its owners said. */
export async function chosenInDraft(
  tx: Tx,
  operationId: Id,
  { id, audience }: Pick<OperationReport, "id" | "audience">,
): Promise<HighlightLine[]> {
  const rows = await chosenFor(tx, id);
  const line = await namesFor(tx, operationId, rows);
  return rows.map((row) => line(row, audience));
}

/** A chosen case as it would stand in a version that is frozen now; none where it is not cleared. */
export function asFrozen(line: HighlightLine): ReportHighlight[] {
  if (line.state !== "cleared") return [];
  const { seizure, version, caseNo, reporter, day, words, handling, owners } = line;
  const cleared = owners.map(({ agency, at }) => ({ agency, at: at ?? line.at }));
  return [{ seizure, version, caseNo, reporter, day, words, handling, cleared }];
}

/** What is asked of the own agency, what waits first. */
export async function askedPage(tx: Tx, self: Self) {
  const own = { agencyId: self.member?.agencyId };
  const member = mustBeAllowed(self, "operation_report.read_asked", own);
  const rows = (await askedOf(tx)).filter(({ stands }) => stands);
  const line = await namesFor(tx, member.operationId, rows);
  const lines = rows.map(({ report, title, kind, reportAudience, published, ...row }): AskedLine => {
    const asked = line(row, reportAudience);
    return {
      ...asked,
      report: { id: report, title, kind, audience: reportAudience },
      own: asked.owners.find(({ id }) => id === member.agencyId)?.answer ?? null,
      published,
    };
  });
  const mayAnswer = may(member, "operation_report.clear_highlight", member.operation.state, own);
  return { lines, mayAnswer, command: uuid() };
}

/** The names of agencies and of people behind the ids of these rows. */
async function namesFor(tx: Tx, operationId: Id, rows: readonly ChosenRow[]) {
  const said = rows.flatMap(({ author, answers }) => [author, ...answers.map(({ member }) => member)]);
  const [agencies, people, known] = await Promise.all([
    rows.length === 0 ? [] : listParticipants(tx, operationId),
    memberNames(tx, operationId, said),
    knownOf(
      tx,
      operationId,
      rows.map(({ seizure }) => seizure),
    ),
  ]);
  const names = new Map(agencies.map(({ agencyId, agencyName }) => [agencyId, agencyName]));
  return (row: ChosenRow, audience: ReportAudience): HighlightLine => {
    const { seizure, version, words, caseNo, reporter, day, handling } = row;
    const owners = row.owners.map((id) => {
      const word = row.answers.find(({ agency }) => agency === id);
      return {
        ...{ id, agency: names.get(id) ?? "", answer: word?.answer ?? null, reason: word?.reason ?? "" },
        ...{ by: people[word?.member ?? ""] ?? "", at: word?.at ?? null },
      };
    });
    return {
      ...{ seizure, version, words, caseNo, reporter, day, handling, audience: row.audience },
      ...{ state: stateOf(row, audience), author: people[row.author] ?? "", at: row.at.toISOString() },
      known: known
        .filter(({ seizureId }) => seizureId === seizure)
        .map(({ id, outlet, source, day: on }) => ({ id, outlet, source, day: on })),
      owners: owners.sort((left, right) => (left.agency < right.agency ? -1 : 1)),
    };
  };
}

/** So many cases are offered at once; a longer number finds fewer. */
const OFFERED = 8;

const Asked = Text(60).catch("");

/** What of a number, or which case, an address asks for; nothing where it is no text. */
export function caseAskedIn(request: Request): string {
  return Asked.parse(new URL(request.url).searchParams.get("case") ?? "");
}

/** Cases whose number has this in it, by either of their numbers, or the one that a page led from. */
export async function casesFor(tx: Tx, self: Self, report: Id, asked: string): Promise<FoundCases | null> {
  if (asked === "") return null;
  const { operationId } = mustBeAllowed(self, "operation_report.read");
  const numbered = Id.safeParse(asked).success
    ? [{ id: asked, caseNo: null }]
    : await casesByNumber(tx, operationId, asked, OFFERED);
  const ids = numbered.map(({ id }) => id);
  const [facts, chosen] = [await visibleFacts(tx, operationId, ids), await chosenFor(tx, report)];
  const found = numbered.flatMap(({ id, caseNo }) => {
    const fact = facts.find((one) => one.id === id);
    return fact ? [{ fact, caseNo, chosen: chosen.some(({ seizure }) => seizure === id) }] : [];
  });
  const [first] = found;
  return { asked: first?.fact.id === asked ? first.fact.messageNo : asked, cases: found };
}

/** Which open reports the reader may choose a case for, or have something asked of the own agency about it. */
export async function highlightsOfCase(
  tx: Tx,
  self: Self,
  { id, state }: { id: Id; state: string },
): Promise<HighlightsOfCase | null> {
  const member = memberOf(self);
  const { operationId, operation, agencyId } = member;
  if (may(member, "operation_report.clear_highlight", operation.state, { agencyId })) {
    const rows = (await askedOf(tx)).filter((row) => row.seizure === id && row.stands && !row.published);
    const open = rows.filter(({ answers }) => !answers.some(({ agency }) => agency === agencyId));
    return { reports: [], asked: open.length };
  }
  const counts = state === "submitted" || state === "verified";
  if (!counts || !may(member, "operation_report.draft", operation.state)) return null;
  const [drafts, chosen] = [await listReports(tx, operationId), await chosenReports(tx, operationId, id)];
  const open = drafts.filter(({ report }) => report.droppedAt === null);
  return {
    reports: open.map(({ report }) => ({ id: report.id, title: report.title, chosen: chosen.includes(report.id) })),
    asked: 0,
  };
}
