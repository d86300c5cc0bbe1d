import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { findCase, findFact } from "#db/queries/seizures.server.ts";
import { findSummary } from "#db/queries/summaries.server.ts";
import { narrativeSummaries, seizures } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { SummaryInput } from "../domain/summary-input.ts";
import type { Acting } from "./house.server.ts";
import { mustStand } from "./seizure-versions.server.ts";
import { type Change, type Command, memberOf, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Says in another language what a case's narrative says, or says it better, under the writer's own name. Nothing is
 * overwritten: each change is a version after the one that its writer saw, and an empty text takes the summary back.
 */
export async function writeSummary(acting: Acting, command: Command<SummaryInput>): Promise<Outcome> {
  return write(acting, "summary.write", command, async (change): Promise<Outcome> => {
    const { seizure, language, about, base, text } = command.input;
    const { tx, note, self } = change;
    const { operationId, id: authorId } = memberOf(self);
    const kase = await writableCase(change, seizure);
    const standing = await findSummary(tx, operationId, seizure, language);
    const last = standing?.version ?? 0;
    mustFollow(standing, base);
    if (text !== "") await mustBeOfWords(tx, { operationId, seizure, about, language, original: kase.input.language });
    else if (base === 0) throw fault("text", "summary.text.missing");
    const said = (version: number) => ({ seizure, language, version: String(version) });
    // Said again of the same version: nothing has changed.
    if (standing?.text === text && standing.about === about) return said(last);

    const version = last + 1;
    const row = { operationId, seizureId: seizure, language, version, aboutVersion: about, text, authorId };
    const written = await tx.insert(narrativeSummaries).values(row).onConflictDoNothing().returning();
    if (written.length === 0) throw new Problem("stale", "summary.stale");
    note(anEvent("summary.written", { seizure }, "unit", kase.unitId));
    note(anEvent("case.touched", { case: seizure, own: false }, "operation"));
    return said(version);
  });
}

/** The case, if this member reads it and may write summaries of it; what is withdrawn or merged stays as it is. */
async function writableCase({ tx, self }: Change, seizure: Id) {
  const { operationId } = memberOf(self);
  const [fact, kase] = await Promise.all([findFact(tx, operationId, seizure), findCase(tx, operationId, seizure)]);
  if (!fact) throw new Problem("not-found", "seizure.unknown");
  mustBeAllowed(self, "summary.write", { agencyId: fact.agencyId, unitId: kase?.unitId });
  if (!kase) throw new Problem("not-found", "seizure.unknown");
  mustStand(fact);
  return kase;
}

/** Whoever wrote meanwhile is not written over: both texts are shown, and the second is asked again. */
function mustFollow(standing: { version: number; text: string } | undefined, base: number) {
  const { version = 0, text = "" } = standing ?? {};
  if (base === (text === "" ? 0 : version)) return;
  throw new Problem("stale", "summary.stale", {}, { current: { version, text } });
}

type Words = { operationId: Id; seizure: Id; about: number; language: string; original: string };

/** The version that was read has a narrative, and it is in another language. */
async function mustBeOfWords(tx: Tx, { operationId, seizure, about, language, original }: Words) {
  if (language === original) throw fault("language", "summary.language.original");
  const [read] = await tx
    .select({ input: seizures.input })
    .from(seizures)
    .where(and(eq(seizures.operationId, operationId), eq(seizures.id, seizure), eq(seizures.version, about)));
  if (!read) throw new Problem("invalid", "form.invalid");
  if ((read.input.narrative ?? "") === "") throw new Problem("conflict", "summary.nothing");
}

function fault(field: string, key: string): Problem {
  return new Problem("invalid", "body.invalid", {}, { fields: { [field]: [key] } });
}
