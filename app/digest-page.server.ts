import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { ownCases, ownCorrections, ownQuestions, ownReturns } from "#db/queries/digest.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { usualQuantities } from "#db/queries/report-form.server.ts";
import outlines from "#seeds/basemap/country-outlines.json";
import { frequentFindings, spreadOf } from "./domain/digest.ts";
import { localDateIn } from "./domain/local-date.ts";
import { delayUntil } from "./domain/timeliness.ts";
import { findingsOn } from "./domain/verification.ts";
import { mustBeAllowed } from "./services/write.server.ts";

/** So many of the newest cases are looked at. */
const LOOKED_AT = 500;

/** What an agency may learn from its own reports: how fast they went, and what the checks found most often. */
export async function digestPage(tx: Tx, self: Self) {
  const member = mustBeAllowed(self, "digest.read", { agencyId: self.member?.agencyId });
  const { operationId, agencyId, operation, administrationCode } = member;
  const [cases, corrections, asked, returned, measures] = await Promise.all([
    ownCases(tx, operationId, agencyId, LOOKED_AT),
    ownCorrections(tx, operationId, agencyId),
    ownQuestions(tx, operationId, agencyId),
    ownReturns(tx, operationId, agencyId),
    measuresOn(tx, localDateIn(operation.zone, self.now)),
  ]);
  const medians = await usualQuantities(
    tx,
    operationId,
    cases.flatMap(({ input }) => input.items),
  );
  const against = { measures, medians, window: operation, reporterCountry: administrationCode, outlines };
  const toCleared = cases.flatMap(
    ({ input, clearedAt }) => delayUntil(input, operation.zone, clearedAt)?.milliseconds ?? [],
  );
  return {
    cases: cases.length,
    most: LOOKED_AT,
    late: cases.filter(({ late }) => late).length,
    toCleared: spreadOf(toCleared),
    toReleased: spreadOf(cases.map(({ clearedAt, releasedAt }) => releasedAt.getTime() - clearedAt.getTime())),
    findings: frequentFindings(cases.map((one) => findingsOn(one, against))),
    corrections,
    returned,
    questions: {
      asked: asked.length,
      open: asked.filter(({ answeredAt }) => answeredAt === null).length,
      toAnswer: spreadOf(
        asked.flatMap(({ askedAt, answeredAt }) => (answeredAt ? answeredAt.getTime() - askedAt.getTime() : [])),
      ),
    },
  };
}
