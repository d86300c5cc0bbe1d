import { v7 as uuid } from "uuid";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { addDays } from "#app/domain/local-date.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { ownCases, ownCorrections, ownQuestions, ownReturns } from "#db/queries/digest.server.ts";
import { messagesOfJoint, partnersOf } from "#db/queries/duplicates.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { listHandovers } from "#db/queries/handovers.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import {
  daysOnRecord,
  eventsSince,
  onRouteSince,
  questionsAnsweredSince,
  questionsAskedSince,
  releasedSince,
  remindedSince,
  reportsReturnedSince,
} from "#db/queries/since.server.ts";
import { tallyTotals } from "#db/queries/tally-totals.server.ts";
import { touchedSince } from "#db/queries/touched.server.ts";
import { listEntries, listShifts, openPromises, unacceptedHandovers } from "#db/queries/watch.server.ts";

const TODAY = new Date();
const DAY = TODAY.toISOString().slice(0, 10);

type Queries = Record<string, (tx: Tx, member: Membership) => Promise<unknown>>;

const about = ({ operationId, agencyId, id: memberId }: Membership, days: number) => ({
  ...{ operationId, agencyId, memberId },
  since: new Date(TODAY.getTime() - days * 86_400_000),
});

/** What the panel on opening asks, of a look so many days ago. */
const since = (days: number): Queries => ({
  [`questions and returned reports since ${days} days ago`]: async (tx, member) => {
    await questionsAskedSince(tx, about(member, days));
    await questionsAnsweredSince(tx, about(member, days));
    await reportsReturnedSince(tx, about(member, days));
  },
  [`cases since ${days} days ago`]: async (tx, member) => {
    await releasedSince(tx, about(member, days));
    await onRouteSince(tx, about(member, days), "LA");
  },
  [`days since ${days} days ago`]: async (tx, member) => {
    await remindedSince(tx, about(member, days));
    await daysOnRecord(tx, about(member, days), [DAY, addDays(DAY, -1)]);
  },
});

/** Lists and sums of a day's work, beside those of the cases. */
export const OF_DAYS: Queries = {
  ...since(1),
  ...since(30),
  digest: async (tx, { operationId, agencyId }) => [
    await ownCases(tx, operationId, agencyId, 500),
    await ownCorrections(tx, operationId, agencyId),
    await ownQuestions(tx, operationId, agencyId),
    await ownReturns(tx, operationId, agencyId),
  ],
  watch: async (tx, { operationId, agencyId }) => [
    await listShifts(tx, operationId, new Date()),
    await listEntries(tx, { operationId, agencyId }, { before: null, limit: 50 }),
    await openPromises(tx, { operationId, agencyId }),
    await unacceptedHandovers(tx),
    await listHandovers(tx, { operationId, agencyId }, 20),
  ],
  "totals of a week's tallies": (tx, { operationId }) =>
    tallyTotals(tx, { operationId, from: addDays(DAY, -6), to: DAY, at: TODAY, agencies: null }),
  "messages of joint cases": async (tx, { operationId }) => [
    await partnersOf(tx, operationId, { id: uuid(), joint: { head: uuid(), place: 0 } }),
    await messagesOfJoint(
      tx,
      operationId,
      Array.from({ length: 300 }, () => uuid()),
    ),
  ],
};

/** Of the longest period that is asked for at once. */
export const totalsOfTwoMonths = (tx: Tx, { operationId }: Membership) =>
  tallyTotals(tx, { operationId, from: addDays(DAY, -62), to: DAY, at: TODAY, agencies: null });

/** What others did, of a look so many days ago. */
export const eventsOf = (days: number) => (tx: Tx, member: Membership) =>
  eventsSince(tx, about(member, days), ["seizure.amended", "seizure.withdrawn", "tally.posted"]);

/** What a machine is told that asks for what changed after a number of the feed. */
export const changesOf = (back: number) => async (tx: Tx, member: Membership) => {
  const stream = (await followableStreams(tx)).find(({ kind }) => kind === "operation");
  if (!stream) throw new Error("no stream");
  const { seizures } = await touchedSince(tx, stream.id, stream.head - back, stream.head);
  if (seizures.length !== back) throw new Error(`${seizures.length} seizures of ${back} changes`);
  const wanted = { filter: NO_FILTER, search: "", sort: "newest" as const, cursor: null, limit: 50, unitId: null };
  return listSeizures(tx, member.operationId, { ...wanted, among: { facts: seizures, cases: seizures } });
};
