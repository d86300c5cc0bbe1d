import { CommodityMark } from "#app/components/ui/marks.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { SeizureFact } from "#app/domain/fact.ts";

type Goods = Pick<SeizureFact["items"][number], "commodity" | "quantity" | "unit" | "qualifier">;
type GoodsProps = { items: readonly Goods[]; hollow: boolean; size?: number };

/** What was found and how much: the first kind in words, the others as a number. */
export function GoodsWords({ items, hollow, size = 14 }: GoodsProps) {
  const text = useText();
  const [first, ...others] = items;
  if (!first) return <span className="unknown">{text("seizures.goods.none")}</span>;
  return (
    <span className="goods-words">
      <CommodityMark slot={slotOf(first.commodity)} hollow={hollow} size={size} />
      <span>
        <b>{text.commodity(first.commodity)}</b>
        {", "}
        <Quantity amount={first.quantity} unit={first.unit} qualifier={first.qualifier} />
        {others.length > 0 && <span className="faint"> {text("seizures.goods.more", { n: others.length })}</span>}
      </span>
    </span>
  );
}

/** Where a seizure stands, in the hand of its certainty. */
export function StateWord({ fact, held }: { fact: Pick<SeizureFact, "state">; held?: boolean }) {
  const text = useText();
  if (held) return <span className="tag tag-warn">{text("seizures.state.held")}</span>;
  const hand =
    fact.state === "withdrawn" || fact.state === "merged"
      ? "withdrawn"
      : isConfirmed(fact)
        ? "confirmed"
        : "provisional";
  return <span className={hand}>{text(`seizures.state.${fact.state}`)}</span>;
}

type When = Pick<SeizureFact, "occurredOn" | "occurredTo" | "datePrecision">;

/** The day as far as it is known: "Aug 2026", "2026", "12 Aug to 15 Aug 2026". */
export function useDayWords(): (when: When) => string {
  const format = useFormat();
  return ({ occurredOn, occurredTo, datePrecision }) => {
    if (datePrecision === "month") return format.month(occurredOn);
    if (datePrecision === "year") return occurredOn.slice(0, 4);
    if (datePrecision === "range" && occurredTo) return format.dayRange(occurredOn, occurredTo);
    return format.day(occurredOn);
  };
}
