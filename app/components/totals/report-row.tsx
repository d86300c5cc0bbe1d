import { Link } from "@remix-run/react";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { JointMark } from "../ui/joint-mark.tsx";
import { CertaintyWord, CommodityMark } from "../ui/marks.tsx";
import { Quantity } from "../ui/quantity.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { Time } from "../ui/time.tsx";

/** `to`: where the case is; left out where nothing can be pressed. */
type ReportRowProps = { fact: SeizureFact; lit: boolean; place: string; to?: string };

/** One report in two lines: what and how much, where and when, and how sure. */
export function ReportRow({ fact, lit, place, to }: ReportRowProps) {
  const text = useText();
  const [first, ...others] = fact.items;
  const confirmed = isConfirmed(fact);
  const what = (
    <>
      {first && (
        <>
          <b className="report-goods">{text.commodity(first.commodity)}</b>
          <Quantity amount={first.quantity} unit={first.unit} qualifier={first.qualifier} />
        </>
      )}
      <JointMark joint={fact.joint} />
      {others.length > 0 && <span className="caption">{text("reports.more_goods", { n: others.length })}</span>}
    </>
  );
  return (
    <li className={lit ? "report report-lit" : "report"}>
      {first && <CommodityMark slot={slotOf(first.commodity)} hollow={!confirmed} />}
      {to === undefined ? (
        <span className="report-what">{what}</span>
      ) : (
        <Link to={to} className="report-what">
          {what}
        </Link>
      )}
      <span className="report-when">
        <Time at={fact.releasedAt} />
      </span>
      <span className="report-where">{place}</span>
      <span className="report-certainty">
        <CertaintyWord certainty={confirmed ? "confirmed" : "provisional"} />
      </span>
    </li>
  );
}

/** The same as one phrase, for reading out. */
export function useReportWords(): (fact: SeizureFact) => string {
  const text = useText();
  const format = useFormat();
  return ({ items: [first] }) => {
    if (!first) return text("reports.goods_unknown");
    const known = first.quantity !== null && first.unit !== null;
    const amount = known ? format.quantity(first.quantity ?? "", first.unit ?? "") : text("ui.quantity.unknown");
    return `${text.commodity(first.commodity)}, ${amount}`;
  };
}
