import { useText } from "../ui/text-context.tsx";
import { changeBetween } from "./beside-bars.ts";
import type { CsvTable } from "./csv-link.tsx";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Bar } from "./stack.ts";

const HEAD = ["code", "name", "cases", "confirmed", "provisional"] as const;
const COMPARED_HEAD = ["period", "cases", "confirmed", "provisional", "than"] as const;

/** Bars as rows of a file: code, name, cases, confirmed, provisional; of two periods both, and the days of each. */
export function useCountCsv(bars: readonly Bar[], compared?: ComparedPeriods): CsvTable {
  const text = useText();
  const unlike = compared !== undefined && compared.first.days !== compared.second.days;
  return {
    header: [
      ...HEAD.map((name) => text(`figure.csv.${name}`)),
      ...(compared ? COMPARED_HEAD.map((name) => text(`compare.csv.${name}`)) : []),
      ...(compared ? [text(unlike ? "compare.csv.difference_a_day" : "compare.csv.difference")] : []),
    ],
    rows: bars.map((bar) => [
      ...[bar.key, bar.label, bar.total, bar.confirmed, bar.provisional],
      ...(compared ? comparedCells(bar, compared) : []),
    ]),
  };
}

function comparedCells(bar: Bar, compared: ComparedPeriods): (string | number | null)[] {
  const { total, confirmed, provisional } = bar.than ?? { total: 0, confirmed: 0, provisional: 0 };
  const { difference, per } = changeBetween(compared, { first: bar.total, second: total });
  const days = ({ from, to, days: n }: ComparedPeriods["first"]) => `${from}/${to} (${n})`;
  const rounded = per === "day" && difference !== null ? Number(difference.toFixed(4)) : difference;
  return [days(compared.first), total, confirmed, provisional, days(compared.second), rounded];
}
