import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { type Here, hereAlready } from "#db/queries/imported-before.server.ts";
import { type Import, type ImportRow, lastContents } from "#db/queries/imports.server.ts";
import { wrongGivenAt } from "../domain/clearance-time.ts";
import type { Id } from "../domain/id.ts";
import {
  caseOf,
  corrected,
  differences,
  type ImportedCase,
  inputOf,
  saidByFile,
  unfinished,
} from "../domain/import/case.ts";
import type { FieldNote } from "../domain/import/told.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import { fillSeizureForm } from "../domain/seizure-form/fill.ts";
import { hashOfContent, reportIdOf } from "./import-ids.server.ts";

/** All lines of one national case number. */
export type Case = { lines: ImportRow[] } & ImportedCase;

/** What is to be done with a case: nothing, a new report or draft, or a correction of what is here. */
export type Plan = { of: Case; content: string; seizureId: Id } & (
  | { act: "send"; input: SeizureInput }
  | { act: "draft"; form: Record<string, string | string[]> }
  | { act: "unchanged" }
  | { act: "update"; here: Here; differs: string[]; input: SeizureInput | null }
  | { act: "refuse"; notes: FieldNote[] }
  | { act: "leave" }
);

/** The cases of a page of lines, in the order of the file. */
export function casesOf(lines: readonly ImportRow[], answers: Import["answers"]): Case[] {
  const byCase = new Map<number, ImportRow[]>();
  for (const line of lines) byCase.set(line.caseRow, [...(byCase.get(line.caseRow) ?? []), line]);
  return [...byCase.values()].map((own) => ({ lines: own, ...caseOf(own, answers) }));
}

/** What each case asks for, held against what the agency has under its number already. */
export async function planCases(tx: Tx, member: Membership, of: Import, cases: readonly Case[]): Promise<Plan[]> {
  const { operationId, agencyId } = member;
  const named = cases.map((one) => ({ one, caseNo: caseNoOf(one) }));
  const caseNos = named.map(({ caseNo }) => caseNo).filter((caseNo) => caseNo !== "");
  const ids = caseNos.map((caseNo) => reportIdOf(operationId, agencyId, caseNo));
  const here = caseNos.length > 0 ? await hereAlready(tx, { operationId, agencyId, caseNos, ids }) : [];
  const known = await lastContents(
    tx,
    operationId,
    here.map(({ id }) => id),
  );
  const byCaseNo = new Map(here.map((row) => [row.caseNo, row]));
  const byId = new Map(here.map((row) => [row.id, row]));
  return named.map(({ one, caseNo }): Plan => {
    const seizureId = reportIdOf(operationId, agencyId, caseNo || `${of.id} ${one.lines[0]?.row}`);
    const found = caseNo === "" ? undefined : (byCaseNo.get(caseNo) ?? byId.get(seizureId));
    const content = hashOfContent(one.said);
    const planned = { of: one, content, seizureId: found?.id ?? seizureId };
    if (one.lines.some(({ status }) => status === "error")) return { ...planned, act: "leave" };
    if (found) return { ...planned, ...against(found, one, of, content, known.get(found.id)) };
    return { ...planned, ...anew(one, of, member, seizureId) };
  });
}

export const caseNoOf = ({ said }: Case) => (typeof said.nationalCaseNo === "string" ? said.nationalCaseNo : "");

type Act = Plan extends infer One ? (One extends Plan ? Omit<One, "of" | "content" | "seizureId"> : never) : never;

function anew(one: Case, of: Import, member: Membership, id: Id): Act {
  if (one.open.length > 0) {
    if (!of.drafts) return { act: "leave" };
    const { zone } = member.operation;
    const { id: _, ...form } = fillSeizureForm(unfinished(one.said, id), { mark: ".", zone });
    return { act: "draft", form: { ...form, id } };
  }
  const read = readInput(one, of, id);
  if (!read.input) return { act: "refuse", notes: read.notes };
  const notes = clearedBefore(read.input, of, member);
  return notes ? { act: "refuse", notes } : { act: "send", input: read.input };
}

/** What happened after the time at which the file is said to have been cleared was not cleared then. */
function clearedBefore(input: SeizureInput, { answers: { givenAt } }: Import, member: Membership): FieldNote[] | null {
  if (givenAt === undefined || member.clearanceSteps > 0) return null;
  const at = new Date(givenAt);
  const wrong = wrongGivenAt(at, input, { zone: member.operation.zone, now: at });
  return wrong ? [{ key: "import.given.before", field: "occurredOn" }] : null;
}

/** The report of a case, or in which fields the common rules of reports refuse it. */
export function readInput({ said, lines }: Case, { fileName }: Import, id: Id) {
  const rows = lines.map(({ row }) => String(row + 1)).join(", ");
  const origin = { source: fileName, row: rows.slice(0, 80), originalDate: "" };
  const { input, errors } = inputOf(said, id, origin);
  if (input) return { input, notes: null };
  const notes = Object.entries(errors).flatMap(([field, keys]) =>
    keys.map((error): FieldNote => ({ key: typeof error === "string" ? error : error.key, field })),
  );
  return { input: null, notes };
}

const CLOSED: Record<string, string> = {
  discarded: "import.here.discarded",
  erased: "import.here.erased",
  withdrawn: "import.here.withdrawn",
  merged: "import.here.merged",
};

function against(here: Here, one: Case, of: Import, content: string, last: string | undefined): Act {
  if (last === content) return { act: "unchanged" };
  const closed = CLOSED[here.state];
  if (closed) return { act: "refuse", notes: [{ key: closed, field: "nationalCaseNo" }] };
  const said = here.input ? saidByFile(one.said, here.input, of.sheet?.columns ?? []) : one.said;
  const differs = here.input ? differences(said, here.input) : ["draft"];
  if (differs.length === 0) return { act: "unchanged" };
  if (one.open.length > 0) return { act: "update", here, differs, input: null };
  const { input } = inputOf(here.input ? corrected(said, here.input) : said, here.id, {
    source: "",
    row: "",
    originalDate: "",
  });
  return { act: "update", here, differs, input: input && { ...input, ...keptOf(here, input) } };
}

/** What no file says and a correction leaves as it is. */
function keptOf({ input }: Here, read: SeizureInput) {
  if (!input) return {};
  return { origin: input.origin, audience: input.audience, held: input.held, nominal: read.nominal };
}
