import type { Tx } from "#db/client.server.ts";
import { beginAs } from "#db/queries/acting.server.ts";
import { casesAfter, type Import, markRows, type RowMark } from "#db/queries/imports.server.ts";
import type { Id } from "../domain/id.ts";
import type { RowOutcome } from "../domain/import/progress.ts";
import type { FieldNote } from "../domain/import/told.ts";
import { Problem, textsOf } from "../domain/problem.ts";
import { type Case, casesOf, type Plan, planCases } from "./import-cases.server.ts";
import { correct } from "./import-corrections.server.ts";
import { idFrom } from "./import-ids.server.ts";
import { asBearer, type Job, mustHold } from "./import-job.server.ts";
import { keepDrafts, sendReports } from "./report-batches.server.ts";
import { inWords, memberOf, orRefuse } from "./write.server.ts";
import { changeMany } from "./write-many.server.ts";

/** So many cases become reports in one transaction: few statements each, and over before anybody waits for long. */
const CASES_AT_ONCE = 100;

/** The reports of a file, chunk by chunk or all in one transaction, as its sender chose. */
export async function writeReports(job: Job): Promise<void> {
  if (job.of.mode === "all") await writeAll(job);
  else await writeGood(job);
}

type From = { after: number; done: number };
type Page = { lines: number; last: number };
type Correction = Extract<Plan, { act: "update" }>;

async function writeGood(job: Job): Promise<void> {
  for (let from = { after: -1, done: 0 }; ; ) {
    const page = await chunk(job, from, CASES_AT_ONCE);
    if (page.lines === 0) return;
    from = { after: page.last, done: from.done + page.lines };
    await job.pause();
  }
}

/** One transaction. Where a report in it is refused, its halves are tried, down to the one that it is. */
async function chunk(job: Job, from: From, limit: number): Promise<Page> {
  const { house } = job.acting;
  try {
    const made = await house.db
      .transaction(async (tx) => {
        const page = await writePage(tx, job, from, limit);
        await mustHold(tx, job, from.done + page.lines);
        return page;
      })
      .catch((thrown) => inWords(job.acting, "report.submit", thrown));
    if (made.touched.length > 0) house.poke(made.touched);
    await correctAll(job, made.corrections);
    return made;
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !["invalid", "conflict"].includes(thrown.kind)) throw thrown;
    if (limit === 1) return refuseOne(job, from, thrown);
    const first = await chunk(job, from, Math.floor(limit / 2));
    if (first.lines === 0) return first;
    const rest = { after: first.last, done: from.done + first.lines };
    const second = await chunk(job, rest, limit - Math.floor(limit / 2));
    return second.lines === 0 ? first : { lines: first.lines + second.lines, last: second.last };
  }
}

/** Everything in one transaction; what of it is refused, or a wish to cancel, leaves nothing of it. */
async function writeAll(job: Job): Promise<void> {
  const { house } = job.acting;
  const touched = new Set<Id>();
  const corrections: Correction[] = [];
  await house.db
    .transaction(async (tx) => {
      for (let from = { after: -1, done: 0 }; ; ) {
        const page = await writePage(tx, job, from, CASES_AT_ONCE);
        if (page.lines === 0) return mustHold(tx, job, from.done);
        for (const stream of page.touched) touched.add(stream);
        corrections.push(...page.corrections);
        from = { after: page.last, done: from.done + page.lines };
        // Told and asked beside the transaction, or nobody could cancel until it is over.
        await asBearer(job.acting, (beside) => mustHold(beside, job, from.done));
      }
    })
    .catch((thrown) => inWords(job.acting, "report.submit", thrown));
  if (touched.size > 0) house.poke([...touched]);
  await correctAll(job, corrections);
}

/** The next cases: planned, sent or kept as drafts, and their lines marked, all in the transaction that is open. */
async function writePage(tx: Tx, { acting, of }: Job, from: From, limit: number) {
  const member = memberOf(orRefuse(await beginAs(tx, acting.token, acting.operationId)));
  const lines = await casesAfter(tx, of, from.after, limit);
  const cases = casesOf(lines, of.answers).filter(isOpen);
  const plans = cases.length > 0 ? await planCases(tx, member, of, cases) : [];
  if (of.mode === "all") mustBeTakeable(plans);
  const sends = plans.flatMap((plan) => (plan.act === "send" ? [{ id: commandId(of, plan), input: plan.input }] : []));
  const drafts = plans.flatMap((plan) =>
    plan.act === "draft"
      ? [{ id: commandId(of, plan), input: { id: plan.seizureId, form: plan.form, baseVersion: null } }]
      : [],
  );
  const given = of.answers.givenAt === undefined ? undefined : new Date(of.answers.givenAt);
  const send: typeof sendReports = (open, self, fresh) => sendReports(open, self, fresh, given);
  const sent = sends.length > 0 ? await changeMany(tx, acting, "report.submit", sends, send) : NOTHING;
  const kept = drafts.length > 0 ? await changeMany(tx, acting, "report.save", drafts, keepDrafts) : NOTHING;
  await markRows(tx, of, plans.flatMap(marksOf));
  return {
    lines: lines.length,
    last: lines.at(-1)?.caseRow ?? from.after,
    touched: [...sent.touched, ...kept.touched],
    corrections: of.corrects ? plans.flatMap((plan) => (plan.act === "update" && plan.input ? [plan] : [])) : [],
  };
}

