import { z } from "zod";
import { type CaseKey, FIGURES } from "../figures/definition.ts";
import { FILTER } from "./seizure.ts";

export const FiguresAsked = z.strictObject(FILTER);

const Count = { total: z.number().int(), confirmed: z.number().int(), provisional: z.number().int() };
const CaseCount = z.object(Count);

/** Cases by values of these keys; null where the value is not known. */
function casesBy<const K extends readonly CaseKey[]>(keys: K) {
  const key = Object.fromEntries(keys.map((name) => [name, z.string().nullable()])) as {
    [N in K[number]]: z.ZodNullable<z.ZodString>;
  };
  return z.array(z.object({ key: z.object(key), ...Count }));
}

const DELAY = { days: z.number().int().nullable().describe("Null: no one day is known."), ...Count };

const Quantities = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      measure: z.string(),
      total: z.string(),
      confirmed: z.string(),
      cases: z.number().int(),
      atLeast: z.number().int(),
      estimated: z.string().describe("Stands apart: in no total."),
      estimatedCases: z.number().int(),
    }),
  ),
  without: z.array(z.object({ key: z.string(), cases: z.number().int() })).describe("Cases without a known quantity."),
});

/** Every figure of the screens at one moment, by the same definitions. */
export const FiguresAnswer = z.object({
  at: z.string(),
  rules: z.record(z.string(), z.string()).describe("By which version of its rule each figure is counted."),
  figures: z.object({
    cases: CaseCount,
    late: CaseCount,
    joint: z.object({ cases: z.number().int(), messages: z.number().int() }),
    byReporter: casesBy(FIGURES.byReporter.by),
    bySlot: casesBy(FIGURES.bySlot.by),
    byGroup: casesBy(FIGURES.byGroup.by),
    byFamily: casesBy(FIGURES.byFamily.by),
    byDay: casesBy(FIGURES.byDay.by),
    byMode: casesBy(FIGURES.byMode.by),
    slotByMode: casesBy(FIGURES.slotByMode.by),
    byCountry: casesBy(FIGURES.byCountry.by),
    byPlaceKind: casesBy(FIGURES.byPlaceKind.by),
    byDirection: casesBy(FIGURES.byDirection.by),
    byDetection: casesBy(FIGURES.byDetection.by),
    byConcealment: casesBy(FIGURES.byConcealment.by),
    slotByConcealment: casesBy(FIGURES.slotByConcealment.by),
    corridors: casesBy(FIGURES.corridors.by).describe("`KE>VN` was travelled, `VN~CN` only intended."),
    flows: casesBy(FIGURES.flows.by).describe(
      "Countries of origin, transit, seizure and destination (`oKE`) and steps between them (`oKE>tAE`); XX is not known.",
    ),
    byDelay: z.array(z.object(DELAY)).describe("Days from seizure to release, in the operation's zone."),
    delayByReporter: z.array(z.object({ reporter: z.string(), ...DELAY })),
    persons: z.object({
      persons: z.number().int(),
      confirmed: z.number().int(),
      provisional: z.number().int(),
      stating: z.number().int(),
      silent: z.number().int(),
    }),
    quantityBySlot: Quantities,
    quantityByCommodity: Quantities,
    strips: z.array(
      z.object({
        key: z.string(),
        measure: z.string(),
        bars: z.array(z.object({ quantity: z.string(), confirmed: z.boolean() })),
      }),
    ),
    liveAnimals: Quantities,
    excluded: z.object({
      notASeizure: z.number().int(),
      outsideWindow: z.number().int(),
      undated: z.number().int(),
    }),
    coverage: z.array(z.object({ reporter: z.string(), cases: z.number().int(), today: z.number().int() })),
  }),
});
