import type { Tx } from "#db/client.server.ts";
import {
  addExport,
  addExportRows,
  agencyNamed,
  type CaseExport,
  changeExport,
  countHandable,
  findExport,
  handableAfter,
  handableAmong,
  handedAfter,
  lastHanded,
  lastPlace,
  lockExport,
  openExport,
  waitForTurn,
} from "#db/queries/case-exports.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import type { CaseMark, CenLayoutName } from "../domain/cen/mapping.ts";
import { markOf } from "../domain/cen/marks.ts";
import { type Naming, rowsOfCase } from "../domain/cen/out.ts";
import { shapeOf } from "../domain/cen/shape.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import { textFor } from "../messages/all.server.ts";
import { namingOf } from "./cen-naming.server.ts";
import type { Acting } from "./house.server.ts";
import { importIndexOf } from "./import-reading.server.ts";
import { type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

export type HandingOut = { exportId: Id; layout: CenLayoutName; scope: "changed" | "all" };

/** So many cases are handed out in one step: over before anybody waits for long. */
const CASES_AT_ONCE = 1_000;

type Making = { tx: Tx; acting: Acting; naming: Naming };

/** Begins a workbook of the own agency's released cases, and does the first step of it. Most are done with that. */
export async function beginExport(acting: Acting, command: Command<HandingOut>): Promise<Outcome> {
  const naming = namingOf(await importIndexOf(acting));
  return write(acting, "cases.hand_out", command, async ({ tx, self }): Promise<Outcome> => {
    const { operationId, agencyId, id } = mustBeAllowed(self, "case.hand_out", { agencyId: memberOf(self).agencyId });
    const { exportId, layout, scope } = command.input;
    const owner = { operationId, agencyId };
    await waitForTurn(tx, owner, layout);
    const [open, expected, operation, agency] = await Promise.all([
      openExport(tx, owner, layout),
      countHandable(tx, owner),
      findOperation(tx, operationId),
      agencyNamed(tx, agencyId),
    ]);
    if (open) throw new Problem("conflict", "export.open");
    const counts = { new: 0, changed: 0, unchanged: 0, withdrawn: 0 };
    const text = textFor("en");
    const about = [
      [text("export.about.operation"), operation ? `${operation.code} ${operation.plan.name}` : ""],
      [text("export.about.agency"), agency?.name ?? ""],
      [text("export.about.day"), self.now.toISOString()],
    ];
    const made = { ...owner, id: exportId, layout, scope, madeBy: id, personId: self.person.id };
    const shape = shapeOf(acting.house.cen, layout, about);
    const fresh = await addExport(tx, { ...made, shape, expected, counts, state: "cases" });
    if (!fresh) throw new Problem("conflict", "command.reused");
    const of = await lockExport(tx, { operationId, id: exportId });
    if (of) await step({ tx, acting, naming }, of, agency);
    return { export: exportId };
  });
}

export type GoingOn = { exportId: Id; state: CaseExport["state"]; after: string };

/** The next step, from where it stood when it was asked for: one that was done meanwhile is not done again. */
export async function continueExport(acting: Acting, command: Command<GoingOn>): Promise<Outcome> {
  const naming = namingOf(await importIndexOf(acting));
  return changing(acting, "cases.hand_out_more", command, async (tx, of) => {
    const { state, after } = command.input;
    if (of.state === state && of.after === after)
      await step({ tx, acting, naming }, of, await agencyNamed(tx, of.agencyId));
  });
}

/** What was begun and is not wanted: nothing of it counts as handed out. */
export async function dropExport(acting: Acting, command: Command<{ exportId: Id }>): Promise<Outcome> {
  return changing(acting, "cases.hand_out_drop", command, (tx, of) =>
    changeExport(tx, of, { state: "dropped", endedAt: new Date() }),
  );
}

function changing<T extends { exportId: Id }>(
  acting: Acting,
  kind: string,
  command: Command<T>,
  work: (tx: Tx, of: CaseExport) => Promise<void>,
): Promise<Outcome> {
  return write(acting, kind, command, async ({ tx, self }): Promise<Outcome> => {
    const { operationId, agencyId } = memberOf(self);
    mustBeAllowed(self, "case.hand_out", { agencyId });
    const key = { operationId, id: command.input.exportId };
    if (!(await findExport(tx, key))) throw new Problem("not-found", "export.unknown");
    const of = await lockExport(tx, key);
    if (of) await work(tx, of);
    return { export: key.id };
  });
}

type Agency = Awaited<ReturnType<typeof agencyNamed>>;

async function step(making: Making, of: CaseExport, agency: Agency): Promise<void> {
  const { tx } = making;
  const { after, seen } = of;
  if (of.state === "cases") {
    const found = await casesStep(making, of, agency);
    if (found.length === CASES_AT_ONCE) {
      await changeExport(tx, of, {
        after: found.at(-1)?.caseNo ?? after,
        seen: seen + found.length,
        counts: of.counts,
      });
      return;
    }
    await changeExport(tx, of, { state: "withdrawn", after: "", seen: seen + found.length, counts: of.counts });
    await withdrawnStep(making, { ...of, state: "withdrawn", after: "" });
    return;
  }
  await withdrawnStep(making, of);
}

type Handed = { seizureId: Id; version: number; caseNo: string; mark: CaseMark; changed: string[]; cells: string[][] };

async function casesStep({ tx, acting, naming }: Making, of: CaseExport, agency: Agency) {
  const { layout, shape, scope } = of;
  const { cen } = acting.house;
  const found = await handableAfter(tx, of, of.after, CASES_AT_ONCE);
  const before = await lastHanded(
    tx,
    of,
    layout,
    found.map(({ id }) => id),
  );
  const known = new Map(before.map((one) => [one.id, one]));
  const handed = found.map(({ id, caseNo, version, input, messageNo }): Handed => {
    const told = { input, messageNo, agency: agency?.name ?? "", administration: agency?.administration ?? "" };
    const cells = rowsOfCase(told, cen.layouts[layout], cen, naming);
    const last = known.get(id);
    // What was withdrawn and is back has to be entered anew.
    const was = last && last.mark !== "withdrawn" ? { headings: last.headings, rows: last.cells } : null;
    const now = { headings: shape.headings, rows: cells };
    return { seizureId: id, version, caseNo, cells, ...markOf(was, now, new Set(shape.silent)) };
  });
  await hand(tx, of, scope === "all" ? handed : handed.filter(({ mark }) => mark !== "unchanged"));
  of.counts = counted(of.counts, handed);
  return found;
}

async function withdrawnStep({ tx }: Making, of: CaseExport): Promise<void> {
  const before = await handedAfter(tx, of, of.layout, of.after, CASES_AT_ONCE);
  const still = await handableAmong(
    tx,
    of,
    before.map(({ id }) => id),
  );
  const gone = before.filter(({ id, mark, cells }) => !still.has(id) && mark !== "withdrawn" && cells.length > 0);
  const handed = gone.map(({ id, version, caseNo, headings, cells }): Handed => {
    const line = (row: readonly string[]) => of.shape.headings.map((heading) => row[headings.indexOf(heading)] ?? "");
    return { seizureId: id, version, caseNo, mark: "withdrawn", changed: [], cells: cells.map(line) };
  });
  await hand(tx, of, handed);
  const counts = counted(of.counts, handed);
  const last = before.at(-1);
  if (last && before.length === CASES_AT_ONCE) await changeExport(tx, of, { after: last.id, counts });
  else await changeExport(tx, of, { state: "done", endedAt: new Date(), counts });
}

async function hand(tx: Tx, of: CaseExport, handed: readonly Handed[]): Promise<void> {
  const { operationId, id, agencyId } = of;
  const first = (await lastPlace(tx, of)) + 1;
  await addExportRows(
    tx,
    handed.map((one, at) => ({ operationId, exportId: id, agencyId, place: first + at, ...one })),
  );
}

function counted(counts: Record<CaseMark, number>, handed: readonly Handed[]): Record<CaseMark, number> {
  const of = (mark: CaseMark) => counts[mark] + handed.filter((one) => one.mark === mark).length;
  return { new: of("new"), changed: of("changed"), unchanged: of("unchanged"), withdrawn: of("withdrawn") };
}
