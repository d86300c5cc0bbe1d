import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText, Text } from "../text.ts";

/** A question that is open for longer than that is overdue. */
export const QUESTION_OVERDUE_MS = 24 * 60 * 60_000;

/** What a sheet speaks of, in the order in which it is read. */
export const SHEET_KINDS = [
  "warning",
  "question",
  "tally",
  "tally_question",
  "clearance",
  "late_report",
  "promise",
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** `open`: neither new since the last handover nor overdue nor promised, but not done either. */
export const SHEET_GROUPS = ["overdue", "promised", "new", "open"] as const;
export type SheetGroup = (typeof SHEET_GROUPS)[number];

/** One thing that is open, by ids, codes and instants; what it says is looked up by whoever may read it. */
export type OpenMatter = {
  kind: SheetKind;
  /** Of the question, report, entry; for others put together from what they are about. */
  id: string;
  agencyId: Id;
  /** Since when it is open. */
  since: string;
  day?: string;
  seizure?: Id;
  goods?: string;
  alarm?: "gap" | "handover";
  /** The last request and the last reminder of a tally. */
  asked?: string | null;
  reminded?: string | null;
};
export type SheetItem = OpenMatter & { group: SheetGroup };

/** `operation`: of all agencies, for a coordination unit; `agency`: of the own one. */
export type SheetScope = "operation" | "agency";

/** How many of a kind, and how many of these are overdue. */
export type SheetCount = { kind: SheetKind; n: number; overdue: number };

/** A sheet as it is drafted, and as it is kept once signed. `since`: the handover before it. */
export type Sheet = {
  scope: SheetScope;
  at: string;
  since: string | null;
  counts: SheetCount[];
  items: SheetItem[];
};

/** In one group each: a promise is one whatever its age, what is overdue is so whether or not it is new. */
function groupOf({ kind, since }: OpenMatter, at: Date, last: Date | null): SheetGroup {
  if (kind === "promise") return "promised";
  if (isOverdue(kind, at.getTime() - Date.parse(since))) return "overdue";
  return last === null || Date.parse(since) > last.getTime() ? "new" : "open";
}

/** A missing tally is past its deadline, and a warning is overdue as soon as what it warns of has begun. */
function isOverdue(kind: SheetKind, age: number): boolean {
  if (kind === "question" || kind === "tally_question") return age > QUESTION_OVERDUE_MS;
  return kind === "tally" || (kind === "warning" && age >= 0);
}

/** The sheet of what is open at an instant: each matter in its group, the oldest of a kind first. */
export function sheetOf(matters: readonly OpenMatter[], scope: SheetScope, at: Date, last: Date | null): Sheet {
  const order = (item: OpenMatter) => SHEET_KINDS.indexOf(item.kind);
  const items = matters
    .map((matter): SheetItem => ({ ...matter, group: groupOf(matter, at, last) }))
    .sort((left, right) => order(left) - order(right) || Date.parse(left.since) - Date.parse(right.since));
  const counts = SHEET_KINDS.flatMap((kind): SheetCount[] => {
    const own = items.filter((item) => item.kind === kind);
    const overdue = own.filter(({ group }) => group === "overdue").length;
    return own.length > 0 ? [{ kind, n: own.length, overdue }] : [];
  });
  return { scope, at: at.toISOString(), since: last?.toISOString() ?? null, counts, items };
}

/** What a sheet says, without its instant: two with the same are the same sheet. */
export function gistOf({ scope, items }: Sheet): string {
  return [scope, ...items.map(({ kind, id, group }) => `${kind} ${id} ${group}`).sort()].join("\n");
}

/** `seen`: the digest of the sheet as the signer saw it. */
export const HandoverInput = z.object({ id: Id, seen: RequiredText(64), remark: Text(1000) });
export type HandoverInput = z.infer<typeof HandoverInput>;
