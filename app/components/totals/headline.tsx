import type { JointCount } from "#app/domain/figures/joint.ts";
import type { CaseCount } from "#app/domain/figures/result.ts";
import { useJointNote } from "../ui/joint-note.ts";
import { CountPair } from "../ui/quantity.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import "./totals.css";

type HeadlineProps = {
  cases: CaseCount;
  /** Where no table by country stands on the page, which would say it. */
  joint?: JointCount;
  /** All cases of the operation, where a filter leaves fewer. */
  all?: number;
};

const NONE: JointCount = { cases: 0, messages: 0 };

/** The one big number of a page, never without its confirmed and provisional share. */
export function Headline({ cases, joint, all }: HeadlineProps) {
  const text = useText();
  const format = useFormat();
  const note = useJointNote(joint ?? NONE);
  const filtered = all !== undefined && all !== cases.total;
  return (
    <div className="headline">
      <span className="headline-number">{format.number(cases.total)}</span>
      <span className="headline-words">
        <b>{text(filtered ? "totals.cases_in_view" : "totals.cases", { n: cases.total })}</b>
        {filtered && <span className="caption">{text("totals.of_all", { n: all })}</span>}
      </span>
      <span className="headline-pair">
        <CountPair confirmed={cases.confirmed} provisional={cases.provisional} />
      </span>
      {note && <span className="headline-note footnote">{note}</span>}
    </div>
  );
}
