import type { Tx } from "#db/client.server.ts";
import { beginAs, type Membership, type Self } from "#db/queries/acting.server.ts";
import { countNoted } from "#db/queries/import-rows.server.ts";
import {
  addImport,
  addPart,
  changeImport,
  countRows,
  dropParts,
  type Import,
  keepImport,
  keepMapping,
  lockImport,
  partsHere,
} from "#db/queries/imports.server.ts";
import { startSession } from "#db/queries/sign-in.server.ts";
import { notYet } from "../domain/clearance-time.ts";
import type { Id } from "../domain/id.ts";
import type { Target } from "../domain/import/columns.ts";
import { ofSender } from "../domain/import/own-columns.ts";
import { MOST_AT_ONCE, MOST_FILE_BYTES } from "../domain/import/progress.ts";
import { OF_THE_FILE } from "../domain/import/row-checks.ts";
import type { ImportAnswers } from "../domain/import/sheet.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { fingerprintOf } from "./import-reading.server.ts";
import { ownUnit } from "./reports.server.ts";
import { hashOfToken, proofOf, tokenOfCommand } from "./secrets.server.ts";
import { type Command, memberOf, mustBeAllowed, type Outcome, orRefuse, write } from "./write.server.ts";

export const MOST_PART_BYTES = 4 * 1_048_576;
/** A session for one piece of work: long enough for the largest file on a slow machine. */
const WORK_HOURS = 24;

export type Part = { id: Id; fileName: string; fileBytes: number; place: number; content: Uint8Array };

/**
 * Takes a piece of a file; the same piece twice is taken once. With the last one the file waits to be read. Answers how
 * much of it is here.
 */
export async function receivePart(acting: Acting, part: Part): Promise<{ bytes: number; whole: boolean }> {
  const { house } = acting;
  if (part.fileBytes > MOST_FILE_BYTES || part.content.length > MOST_PART_BYTES || part.place < 0 || part.place > 500)
    throw new Problem("invalid", "import.file.large", { most: String(MOST_FILE_BYTES / 1_048_576) });
  if (part.content.length === 0) throw new Problem("invalid", "import.file.empty");
  return house.db.transaction(async (tx) => {
    const self = orRefuse(await beginAs(tx, acting.token, acting.operationId));
    const member = mustBeAllowed(self, "report.write", ownUnit({ self }));
    await addImport(tx, newImport(self, member, part));
    const of = await mine(tx, member, part.id);
    if (of.state !== "uploading") return { bytes: of.fileBytes, whole: true };
    const { operationId, agencyId, unitId } = of;
    await addPart(tx, { operationId, importId: of.id, place: part.place, agencyId, unitId, content: part.content });
    const here = await partsHere(tx, of);
    const bytes = here.reduce((sum, one) => sum + one.bytes, 0);
    if (bytes > of.fileBytes) throw new Problem("conflict", "command.reused");
    const whole = bytes === of.fileBytes && here.every(({ place }, at) => place === at);
    if (whole) await giveWork({ tx, self, acting }, of, { state: "reading", done: 0 });
    return { bytes, whole };
  });
}

/** The row of a new import, as it begins. */
export function newImport(
  self: Self,
  member: Membership,
  { id, fileName, fileBytes }: Omit<Part, "place" | "content">,
) {
  const { operationId, agencyId, unitId } = member;
  const name = fileName
    .trim()
    .replace(/\p{Cc}/gu, "")
    .slice(0, 200);
  return {
    ...{ operationId, id, agencyId, unitId, madeBy: member.id, personId: self.person.id },
    ...{ fileName: name === "" ? "?" : name, fileBytes, state: "uploading" as const },
  };
}

/** The import, held for this change; one that is not one's own is not there. */
async function mine(tx: Tx, { operationId }: Membership, id: Id): Promise<Import> {
  const of = await lockImport(tx, { operationId, id });
  if (!of) throw new Problem("not-found", "import.unknown");
  return of;
}

/**
 * Hands the file to whichever worker is free, or to the one that begins at once. It acts as whoever asked, under a
 * session of its own that ends with the work: signed out everywhere or withdrawn, the person's work ends too.
 */
export async function giveWork(
  { tx, self, acting }: { tx: Tx; self: Self; acting: Acting },
  of: Import,
  values: Partial<Import>,
  worker: Id | null = null,
): Promise<void> {
  const { secret } = acting.house;
  const id = crypto.randomUUID();
  const hash = hashOfToken(tokenOfCommand(secret, "import", id));
  const personId = self.person.id;
  const proof = proofOf(secret, `session:${personId}:${hash.toString("hex")}`);
  await startSession(tx, { id, personId, hash, label: of.fileName, hours: WORK_HOURS, proof });
  const free = { workKey: id, takenBy: worker, takenUntil: null, cancelAsked: false, refusal: null };
  await changeImport(tx, of, { done: 0, ...values, ...free });
  if (worker) await keepImport(tx, of, worker, 0);
}

export type Changing = { tx: Tx; self: Self; of: Import; acting: Acting };

