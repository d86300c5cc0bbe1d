import { type Cell, cellOf, type RoutedCase } from "#app/domain/emerging/cell.ts";

/** Ivory from Kenya up to where it was found in Thailand, and other ways of it. */
export const TO_THAILAND = cellOf("KE", "TH", "travelled", "F2");
export const TO_VIET_NAM = cellOf("KE", "VN", "travelled", "F2");
export const ONWARD = cellOf("TH", "CN", "intended", "F2");
export const OTHERS = ["US", "DE", "FR", "GB", "JP"].map((to) => cellOf("BR", to, "travelled", "D1"));

let made = 0;

export function caseOn(day: number, ...cells: Cell[]): RoutedCase {
  made++;
  return { id: `case-${String(made).padStart(6, "0")}`, day, cells };
}

/** The same each `every` days, from a day up to another. */
export function steady(from: number, to: number, every: number, ...cells: Cell[]): RoutedCase[] {
  const cases: RoutedCase[] = [];
  for (let day = from; day <= to; day += every) cases.push(caseOn(day, ...cells));
  return cases;
}

/** Two cases of drugs a day, so that there is an operation around what is looked at. */
export function around(from: number, to: number): RoutedCase[] {
  return Array.from({ length: to - from + 1 }, (_, at) => [
    caseOn(from + at, OTHERS[at % OTHERS.length] ?? TO_THAILAND),
    caseOn(from + at, OTHERS[(at + 2) % OTHERS.length] ?? TO_THAILAND),
  ]).flat();
}
