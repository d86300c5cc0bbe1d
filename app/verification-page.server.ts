import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { messagesOfJoint } from "#db/queries/duplicates.server.ts";
import { messageNumbers } from "#db/queries/handovers.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { usualQuantities } from "#db/queries/report-form.server.ts";
import { answersOn, listUnchecked, unansweredQuestions } from "#db/queries/verification.server.ts";
import outlines from "#seeds/basemap/country-outlines.json";
import type { AwaitedAnswer, UncheckedReport } from "./components/verification/verification-types.ts";
import type { Match } from "./domain/duplicates/find.ts";
import { goodsOf } from "./domain/goods.ts";
import type { Id } from "./domain/id.ts";
import { localDateIn } from "./domain/local-date.ts";
import { duplicateFinding, findingsOn, jointFinding, riskOf } from "./domain/verification.ts";
import { foundDuplicates } from "./found-duplicates.server.ts";
import { readingParticipants } from "./services/audience.server.ts";
import type { Acting } from "./services/house.server.ts";
import { mustBeAllowed } from "./services/write.server.ts";

/** So many of the longest waiting and of the newest are judged together; a longer queue has its order among them. */
const JUDGED = 300;
const SHOWN = 50;

/** What the coordination unit has to look at: by risk, then by age; what waits for an answer comes last. */
export async function verificationPage(tx: Tx, self: Self, acting: Acting) {
  const member = mustBeAllowed(self, "seizure.check");
  const { operationId, operation } = member;
  const [{ rows, total }, participants, measures, awaited] = await Promise.all([
    listUnchecked(tx, operationId, JUDGED),
    readingParticipants(tx, operationId),
    measuresOn(tx, localDateIn(operation.zone, self.now)),
    unansweredQuestions(tx, operationId),
  ]);
  const ids = rows.map(({ id }) => id);
  const [medians, answers, { matches, coverage }, joined] = await Promise.all([
    usualQuantities(
      tx,
      operationId,
      rows.flatMap(({ input }) => input.items),
    ),
    answersOn(tx, operationId, ids),
    foundDuplicates(tx, self, acting),
    messagesOfJoint(
      tx,
      operationId,
      rows.flatMap(({ joint }) => joint ?? []),
    ),
  ]);
  const suspected = new Map(ids.flatMap((id) => suspectedOf(matches, id)));
  // The other message of a pair may have been checked long since.
  const numbers = await messageNumbers(
    tx,
    operationId,
    [...suspected].map(([id, match]) => otherOf(match, id)),
  );
  const twice = (id: Id) => {
    const match = suspected.get(id);
    return match ? [duplicateFinding(match, numbers[otherOf(match, id)] ?? "")] : [];
  };
  const partners = (id: Id, joint: Id | null) =>
    joined.filter((message) => message.joint === joint && message.id !== id).map(jointFinding);
  const reports = rows.map(({ input, releasedAt, late, joint, ...row }): UncheckedReport => {
    const owner = participants.find(({ agencyId }) => agencyId === row.agencyId);
    const reporterCountry = owner?.administrationKind === "country" ? row.reporter : input.place.country;
    const against = { measures, medians, window: operation, reporterCountry, outlines };
    const findings = [...twice(row.id), ...findingsOn({ input, late }, against), ...partners(row.id, joint)];
    return {
      ...{ id: row.id, version: row.version, messageNo: row.messageNo, reporter: row.reporter },
      agency: owner?.agencyName ?? "",
      releasedAt: releasedAt.toISOString(),
      goods: goodsOf(input.items),
      place: { name: input.place.name, country: input.place.country },
      happened: {
        occurredOn: input.occurredOn,
        occurredTo: input.occurredTo,
        datePrecision: input.datePrecision,
      },
      findings,
      risk: riskOf(findings),
      awaitedSince: awaited.find(({ seizureId }) => seizureId === row.id)?.askedAt.toISOString() ?? null,
      answers: answers
        .filter(({ seizureId }) => seizureId === row.id)
        .map(({ field, question, answer }) => ({ field, question, answer })),
      commands: { verify: uuid(), ask: uuid(), question: uuid() },
    };
  });
  return {
    reports: reports.sort(byRiskThenAge).slice(0, SHOWN),
    total,
    coverage,
    awaited: awaited.map(({ askedAt, ...row }): AwaitedAnswer => ({ ...row, askedAt: askedAt.toISOString() })),
  };
}

/** The surest pair of messages that may be this case told twice, under its id. */
function suspectedOf(matches: readonly Match[], id: Id): [Id, Match][] {
  const match = matches.find(({ kind, ids: pair }) => kind === "duplicate" && pair.includes(id));
  return match ? [[id, match]] : [];
}

function otherOf({ ids: [left, right] }: Match, id: Id): Id {
  return left === id ? right : left;
}

function byRiskThenAge(left: UncheckedReport, right: UncheckedReport): number {
  const waits = Number(left.awaitedSince !== null) - Number(right.awaitedSince !== null);
  return waits || right.risk - left.risk || left.releasedAt.localeCompare(right.releasedAt);
}
