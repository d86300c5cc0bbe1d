import { useText } from "../ui/text-context.tsx";
import type { CsvTable } from "./csv-link.tsx";
import type { Bar } from "./stack.ts";

/** Bars as rows of a file: code, name, cases, confirmed, provisional. */
export function useCountCsv(bars: readonly Bar[]): CsvTable {
  const text = useText();
  const head = ["code", "name", "cases", "confirmed", "provisional"] as const;
  return {
    header: head.map((name) => text(`figure.csv.${name}`)),
    rows: bars.map(({ key, label, total, confirmed, provisional }) => [key, label, total, confirmed, provisional]),
  };
}
