import type { ReportResults } from "#app/domain/operation-report/results.ts";

const n = (total: number, confirmed = 0) => ({ total, confirmed, provisional: total - confirmed });
const hours = { n: 5, atLeast: 2, median: "6.5", ninetieth: "30.0" };
const NONE = { rows: [], without: [] };

/** Five cases of two countries, as a report has them. */
export function someResults(over: Partial<ReportResults["figures"]> = {}): ReportResults {
  return {
    form: 1,
    figures: {
      cases: n(5, 2),
      late: n(1),
      joint: { cases: 0, messages: 0 },
      byReporter: [
        { key: { reporter: "TH", kind: "D" }, ...n(2, 1) },
        { key: { reporter: "TH", kind: "I" }, ...n(1) },
        { key: { reporter: "VN", kind: "D" }, ...n(2, 1) },
      ],
      bySlot: [{ key: { slot: "D" }, ...n(4, 2) }],
      byGroup: [{ key: { group: "D1" }, ...n(4, 2) }],
      byFamily: [
        { key: { family: "drugs" }, ...n(4, 2) },
        { key: { family: "wildlife" }, ...n(1) },
      ],
      byDay: [
        { key: { day: "2021-04-16", kind: "D" }, ...n(4, 2) },
        { key: { day: "2021-05-20", kind: "I" }, ...n(1) },
      ],
      byMode: [
        { key: { mode: "air_cargo", kind: "D" }, ...n(3, 2) },
        { key: { mode: "post", kind: "D" }, ...n(1) },
        { key: { mode: null, kind: "mixed" }, ...n(1) },
      ],
      slotByMode: [{ key: { slot: "D", mode: "air_cargo" }, ...n(3, 2) }],
      byCountry: [{ key: { country: "TH", kind: "D" }, ...n(5, 2) }],
      byPlaceKind: [],
      byDirection: [],
      byDetection: [{ key: { detection: "x_ray" }, ...n(2) }],
      byConcealment: [],
      slotByConcealment: [],
      corridors: [{ key: { corridor: "NG:>VN:" }, ...n(2) }],
      persons: { persons: 3, confirmed: 1, provisional: 2, stating: 2, silent: 3 },
      quantityBySlot: NONE,
      quantityByCommodity: {
        rows: [
          {
            ...{ key: "F2.raw_ivory", measure: "kg", total: "12.5", confirmed: "0", cases: 1, atLeast: 0 },
            ...{ estimated: "0", estimatedCases: 0 },
          },
        ],
        without: [{ key: "D1.methamphetamine", cases: 1 }],
      },
      liveAnimals: NONE,
      excluded: { notASeizure: 0, outsideWindow: 1, undated: 0 },
      ...over,
    },
    counts: {
      cites: [{ key: { appendix: "I" }, ...n(1) }],
      completeness: { coordinates: 2, departure: 3, destination: 4, concealment: 1, photo: 0 },
      toClearance: hours,
      toRelease: hours,
      merged: 1,
      takedowns: 0,
      participation: { administrations: 3, reporting: 2, nilOnly: 1, silent: 0 },
      agencyDays: { onRecord: 10, nil: 6, missing: 2, awaited: 0 },
    },
    context: {
      ...{ code: "OMD3", name: "Mekong Dragon", edition: "III", kind: "live", datesMovedDays: 0 },
      ...{ zone: "Asia/Ho_Chi_Minh", startsOn: "2021-04-15", endsOn: "2021-09-15", followUpEndsOn: "2021-12-15" },
      ...{ today: "2021-06-01", handling: "H1", tier: "B" },
      participants: [
        { code: "LA", name: "Lao PDR" },
        { code: "TH", name: "Thailand" },
        { code: "VN", name: "Viet Nam" },
      ],
    },
    editions: [
      {
        id: "omd-2",
        name: "OMD II",
        figures: [{ line: "cases", value: "284", unit: "case", qualifier: "exact", definition: "cases", source: "S8" }],
      },
    ],
  };
}
