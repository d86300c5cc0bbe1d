import type { Change } from "#app/domain/figures/compare.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useCoverageDays } from "./coverage-line.tsx";
import { usePeriodName } from "./period-name.ts";
import type { ComparedPeriods } from "./reckoning.ts";

export type ChangeWords = { difference: string | null; share: string | null };

/** "+12" and "+40.0%"; "−0.31 a day" where the periods differ in length. Null where it is not known, or nothing more. */
export function useChangeWords(): (change: Change) => ChangeWords {
  const text = useText();
  const format = useFormat();
  return ({ difference, share, per }) => {
    if (difference === null) return { difference: null, share: null };
    const size = Math.abs(difference);
    const number = per === "day" ? format.decimal(size.toFixed(2)) : format.number(size);
    const said = `${signOf(difference)}${number}`;
    return {
      difference: per === "day" ? text("compare.a_day", { n: said }) : said,
      share: share === null || share === 0 ? null : `${signOf(share)}${format.percent(Math.abs(share), 1)}`,
    };
  };
}

const signOf = (value: number) => (value === 0 ? "" : value > 0 ? "+" : "\u2212");

/** How the column of the second period is headed: it may lie anywhere. */
export function useSecondHead(): (compared: Pick<ComparedPeriods, "first" | "second">) => string {
  const text = useText();
  return ({ first, second }) => text(second.to < first.from ? "compare.column.before" : "compare.column.other");
}

/** Both periods with their days, and who stands behind the second; empty where nothing is compared. */
export function useComparedWords(compared: ComparedPeriods | undefined): string {
  const text = useText();
  const periodName = usePeriodName();
  const daysOf = useCoverageDays();
  if (!compared) return "";
  const { first, second, behind } = compared;
  const said = [
    text("compare.line", {
      first: periodName(first),
      days: first.days,
      second: periodName(second),
      other: second.days,
    }),
    ...(first.days === second.days ? [] : [text("compare.line.unlike")]),
    ...(behind && behind.onRecord + behind.missing > 0 ? [text("compare.line.behind", { days: daysOf(behind) })] : []),
  ];
  return said.join(" ");
}
