import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { may } from "./domain/access.ts";
import { newReportPage } from "./report-loading.server.ts";
import { memberOf } from "./services/write.server.ts";
import { tallyChoicesNow } from "./tally-page.server.ts";

/** The forms of a member who may report: everything that they are drawn with, and nothing of anybody's records. */
export async function outboxKit(tx: Tx, self: Self, request: Request) {
  const member = memberOf(self);
  const { agencyId, operation } = member;
  const page = await newReportPage(tx, self, request);
  const tallies = may(member, "tally.write", operation.state, { agencyId });
  return {
    person: self.person.id,
    report: page.refused === null ? { choices: page.choices, initial: page.initial } : null,
    tally: tallies ? { agency: agencyId, zone: operation.zone, choices: await tallyChoicesNow(tx, self) } : null,
  };
}