/** What is refused keeps back all of a file that is taken whole or not at all. */
function mustBeTakeable(plans: readonly Plan[]): void {
  const refused = plans.find(({ act }) => act === "refuse");
  if (refused) throw new Problem("invalid", "import.all.row", { row: String((refused.of.lines[0]?.row ?? 0) + 1) });
}

/** Whether something is still to be made of a case. */
const isOpen = ({ lines }: Case) => lines.some(({ outcome }) => ["", "updated", "refused"].includes(outcome));

const NOTHING = { touched: [] };

/** Made from the file, the line and what it says: what is repeated changes nothing, what was mended is new. */
function commandId(of: Import, { of: { lines }, act, content }: Plan): Id {
  return idFrom("import", of.id, String(lines[0]?.row), act, content);
}

/** The one report that the rules or the database refuse: its lines say why. */
async function refuseOne(job: Job, from: From, problem: Problem): Promise<Page> {
  return asBearer(job.acting, async (tx) => {
    const lines = await casesAfter(tx, job.of, from.after, 1);
    const told = notesOfProblem(problem);
    await markRows(
      tx,
      job.of,
      lines.map(({ row, notes }) => ({
        ...{ row, outcome: "refused", content: "", seizureId: null },
        notes: [...notes.filter(({ key }) => !OURS.test(key)), ...told],
      })),
    );
    await mustHold(tx, job, from.done + lines.length);
    return { lines: lines.length, last: lines.at(-1)?.caseRow ?? from.after };
  });
}

function notesOfProblem(problem: Problem): FieldNote[] {
  const { message, detail } = problem;
  if (message === "command.reused") return [{ key: "import.here.taken", field: "nationalCaseNo" }];
  const fields = Object.entries(detail.fields ?? {});
  if (fields.length === 0) return [{ key: message, params: textsOf(problem), field: "" }];
  return fields.flatMap(([field, keys]) => keys.map((key) => ({ key, field })));
}

/** Corrections of what is here go one by one, as from the form: each is a change of its own, with its own history. */
async function correctAll(job: Job, corrections: readonly Correction[]): Promise<void> {
  for (const plan of corrections) {
    const told = await correct(job.acting, plan, job.of, commandId(job.of, plan)).then(
      () => null,
      (thrown) => (thrown instanceof Problem ? thrown : Promise.reject(thrown)),
    );
    const outcome = told ? "refused" : "corrected";
    const marks = plan.of.lines.map(
      ({ row, notes }): RowMark => ({
        ...{ row, outcome, content: told ? "" : plan.content, seizureId: plan.seizureId },
        notes: [...notes.filter(({ key }) => !OURS.test(key)), ...(told ? notesOfProblem(told) : [])],
      }),
    );
    await asBearer(job.acting, (tx) => markRows(tx, job.of, marks));
  }
}

const OUTCOMES: Record<Plan["act"], RowOutcome> = {
  ...{ send: "imported", draft: "drafted", unchanged: "unchanged", update: "updated", refuse: "refused", leave: "" },
};

/** How the lines of a case are marked; what is left waits for whoever mends it. */
function marksOf(plan: Plan): RowMark[] {
  if (plan.act === "leave") return [];
  const told = notesOf(plan);
  const seizureId = plan.act === "refuse" ? null : plan.seizureId;
  return plan.of.lines.map(({ row, notes }) => ({
    ...{ row, outcome: OUTCOMES[plan.act], content: plan.act === "update" ? "" : plan.content, seizureId },
    notes: [...notes.filter(({ key }) => !OURS.test(key)), ...told],
  }));
}

/** Notes that the writing adds; they are renewed each time. */
const OURS = /^(import\.(here|differs|given)|clearance\.given)\b/;

function notesOf(plan: Plan): FieldNote[] {
  if (plan.act === "refuse") return plan.notes;
  if (plan.act === "unchanged") return [{ key: "import.here.unchanged", field: "" }];
  if (plan.act !== "update") return [];
  return plan.differs.map((field) => ({ key: "import.differs", field }));
}
