import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { messagesOfJoint } from "#db/queries/duplicates.server.ts";
import { messageNumbers } from "#db/queries/handovers.server.ts";
import {
  answersOn,
  type Beside,
  rankedChecks,
  toBeChecked,
  unansweredQuestions,
} from "#db/queries/verification.server.ts";
import { judging } from "./check-risks.server.ts";
import type { AwaitedAnswer, UncheckedReport } from "./components/verification/verification-types.ts";
import type { Match } from "./domain/duplicates/find.ts";
import { goodsOf } from "./domain/goods.ts";
import type { Id } from "./domain/id.ts";
import { duplicateFinding, jointFinding, riskOf } from "./domain/verification.ts";
import { foundDuplicates } from "./found-duplicates.server.ts";
import type { Acting } from "./services/house.server.ts";
import { mustBeAllowed } from "./services/write.server.ts";

const SHOWN = 50;

/** What the coordination unit has to look at: by risk, then by age; what waits for an answer comes last. */
export async function verificationPage(tx: Tx, self: Self, acting: Acting, asked: URLSearchParams) {
  const member = mustBeAllowed(self, "seizure.check");
  const { operationId } = member;
  const [{ matches, coverage }, awaited] = await Promise.all([
    foundDuplicates(tx, self, acting),
    unansweredQuestions(tx, operationId),
  ]);
  const suspected = new Map(surestOf(matches));
  const beside = Object.fromEntries([...suspected].map(([id, match]) => [id, duplicateFinding(match, "").weight]));
  const { page, ids, total, unjudged } = await pageOf(tx, beside, pageAsked(asked));
  const rows = await toBeChecked(tx, operationId, ids);
  const [findingsIn, answers, joined, numbers] = await Promise.all([
    judging(tx, self, rows),
    answersOn(tx, operationId, ids),
    messagesOfJoint(
      tx,
      operationId,
      rows.flatMap(({ joint }) => joint ?? []),
    ),
    // The other message of a pair may have been checked long since.
    messageNumbers(
      tx,
      operationId,
      ids.flatMap((id) => otherOf(suspected.get(id), id)),
    ),
  ]);
  const twice = (id: Id) => {
    const match = suspected.get(id);
    return match ? [duplicateFinding(match, numbers[otherOf(match, id)[0] ?? ""] ?? "")] : [];
  };
  const partners = (id: Id, joint: Id | null) =>
    joined.filter((message) => message.joint === joint && message.id !== id).map(jointFinding);
  const reports = rows.map((row): UncheckedReport => {
    const { input, releasedAt, joint } = row;
    const findings = [...twice(row.id), ...findingsIn.of(row), ...partners(row.id, joint)];
    return {
      ...{ id: row.id, version: row.version, messageNo: row.messageNo, reporter: row.reporter },
      agency: findingsIn.agencyOf(row),
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
    reports,
    ...{ total, unjudged, page, from: (page - 1) * SHOWN + 1, pages: Math.max(1, Math.ceil(total / SHOWN)) },
    coverage,
    awaited: awaited.map(({ askedAt, ...row }): AwaitedAnswer => ({ ...row, askedAt: askedAt.toISOString() })),
  };
}

/** The page that was asked for; where the queue has become shorter meanwhile, its last one. */
async function pageOf(tx: Tx, beside: Beside, asked: number) {
  const at = (page: number) => rankedChecks(tx, beside, { limit: SHOWN, offset: (page - 1) * SHOWN });
  const found = await at(asked);
  if (found.ids.length > 0 || asked === 1) return { page: asked, ...found };
  const page = Math.max(1, Math.ceil((await at(1)).total / SHOWN));
  return { page, ...(await at(page)) };
}

function pageAsked(asked: URLSearchParams): number {
  const typed = asked.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1;
}

/** The surest pair of messages that may be a case told twice, under the id of each. */
function surestOf(matches: readonly Match[]): [Id, Match][] {
  const pairs = matches.filter(({ kind }) => kind === "duplicate");
  // The surest comes first, and the last entry under an id stays.
  return pairs.reverse().flatMap((match) => match.ids.map((id): [Id, Match] => [id, match]));
}

function otherOf(match: Match | undefined, id: Id): Id[] {
  return match ? match.ids.filter((one) => one !== id) : [];
}
