import { CountPair } from "../ui/quantity.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { KindMark, useKindName } from "./legend.tsx";
import type { Bar } from "./stack.ts";

/** What a bar is made of, beside the pointer. The same numbers stand in the table. */
export function BarTip({ bar, title }: { bar: Bar; title: string }) {
  const nameOf = useKindName();
  const format = useFormat();
  const text = useText();
  return (
    <div className="tip">
      <p className="tip-title">
        {title} <b>{format.number(bar.total)}</b>
      </p>
      <p>
        <CountPair {...bar} />
      </p>
      {bar.than && <p>{text("compare.tip", { n: bar.than.total })}</p>}
      <ul>
        {bar.segments.map(({ kind, confirmed, count }) => (
          <li key={`${kind}${confirmed}`}>
            <KindMark kind={kind} hollow={!confirmed} />
            <span className={confirmed ? undefined : "provisional"}>{nameOf(kind)}</span>
            <b>{format.number(count)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
