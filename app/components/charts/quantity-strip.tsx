import type { Slot } from "#app/domain/commodity.ts";
import type { QuantityRow, Strip } from "#app/domain/figures/result.ts";
import { STRIP_LENGTH } from "#app/domain/figures/strips.ts";
import { CommodityMark } from "../ui/marks.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { segmentClass } from "./figure-svg.tsx";

const HEIGHT = 44;

type QuantityStripProps = {
  slot: Slot;
  row: QuantityRow;
  strip: Strip | undefined;
  /** All cases with such goods, and those of them that give no quantity at all. */
  cases: number;
  without: number;
};

/** One kind of goods in one unit: its total, one bar per case by the square root of its size, and what is not known. */
export function QuantityStrip({ slot, row, strip, cases, without }: QuantityStripProps) {
  const text = useText();
  const format = useFormat();
  // Rounded here; the table beside it and the file carry every digit.
  const rounded = (amount: string) => format.total(amount, row.measure);
  const measured = rounded(row.total);
  const largest = strip?.bars[0]?.quantity;
  return (
    <article className={`quantity-strip slot-${slot}`}>
      <header>
        <CommodityMark slot={slot} />
        <h3>{text(`slot.${slot}`)}</h3>
        <b>{row.atLeast > 0 ? text("ui.quantity.at_least", { quantity: measured }) : measured}</b>
      </header>
      {strip && <StripSvg slot={slot} strip={strip} />}
      <p className="caption">
        {text("figure.strip.given", { n: row.cases, of: cases, unit: format.unit(row.measure, "2") })}
        {largest !== undefined && `; ${text("figure.strip.largest", { quantity: rounded(largest) })}`}
        {row.estimatedCases > 0 && `; ${text("figure.strip.estimated", { quantity: rounded(row.estimated) })}`}
        {without > 0 && (
          <>
            {"; "}
            <span className="unknown">{text("figure.strip.without", { n: without })}</span>
          </>
        )}
      </p>
    </article>
  );
}

function StripSvg({ slot, strip }: { slot: Slot; strip: Strip }) {
  const largest = Math.sqrt(Number(strip.bars[0]?.quantity ?? 1));
  return (
    <svg className="strip" width="100%" height={HEIGHT} aria-hidden="true">
      {strip.bars.map(({ quantity, confirmed }, at) => {
        const height = Math.max(1.5, (HEIGHT - 2) * (Math.sqrt(Number(quantity)) / largest));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the order of size.
            key={at}
            className={segmentClass({ kind: slot, confirmed })}
            x={`${(100 * at) / STRIP_LENGTH}%`}
            width={`${84 / STRIP_LENGTH}%`}
            y={HEIGHT - 1 - height}
            height={height}
          />
        );
      })}
      <line className="strip-base" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  );
}
