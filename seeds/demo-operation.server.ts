import { addDays, daysBetween, instantAt, type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import type { OperationPlan } from "#app/domain/operation.ts";
import { readAirSeizures } from "./demo-air.server.ts";
import { readLemisSeizures } from "./demo-lemis.server.ts";
import type { DemoReading, DemoRecord } from "./demo-record.ts";
import { seedId } from "./seed-id.ts";
import type { SeedOperation, SeedRelease } from "./seed-plan.ts";
import { ACCOUNT_AGENCIES, agencyOf, customsOf, headquartersId, personId, seedMembers } from "./world.server.ts";

/**
 * The demo: a year of real seizures, every date moved by the same whole number of days, so that the operation is in
 * its eleventh month today. See docs/decisions for why this year.
 */
const ZONE = "Asia/Ho_Chi_Minh";
const FIRST_DAY: LocalDate = "2015-03-12";
const LAST_DAY: LocalDate = "2016-03-10";
/** The historic day that is shown as today. */
const DAY_SHOWN_AS_TODAY: LocalDate = "2016-01-31";

export type DemoOperation = SeedOperation & {
  /** Records of the two files that are not in it, by reason. */
  leftOut: Record<string, number>;
};

export function demoOperation(now: Date): DemoOperation {
  const moved = daysBetween(DAY_SHOWN_AS_TODAY, localDateIn(ZONE, now));
  const readings = [readAirSeizures(sieve), readLemisSeizures(sieve)];
  const records = readings.flatMap((reading) => reading.records);
  const releases = records.map((record) => releaseOf(record, moved, now)).sort(byRelease);
  const agencies = new Set([...ACCOUNT_AGENCIES, ...records.map(codeOf)].filter((code) => code !== "HOST"));
  return {
    id: seedId("operation", "DEMO"),
    code: "DEMO",
    kind: "demo",
    datesMovedDays: moved,
    plan: planOf(moved),
    openedBy: personId("lead.vn"),
    agencies: [...agencies].sort(),
    members: seedMembers("DEMO"),
    releases,
    waiting: [],
    corrections: [],
    questions: [],
    watch: null,
    after: null,
    tallies: "unknown",
    leftOut: sumUp(readings),
  };
}

function sieve(day: LocalDate): string | null {
  if (day < FIRST_DAY || day > LAST_DAY) return "outside the year";
  return day > DAY_SHOWN_AS_TODAY ? "still to come" : null;
}

function sumUp(readings: readonly DemoReading[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [why, count] of readings.flatMap((reading) => [...reading.leftOut])) sum[why] = (sum[why] ?? 0) + count;
  return sum;
}

function byRelease(left: SeedRelease, right: SeedRelease): number {
  return left.releasedAt.localeCompare(right.releasedAt) || left.input.id.localeCompare(right.input.id);
}

const codeOf = ({ country, agency }: DemoRecord) => (agency === "FWS" ? "US-FWS" : customsOf(country));

/** The records do not say when they were reported: they appear in the afternoon of their own day, never later than now. */
function releaseOf(record: DemoRecord, moved: number, now: Date): SeedRelease {
  const day = addDays(record.on, moved);
  const minutes = Number.parseInt(record.input.id.slice(0, 4), 16) % 180;
  const wished = instantAt(ZONE, day, "14:00").getTime() + minutes * 60_000;
  const released = new Date(Math.min(wished, now.getTime() - minutes * 1000));
  const code = codeOf(record);
  return {
    agencyId: agencyOf(code).id,
    unitId: headquartersId(code),
    input: { ...record.input, occurredOn: day },
    clearedAt: new Date(released.getTime() - 600_000).toISOString(),
    releasedAt: released.toISOString(),
    verifiedAt: null,
    withdrawn: null,
  };
}

function planOf(moved: number): OperationPlan {
  const on = (day: LocalDate, more = 0) => addDays(day, moved + more);
  return {
    name: "Demo: wildlife by air, historic records",
    edition: "",
    objectives:
      "Real seizures of ivory, rhino horn, reptiles, birds and amphibians, March 2015 to March 2016, from open data. " +
      "All dates are moved by the same number of days; each record keeps its original date, source and licence.",
    scope: ["F2", "F3", "F5", "F6", "F7", "F9"],
    zone: ZONE,
    startsOn: on(FIRST_DAY),
    endsOn: on(LAST_DAY),
    followUpEndsOn: on(LAST_DAY, 60),
    debriefOn: on(LAST_DAY, 90),
    cutOff: "18:00",
    lateLimitHours: 72,
    handling: "H0",
    tier: "B",
    joining: "from_start",
    reportersReadFacts: true,
    showsPresence: false,
    boundaryProfile: "no_disputed",
  };
}
