import type { z } from "zod";
import type { Tx } from "#db/client.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { outcomesOf } from "#db/queries/outcomes.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, findFact, findNominal, listSeizures as listRows } from "#db/queries/seizures.server.ts";
import { summariesOf } from "#db/queries/summaries.server.ts";
import { touchedSince } from "#db/queries/touched.server.ts";
import { decodeCursor, encodeCursor } from "../cursor.server.ts";
import { SeizureAnswer, SeizuresAnswer, SeizuresAsked } from "../domain/api/seizure.ts";
import type { Id } from "../domain/id.ts";
import { standingSummaries } from "../domain/narrative.ts";
import { standingOutcomes } from "../domain/outcome/standing.ts";
import { Problem } from "../domain/problem.ts";
import { noteAccess, noteOpening } from "../services/access-log.server.ts";
import { onlyUnitOf } from "../services/reading.server.ts";
import { memberOf, mustBeAllowed, read } from "../services/write.server.ts";
import { asking, NOTHING, Tagged } from "./call.server.ts";
import { filterOf, seizureIn, tagOf } from "./seizure-parts.server.ts";

export const listSeizures = asking({
  id: "listSeizures",
  path: "/operations/{operationId}/seizures",
  scope: "seizures.read",
  summary: "Released seizures: what every participant may count by",
  about:
    "Page by page: ask again with `next` as `cursor` until it is null. To keep a copy, remember `head`, and ask later for what changed after it, or follow the feed.",
  refuses: [404],
  query: SeizuresAsked,
  answer: SeizuresAnswer,
  work: async ({ acting, operationId, query }) =>
    read(acting, async (tx, self) => {
      const member = memberOf(self);
      if (!member.readsFacts) mustBeAllowed(self, "facts.read", { agencyId: member.agencyId, unitId: member.unitId });
      const { search, sort, limit, cursor, changedAfter } = query;
      const stream = (await followableStreams(tx)).find(({ kind }) => kind === "operation");
      const wanted = { filter: filterOf(query), search, sort, limit, cursor: decodeCursor(cursor ?? null) };
      const among = changedAfter === undefined ? null : await changed(tx, stream, changedAfter);
      const page = await listRows(tx, operationId, { ...wanted, unitId: onlyUnitOf(member), among });
      return { seizures: page.facts, total: page.total, next: encodeCursor(page.next), head: stream?.head ?? null };
    }),
});

/** What the operation's feed told of since a number; who may not follow it cannot ask so. */
async function changed(tx: Tx, stream: { id: Id; head: number } | undefined, after: number) {
  if (!stream) throw new Problem("forbidden", "facts.refused");
  const { seizures } = await touchedSince(tx, stream.id, Math.min(after, stream.head), stream.head);
  return { facts: seizures, cases: seizures };
}

export const getSeizure = asking({
  id: "getSeizure",
  path: "/operations/{operationId}/seizures/{seizureId}",
  scope: "seizures.read",
  summary: "One seizure, as much of it as the key's member may read",
  about:
    "The case is for its owner and its readers. Names come for keys made for names, and their reading is noted. The ETag is what a correction is based on.",
  refuses: [404],
  givesTag: true,
  query: NOTHING,
  answer: SeizureAnswer,
  work: async ({ acting, operationId, named, requestId }) => {
    const id = seizureIn(named);
    const { answer, owner, agencyId, ...opening } = await read(acting, async (tx, self) => {
      const member = memberOf(self);
      const withNames = self.scopes === null || self.scopes.includes("names.read");
      const fact = await findFact(tx, operationId, id);
      const answer = fact
        ? await releasedOf(tx, operationId, id, withNames)
        : await reportOf(tx, operationId, id, withNames);
      return {
        answer,
        owner: fact?.agencyId,
        agencyId: member.agencyId,
        personId: self.person.id,
        byKey: self.scopes !== null,
      };
    });
    const isOthers = owner !== undefined && owner !== agencyId;
    // What a key reads goes into another system. The list and the feed hold facts alone, as everybody may count by.
    if (isOthers && answer.case) {
      const action = opening.byKey ? "case.exported" : "case.read";
      noteOpening(acting, { action, personId: opening.personId, seizure: id, requestId });
    }
    if (answer.names) await noteAccess(acting, { action: "nominal.read", subject: id, outcome: "shown", requestId });
    return new Tagged(answer, tagOf(answer));
  },
});

type Whole = z.input<typeof SeizureAnswer>;

async function releasedOf(tx: Tx, operationId: Id, id: Id, withNames: boolean): Promise<Whole> {
  const [fact, kase, nominal, summaries, outcomes] = await Promise.all([
    findFact(tx, operationId, id),
    findCase(tx, operationId, id),
    findNominal(tx, operationId, id),
    summariesOf(tx, operationId, id),
    outcomesOf(tx, operationId, id),
  ]);
  const { others: standing } = standingSummaries(summaries, "", "");
  const base = fact && kase && { facts: fact.revision, case: kase.version, nominal: nominal?.version ?? 0 };
  return {
    id,
    state: "released",
    fact: fact ?? null,
    case: kase ? { version: kase.version, receipt: kase.receipt, held: !kase.shared, seizure: kase.input } : null,
    summaries: standing.map(({ now: { translator, agency, ...summary } }) => ({
      ...summary,
      translator: translator === null ? null : { name: translator, agency: agency ?? "" },
    })),
    outcomes: standingOutcomes(outcomes).map(({ now: { id, version, withdrawn, at, said } }) => ({
      ...{ id, version, withdrawn, at, said },
    })),
    names: withNames && nominal ? nominal.nominal : null,
    base: base ?? null,
    report: null,
  };
}

/** Before its release a report is seen inside its agency alone; everybody else hears that there is none. */
async function reportOf(tx: Tx, operationId: Id, id: Id, withNames: boolean): Promise<Whole> {
  const report = await findReport(tx, operationId, id);
  if (!report || report.state === "erased") throw new Problem("not-found", "seizure.unknown");
  const { state, version, step, steps, onHold, note } = report;
  const names = withNames ? (report.input?.nominal ?? null) : null;
  const whole = {
    id,
    state,
    fact: null,
    summaries: [],
    outcomes: [],
    names,
    base: null,
    report: { version, step, steps, onHold, note },
  };
  const seizure = report.input && { ...report.input, nominal: null };
  return { ...whole, case: seizure && { version, receipt: "", held: seizure.held, seizure } };
}
