import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { tallyBandsOn } from "#db/queries/reference.server.ts";
import { tallySpans } from "#db/queries/tally-cases.server.ts";
import { daysBetween } from "../domain/calendar.ts";
import { localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import type { Measures } from "../domain/quantity.ts";
import { type Implausible, implausibleTotals, type TallyBand } from "../domain/tally/bands.ts";
import type { TallyInput } from "../domain/tally/tally.ts";

let inForce: { on: string; bands: Promise<TallyBand[]> } | null = null;

/** Bounds change only with a release of Naga, as units do. */
export function tallyBandsInForce(tx: Tx): Promise<TallyBand[]> {
  const on = localDateIn("UTC", new Date());
  if (inForce?.on !== on) {
    const bands = tallyBandsOn(tx, on).catch((thrown) => {
      inForce = null;
      throw thrown;
    });
    inForce = { on, bands };
  }
  return inForce.bands;
}

/**
 * Totals that nobody would expect of their days, of each tally. Those that the writer has not confirmed are asked back, all
 * at once, each at its line; the confirmed ones are answered, to be kept with what was said.
 */
export async function mustBePlausible(
  tx: Tx,
  member: Membership,
  tallies: readonly TallyInput[],
  measures: Measures,
): Promise<Implausible[][]> {
  const bands = await tallyBandsInForce(tx);
  const asOneDay = tallies.map(({ groups }) => implausibleTotals(groups, { measures, bands, days: 1 }));
  if (asOneDay.every((found) => found.length === 0)) return asOneDay;
  const daysOf = await standingFor(tx, member, tallies);
  const found = tallies.map(({ day, groups }) => implausibleTotals(groups, { measures, bands, days: daysOf(day) }));
  const fields = tallies.flatMap(({ groups }, at) =>
    (found[at] ?? [])
      .filter(({ row, line }) => !groups[row]?.quantities[line]?.confirmed)
      .map(({ row, line }): [string, string[]] => [
        `tallies.${at}.groups.${row}.quantities.${line}.quantity`,
        ["tally.quantity.implausible"],
      ]),
  );
  if (fields.length > 0) throw new Problem("invalid", "body.invalid", {}, { fields: Object.fromEntries(fields) });
  return found;
}

/** For how many days a tally of each day stands: one, or with a weekly promise all since the last. */
async function standingFor(tx: Tx, { operationId, agencyId }: Membership, tallies: readonly TallyInput[]) {
  const days = tallies.map(({ day }) => day).sort();
  const [from, to] = [days[0], days.at(-1)];
  const spans = from && to ? await tallySpans(tx, operationId, agencyId, { from, to }) : [];
  return (day: string) => {
    const since = spans.find((span) => span.day === day)?.since ?? day;
    return daysBetween(since, day) + 1;
  };
}
