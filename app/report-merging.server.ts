import { data } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import type { Tx } from "#db/client.server.ts";
import { findCase, findFact, findNominal, nominalOfVersion, versionsOf } from "#db/queries/seizures.server.ts";
import type { ReportAnswer, ReportKind } from "./components/seizure/report-types.ts";
import type { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { SeizureInput, saysNothing } from "./domain/seizure.ts";
import { fieldsOf, pairsOf } from "./domain/seizure-form/fields.ts";
import { fillSeizureForm } from "./domain/seizure-form/fill.ts";
import { mergeForms } from "./domain/seizure-form/merge.ts";
import { type FormFields, textOf } from "./domain/seizure-form/rows.ts";
import { statusOf } from "./http.server.ts";
import { noteAccess } from "./services/access-log.server.ts";
import type { Acting } from "./services/house.server.ts";
import { read } from "./services/write.server.ts";

type Stale = { acting: Acting; operationId: Id; id: Id; kind: ReportKind; requestId: string };

/**
 * Somebody saved another version meanwhile: both are put together in the form, and what both have changed is shown for
 * a decision. The next sending is based on the version that was shown, under a command of its own.
 */
export async function mergedAnswer(stale: Stale, fields: FormFields, refusal: Problem) {
  const answer = stale.kind === "amend" ? await mergedCase(stale, fields, refusal) : mergedDraft(fields, refusal);
  return data<ReportAnswer>(answer, { status: statusOf(refusal) });
}

/** A released seizure: what both started from is kept as a version, so only what both changed is asked about. */
async function mergedCase({ acting, operationId, id, requestId }: Stale, fields: FormFields, refusal: Problem) {
  const [nowStanding, start] = await read(acting, async (tx) => [
    await current(tx, operationId, id),
    await startedFrom(tx, operationId, id, fields),
  ]);
  if (nowStanding.hasNames) {
    await noteAccess(acting, { action: "nominal.read", subject: id, outcome: "shown", requestId });
  }
  const fill = (input: SeizureInput) => fillSeizureForm(input, fillingOf(fields));
  const mine = SeizureInput.safeParse(refusal.detail.yours);
  const written = { ...fields, ...(mine.success ? fill(mine.data) : {}) };
  return answerOf(written, { ...nowStanding, theirs: fill(nowStanding.input), start: start && fill(start) });
}

async function current(tx: Tx, operationId: Id, id: Id) {
  const [fact, kase, nominal, [newest]] = await Promise.all([
    findFact(tx, operationId, id),
    findCase(tx, operationId, id),
    findNominal(tx, operationId, id),
    versionsOf(tx, operationId, id),
  ]);
  if (!fact || !kase) throw new Problem("not-found", "seizure.unknown");
  const versions = { facts: fact.revision, case: kase.version, nominal: nominal?.version ?? 0 };
  const base = Object.entries(versions).map(([name, version]) => [`base.${name}`, String(version)]);
  return {
    input: { ...kase.input, nominal: nominal?.nominal ?? null },
    base: Object.fromEntries(base) as FormFields,
    by: { name: newest?.author ?? null, at: kase.at.toISOString() },
    hasNames: nominal !== undefined && !saysNothing(nominal.nominal),
  };
}

/** The version that the writer had before him; null where the form does not say which, and nothing is taken over then. */
async function startedFrom(tx: Tx, operationId: Id, id: Id, fields: FormFields): Promise<SeizureInput | null> {
  const version = Number(textOf(fields, "base.case"));
  const names = await nominalOfVersion(tx, operationId, id, Number(textOf(fields, "base.nominal")));
  const start = (await versionsOf(tx, operationId, id)).find((one) => one.version === version);
  return start ? { ...start.input, nominal: names ?? null } : null;
}

const Draft = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A draft has no history: every part in which the two differ is shown. */
function mergedDraft(fields: FormFields, { detail, values }: Problem): ReportAnswer {
  const [told, draft] = [SeizureInput.safeParse(detail.current), Draft.safeParse(detail.current)];
  const typed = draft.success ? fieldsOf(pairsOf(draft.data)) : {};
  const theirs = told.success ? fillSeizureForm(told.data, fillingOf(fields)) : typed;
  return answerOf(fields, { start: null, theirs, base: { baseVersion: String(values.version ?? "") }, by: null });
}

type Other = Pick<NonNullable<ReportAnswer["stale"]>, "theirs" | "by"> & { start: FormFields | null; base: FormFields };

function answerOf(mine: FormFields, { start, theirs, base, by }: Other): ReportAnswer {
  const { fields, taken, open } = mergeForms({ start, mine, theirs });
  const fresh = { ...base, commandId: uuid(), draftCommandId: uuid() };
  return { fields: { ...fields, ...fresh, depth: "full" }, stale: { mine, theirs, taken, open, by } };
}

function fillingOf(fields: FormFields) {
  return { mark: fields.mark === "," ? ("," as const) : ("." as const), zone: textOf(fields, "occurredZone") || "UTC" };
}
