import type { Membership, Self } from "#db/queries/acting.server.ts";
import { may } from "../domain/access.ts";
import type { Today } from "../domain/figures/result.ts";
import type { Id } from "../domain/id.ts";
import { addDays, instantAt, localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import { memberOf, mustBeAllowed } from "./write.server.ts";

/** For pages made of facts: refused to those who read none, in words that say so. */
export function mustReadFacts(self: Self): Membership {
  const member = memberOf(self);
  const own = { agencyId: member.agencyId, unitId: member.unitId };
  if (!may(member, "facts.read", member.operation.state, own)) throw new Problem("forbidden", "facts.refused");
  return member;
}

/** For pages made of tallies: refused to those who read none, not even the own agency's. */
export function mustReadTallies(self: Self): Membership {
  return mustBeAllowed(self, "tally.read", { agencyId: memberOf(self).agencyId });
}

/** The operational day that is running: the calendar day in the operation's zone, as two instants. */
export function operationDay({ operation: { zone } }: Membership, now: Date): Today {
  const day = localDateIn(zone, now);
  return { from: instantAt(zone, day, "00:00"), to: instantAt(zone, addDays(day, 1), "00:00"), zone };
}

/** The unit whose seizures are all that the member sees; null for those who see more. */
export function onlyUnitOf({ readsFacts, unitId }: Membership): Id | null {
  return readsFacts ? null : unitId;
}
