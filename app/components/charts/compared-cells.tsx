import { Count } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import { changeBetween, markLength } from "./beside-bars.ts";
import { useChangeWords, useComparedWords, useSecondHead } from "./change-words.ts";
import { usePeriodName } from "./period-name.ts";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Bar } from "./stack.ts";

/** Heads of the counts of both periods and of what lies between them. */
export function ComparedHeads({ compared }: { compared: ComparedPeriods }) {
  const text = useText();
  const periodName = usePeriodName();
  const secondHead = useSecondHead();
  return (
    <>
      <th scope="col" className="numeric" title={periodName(compared.first)}>
        {text("figure.column.n")}
        <span className="aside"> {periodName(compared.first)}</span>
      </th>
      <th scope="col" className="numeric" title={periodName(compared.second)}>
        {secondHead(compared)}
        <span className="aside"> {periodName(compared.second)}</span>
      </th>
      <th scope="col" className="numeric">
        {text("compare.column.difference")}
      </th>
    </>
  );
}

export function ComparedCells({ bar, compared }: { bar: Bar; compared: ComparedPeriods }) {
  const wordsOf = useChangeWords();
  const second = bar.than?.total ?? 0;
  const change = changeBetween(compared, { first: bar.total, second });
  const { difference, share } = wordsOf(change);
  return (
    <>
      <td className="numeric bar-total">
        <Count value={bar.total} />
      </td>
      <td className="numeric">
        <Count value={second} />
      </td>
      <td className="numeric compared-change">
        {share !== null && <span className="compared-share">{share}</span>}
        <span className={change.difference === 0 ? "zero" : undefined}>{difference}</span>
      </td>
    </>
  );
}

type MarkProps = { bar: Bar; end: number; compared: ComparedPeriods };

/** The second period as a line with an end under the bar: told by its shape, since what is hollow is provisional. */
export function ThanMark({ bar, end, compared }: MarkProps) {
  const length = markLength(bar, compared);
  if (length === 0) return null;
  return (
    <svg className="than-mark" width="100%" height="7" aria-hidden="true">
      <ThanLine to={`${(100 * length) / end}%`} />
    </svg>
  );
}

function ThanLine({ to }: { to: string }) {
  return (
    <>
      <line className="than-line" x1="0" x2={to} y1="3.5" y2="3.5" />
      <line className="than-line" x1={to} x2={to} y1="0" y2="7" />
    </>
  );
}

/** Under a figure: which two periods it says, and how the second is drawn. */
export function ComparedLine({ compared }: { compared: ComparedPeriods }) {
  return (
    <p className="compared-line">
      <svg className="than-key" width="22" height="7" aria-hidden="true">
        <ThanLine to="21" />
      </svg>
      {useComparedWords(compared)}
    </p>
  );
}
