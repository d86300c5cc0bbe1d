import { type SeizureInput, SeizureInput as SeizureShape } from "#app/domain/seizure.ts";
import { readAirSeizures } from "#seeds/demo-air.server.ts";
import { readLemisSeizures } from "#seeds/demo-lemis.server.ts";
import type { DemoRecord } from "#seeds/demo-record.ts";
import { groupBy } from "#seeds/group-by.ts";
import { type Chance, chance } from "#seeds/random.ts";
import { seedId } from "#seeds/seed-id.ts";

/** A report of the labelled set. Reports with the same `truth` tell of one case, all others of different ones. */
export type Labelled = {
  agencyId: string;
  reporter: string;
  input: SeizureInput;
  truth: string;
  /** Which edit or which near-copy made it; RECORD for what the sources hold. */
  made: string;
  /** Of which record it is a copy, by id. */
  copyOf: string | null;
};

export const RECORD = "record";

export type Part = "tune" | "held-out";

const SEED = 20_160_131;

/**
 * All records of the two files with a day and a place of seizure, in two parts. Records of one country and month stay
 * together, so that real neighbours are in one part; of ten such groups four are for tuning.
 */
export function recordsOf(part: Part): Labelled[] {
  const records = [...readAirSeizures(() => null).records, ...readLemisSeizures(() => null).records];
  const numbered = registered(records);
  const truths = truthsOf(records);
  const roll = chance(SEED);
  const groups = [
    ...groupBy(numbered, ({ input }) => `${input.place.country}|${input.occurredOn.slice(0, 7)}`).values(),
  ];
  const chosen = groups.filter(() => (roll.percent(40) ? "tune" : "held-out") === part).flat();
  return chosen.map((report) => ({ ...report, truth: truths.get(report.truth) ?? report.truth }));
}

/** An agency by its code, as its id: "VN-CUS" for the customs. */
export const agencyIdOf = (code: string) => seedId("bench", "agency", code);

/**
 * The sources have neither case numbers nor flights. Each agency gets a register by year that runs by day, and four in
 * ten records by air a flight of the few that go from there.
 */
function registered(records: readonly DemoRecord[]): Labelled[] {
  const roll = chance(SEED + 1);
  const serials = new Map<string, number>();
  return [...records]
    .sort((left, right) => left.on.localeCompare(right.on) || left.input.id.localeCompare(right.input.id))
    .map(({ input, country, agency }) => {
      const code = agency === "FWS" ? "US-FWS" : `${country}-CUS`;
      const year = input.occurredOn.slice(2, 4);
      const serial = (serials.get(`${code}|${year}`) ?? 0) + roll.between(8, 12);
      serials.set(`${code}|${year}`, serial);
      const nationalCaseNo = `${code} ${String(serial).padStart(4, "0")}/${year}`;
      const byAir = agency !== "FWS" && roll.percent(40);
      const transportNo = byAir ? flightFrom(input.place.placeId ?? country, roll) : "";
      const told = SeizureShape.parse({ ...input, nationalCaseNo, transportNo });
      return {
        agencyId: agencyIdOf(code),
        reporter: country,
        input: told,
        truth: input.id,
        made: RECORD,
        copyOf: null,
      };
    });
}

/** Twelve flights for every place: cases of one day are now and then of one flight. */
function flightFrom(place: string, roll: Chance): string {
  const own = chance(Number.parseInt(seedId("bench", place).slice(0, 8), 16));
  const flights = Array.from(
    { length: 12 },
    () => `${own.pick(["QR", "EK", "SQ", "TG", "KQ"])} ${own.between(10, 989)}`,
  );
  return roll.pick(flights);
}

/** Records that are equal in every field of their source but its row number are one case, by id of the first. */
function truthsOf(records: readonly DemoRecord[]): Map<string, string> {
  const same = groupBy(records, ({ input }) => {
    const { id, nationalCaseNo, origin, ...told } = input;
    return JSON.stringify([told, origin?.source]);
  });
  return new Map(
    [...same.values()].flatMap((twins) =>
      twins.map(({ input }) => [input.id, twins[0]?.input.id ?? input.id] as const),
    ),
  );
}