/** A change by whoever may write reports here, of a file of the own agency. */
export function changeFile<T extends { importId: Id }>(
  acting: Acting,
  kind: string,
  command: Command<T>,
  work: (changing: Changing) => Promise<void>,
): Promise<Outcome> {
  return write(acting, kind, command, async ({ tx, self }): Promise<Outcome> => {
    const member = mustBeAllowed(self, "report.write", ownUnit({ self }));
    const of = await mine(tx, member, command.input.importId);
    await work({ tx, self, of, acting });
    return { import: of.id };
  });
}

/** Nobody changes a file that a worker has, or that is closed. */
export function mustBeRead({ state }: Import): void {
  if (state !== "read") throw new Problem("conflict", "import.busy");
}

/** What its columns hold: said once, and kept for the agency's next file with these headings. */
export function mapColumns(acting: Acting, command: Command<{ importId: Id; columns: (Target | null)[] }>) {
  return changeFile(acting, "import.map", command, async ({ tx, self, of }) => {
    mustBeRead(of);
    const { columns } = command.input;
    if (!of.sheet || columns.length !== of.sheet.headings.length) throw new Problem("invalid", "import.columns.count");
    const twice = columns.filter((one, at) => one !== null && columns.indexOf(one) !== at);
    if (twice.length > 0) throw new Problem("invalid", "import.columns.twice");
    const fingerprint = fingerprintOf(of.sheet.headings);
    const kept = ofSender(of.sheet.headings, columns);
    await keepMapping(tx, { agencyId: of.agencyId, fingerprint, columns: kept, changedBy: self.person.id });
    await giveWork({ tx, self, acting }, of, { state: "reading", sheet: { ...of.sheet, columns } });
  });
}

/** What is asked once for the whole file. Days and decimals have the rows read anew. */
export function answerImport(acting: Acting, command: Command<{ importId: Id; answers: ImportAnswers }>) {
  return changeFile(acting, "import.answer", command, async ({ tx, self, of }) => {
    mustBeRead(of);
    const answers = { ...of.answers, ...command.input.answers };
    const again = answers.order !== of.answers.order || answers.mark !== of.answers.mark;
    if (again) await giveWork({ tx, self, acting }, of, { state: "reading", answers });
    else await changeImport(tx, of, { answers });
  });
}

/** `givenAt`: when the cases were cleared, of an agency that clears in no step here, where that was before now. */
export type Starting = { importId: Id; mode: "good" | "all"; drafts: boolean; corrects: boolean; givenAt?: string };

/** Has the reports made: those that are clear, or all of them in one transaction. */
export function startImport(acting: Acting, command: Command<Starting>) {
  return changeFile(acting, "import.start", command, async ({ tx, self, of }) => {
    mustBeRead(of);
    const { mode, drafts, corrects, givenAt } = command.input;
    if (!drafts && !of.answers.handling && !of.sheet?.columns.includes("handling"))
      throw new Problem("invalid", "import.no_handling");
    if (!drafts) await mustBeAnswered(tx, of);
    if (mode === "all") await mustBeWhole(tx, of, drafts);
    if (givenAt !== undefined) mustBeGiven(memberOf(self), self.now, givenAt);
    const answers = corrects ? of.answers : { ...of.answers, givenAt };
    await giveWork({ tx, self, acting }, of, { state: "importing", mode, drafts, corrects, answers });
  });
}

/** A clearance said of a whole file: of whoever clears in no step here, and not in the future. */
export function mustBeGiven({ clearanceSteps }: Membership, now: Date, givenAt: string): void {
  const wrong = clearanceSteps > 0 ? "clearance.given.steps" : notYet(new Date(givenAt), now);
  if (wrong) throw new Problem("invalid", wrong, {}, { fields: { givenAt: [wrong] } });
}

/** Doubts that the file's rows share are asked once: days outside of the operation, and places in other countries. */
async function mustBeAnswered(tx: Tx, of: Import): Promise<void> {
  for (const name of ["outside", "abroad"] as const) {
    if (of.answers[name]) continue;
    const count = await countNoted(tx, of, OF_THE_FILE[name]);
    if (count > 0) throw new Problem("invalid", `import.${name}.open`, { count });
  }
}

async function mustBeWhole(tx: Tx, of: Import, drafts: boolean): Promise<void> {
  if (of.rows > MOST_AT_ONCE) throw new Problem("invalid", "import.all.many", { most: String(MOST_AT_ONCE) });
  const counts = await countRows(tx, of);
  const left = counts.filter(({ outcome }) => outcome === "" || outcome === "refused");
  const open = left.filter(({ status }) => status === "error" || (status === "question" && !drafts));
  const n = open.reduce((sum, one) => sum + one.n, 0);
  if (n > 0) throw new Problem("invalid", "import.all.open", { count: n });
}

/** Ends it. What is under way stops at its next step; reports that are in by then are whole, and stay. */
export function cancelImport(acting: Acting, command: Command<{ importId: Id }>) {
  return changeFile(acting, "import.cancel", command, async ({ tx, of }) => {
    if (of.state === "reading" || of.state === "importing") await changeImport(tx, of, { cancelAsked: true });
    else if (of.state === "uploading" || of.state === "read") {
      await dropParts(tx, of);
      await changeImport(tx, of, { state: "cancelled", endedAt: new Date() });
    }
  });
}
