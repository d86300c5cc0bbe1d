import { type Amount, readAmount, writeAmount } from "./amounts.ts";
import { canCross, PIVOT_KEYS, type Pivot, type PivotKey } from "./pivot.ts";

/** Charts whose reader may choose what is added up and what it is split by, with the key that each is sorted by. */
export const CHOSEN_KEYS = {
  byReporter: "reporter",
  byGroup: "group",
  corridors: "corridor",
  byCountry: "country",
  byPlaceKind: "placeKind",
  byMode: "mode",
  byDirection: "direction",
  byDetection: "detection",
  byConcealment: "concealment",
} as const satisfies Record<string, PivotKey>;
export type ChosenFigure = keyof typeof CHOSEN_KEYS;
const FIGURES = Object.keys(CHOSEN_KEYS) as ChosenFigure[];

/** What one chart shows instead of its cases by kind: another measure, another split, or both. */
export type ChartChoice = { figure: ChosenFigure; split: PivotKey | null; amount: Amount | null };

/** Names in an address: `m.byMode=persons&s.byMode=reporter`. */
export const measureName = (figure: ChosenFigure) => `m.${figure}`;
export const splitName = (figure: ChosenFigure) => `s.${figure}`;

/** Choices of an address; what cannot be is left out, and with nothing left the chart is as it always is. */
export function readChoices(params: URLSearchParams): ChartChoice[] {
  return FIGURES.flatMap((figure) => {
    const amount = readAmount(params.get(measureName(figure)));
    const asked = PIVOT_KEYS.find((key) => key === params.get(splitName(figure)));
    const split = asked && canCross(CHOSEN_KEYS[figure], asked) ? asked : null;
    return amount === null && split === null ? [] : [{ figure, split, amount }];
  });
}

export function writeChoices(choices: readonly ChartChoice[], params: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const [name, value] of choiceParams(choices)) written.set(name, value);
  return written;
}

export function choiceParams(choices: readonly ChartChoice[]): [name: string, value: string][] {
  return choices.flatMap(({ figure, split, amount }) => [
    ...(amount ? [[measureName(figure), writeAmount(amount)] as [string, string]] : []),
    ...(split ? [[splitName(figure), split] as [string, string]] : []),
  ]);
}

export function pivotOf({ figure, split, amount }: ChartChoice): Pivot {
  return { rows: CHOSEN_KEYS[figure], columns: split, measure: "total", amount };
}
