import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { tallyTotals } from "#db/queries/tally-totals.server.ts";
import { may } from "./domain/access.ts";
import { choosesCommodity, type FactFilter, NO_FILTER } from "./domain/fact-filter.ts";
import { type LocalDate, localDateIn } from "./domain/local-date.ts";
import type { TallySpan, TallyTotals } from "./domain/tally/totals.ts";
import { memberOf } from "./services/write.server.ts";

type WantedSpan = { from?: LocalDate; to?: LocalDate; filter?: FactFilter };

/**
 * The days of the operational phase so far, or of a span of it, of which the reader may have totals by tallies: of all
 * agencies, or of the own one. Null for those who read no tallies, and before the first day.
 */
export function tallySpanFor(self: Self, { filter = NO_FILTER, ...wanted }: WantedSpan = {}): TallySpan | null {
  const member = memberOf(self);
  const { agencyId, operation } = member;
  const all = may(member, "tally.read", operation.state, {});
  if (!all && !may(member, "tally.read", operation.state, { agencyId })) return null;
  const from = latest(operation.startsOn, wanted.from, filter.from);
  const to = earliest(operation.endsOn, localDateIn(operation.zone, self.now), wanted.to, filter.to);
  return from > to ? null : { from, to, scope: all ? "all" : "own" };
}

/** Totals by tallies of these days. Of a filter, days, countries and goods are known to a tally. */
export async function tallyTotalsFor(tx: Tx, self: Self, wanted: WantedSpan = {}): Promise<TallyTotals | null> {
  const span = tallySpanFor(self, wanted);
  if (!span) return null;
  const { operationId, agencyId, readsFacts } = memberOf(self);
  const { filter = NO_FILTER } = wanted;
  const named = await agenciesOf(tx, operationId, filter.reporters);
  const agencies = span.scope === "all" ? named : [agencyId].filter((own) => named === null || named.includes(own));
  const totals = await tallyTotals(tx, { operationId, ...span, at: self.now, agencies });
  const narrowed = filter.slots.length + filter.groups.length > 0;
  return {
    ...totals,
    groups: totals.groups.filter(({ group }) => choosesCommodity(filter, group)),
    // Persons are said of a day, not of goods.
    arrested: narrowed ? null : totals.arrested,
    scope: span.scope,
    compared: readsFacts,
  };
}

/** Up to so many cases they are set beside the tallies on every look; beyond, where totals by tallies are asked for. */
const COMPARED_AT_ONCE = 20_000;

/** For a page that offers both: the span, and the totals where they are asked for or are no work. */
export async function tallyTotalsBeside(
  tx: Tx,
  self: Self,
  wanted: { by: string | null; cases: number; filter?: FactFilter },
) {
  const span = tallySpanFor(self, wanted);
  const counted = span !== null && (wanted.by === "tallies" || wanted.cases <= COMPARED_AT_ONCE);
  return { span, totals: counted ? await tallyTotalsFor(tx, self, wanted) : null };
}

const latest = (day: LocalDate, ...others: (LocalDate | null | undefined)[]): LocalDate =>
  others.reduce<LocalDate>((so, other) => (other && other > so ? other : so), day);
const earliest = (day: LocalDate, ...others: (LocalDate | null | undefined)[]): LocalDate =>
  others.reduce<LocalDate>((so, other) => (other && other < so ? other : so), day);

async function agenciesOf(tx: Tx, operationId: string, reporters: readonly string[]) {
  if (reporters.length === 0) return null;
  const participants = await listParticipants(tx, operationId);
  return participants
    .filter(({ administrationCode }) => reporters.includes(administrationCode))
    .map(({ agencyId }) => agencyId);
}
