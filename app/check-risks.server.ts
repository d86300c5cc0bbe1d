import type { Tx } from "#db/client.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import { measuresInForce } from "#db/queries/judging.server.ts";
import { usualQuantities } from "#db/queries/report-form.server.ts";
import { keepCheckRisks, type ToBeChecked, toBeChecked, unjudgedChecks } from "#db/queries/verification.server.ts";
import outlines from "#seeds/basemap/country-outlines.json";
import { may } from "./domain/access.ts";
import { localDateIn } from "./domain/local-date.ts";
import { findingsOn, riskOf } from "./domain/verification.ts";
import { readingParticipants } from "./services/audience.server.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf, orRefuse } from "./services/write.server.ts";

/** What stands against each of these reports by itself, by what is usual now, and which agency it is of. */
export async function judging(tx: Tx, self: Self, rows: readonly ToBeChecked[]) {
  const { operationId, operation } = memberOf(self);
  const items = rows.flatMap(({ input }) => input.items);
  const [participants, measures, medians] = await Promise.all([
    readingParticipants(tx, operationId),
    measuresInForce(tx),
    usualQuantities(tx, operationId, items),
  ]);
  const owners = new Map(participants.map((participant) => [participant.agencyId, participant]));
  const of = ({ input, late, agencyId, reporter }: ToBeChecked) => {
    const reporterCountry = owners.get(agencyId)?.administrationKind === "country" ? reporter : input.place.country;
    return findingsOn({ input, late }, { measures, medians, window: operation, reporterCountry, outlines });
  };
  return { of, agencyOf: ({ agencyId }: ToBeChecked) => owners.get(agencyId)?.agencyName ?? "" };
}

/** Reports judged in one transaction, and how many of them before one page is drawn. */
const AT_ONCE = 500;
const BEFORE_A_PAGE = 10;

/**
 * Judges what has come in, or was changed, since the queue was looked at last, and once a day all of it: what is usual
 * moves with what is reported. Only who checks causes it; a report is not slowed down by it. The rest of a backlog that
 * is longer than this is judged when the page is opened the next time, and until then stands by its age.
 */
export async function judgeWhatWaits(acting: Acting): Promise<void> {
  for (let round = 0; round < BEFORE_A_PAGE; round++) {
    if ((await judgeSome(acting)) < AT_ONCE) return;
  }
}

function judgeSome(acting: Acting): Promise<number> {
  return acting.house.db.transaction(async (tx) => {
    const self = orRefuse(await beginAs(tx, acting.token, acting.operationId));
    const member = memberOf(self);
    if (!may(member, "seizure.check", member.operation.state)) return 0;
    const today = localDateIn(member.operation.zone, self.now);
    const ids = await unjudgedChecks(tx, today, AT_ONCE);
    if (ids.length === 0) return 0;
    const rows = await toBeChecked(tx, member.operationId, ids);
    const { of } = await judging(tx, self, rows);
    const found = rows.map((row) => ({ seizure: row.id, version: row.version, risk: riskOf(of(row)) }));
    await keepCheckRisks(tx, today, found);
    return ids.length;
  });
}
