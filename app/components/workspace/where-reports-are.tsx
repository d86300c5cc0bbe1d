import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { localDateIn } from "#app/domain/calendar.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { whereIs } from "#app/domain/where-report.ts";
import { useWorkspace } from "./use-workspace.ts";
import type { WaitingReport } from "./waiting-list.tsx";

type WhereReportsAreProps = { reports: readonly WaitingReport[]; released: readonly SeizureFact[] };

/** Each report of the unit and who has it now; those on their way first, then what is released. */
export function WhereReportsAre({ reports, released }: WhereReportsAreProps) {
  const text = useText();
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  return (
    <Panel title={text("today.own.title")}>
      {reports.length + released.length === 0 && <p className="caption">{text("today.own.none")}</p>}
      <ul className="waiting">
        {reports.map((report) => (
          <OnItsWay key={report.id} report={report} home={home} />
        ))}
        {released.map((fact) => (
          <Released key={fact.id} fact={fact} to={`${home}/${fact.id}`} />
        ))}
      </ul>
    </Panel>
  );
}

function OnItsWay({ report, home }: { report: WaitingReport; home: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const where = whereIs(report);
  const unsent = where === "draft" || where === "returned";
  const words =
    where === "returned" && report.note !== ""
      ? text("today.where.returned_because", { reason: report.note })
      : text.label(`today.where.${where}`);
  return (
    <li className={where === "returned" ? "waiting-question" : undefined}>
      <Link to={unsent ? `${home}/${report.id}/draft` : `${home}/${report.id}`}>
        {report.commodity ? text.commodity(report.commodity) : text("today.report.untitled")}
      </Link>
      <span className="officer-where">{where && words}</span>
      <span className="caption">
        {report.author && `${text("today.report.by", { name: report.author })}, `}
        {format.relative(report.at, now)}
      </span>
    </li>
  );
}

function Released({ fact, to }: { fact: SeizureFact; to: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { zone } = useWorkspace().operation.plan;
  const day = localDateIn(zone, new Date(fact.releasedAt));
  const at = format.timeIn(fact.releasedAt, zone);
  const [first] = fact.items;
  return (
    <li>
      <Link to={to}>
        {first ? text.commodity(first.commodity) : text("reports.goods_unknown")}{" "}
        {first && <Quantity amount={first.quantity} unit={first.unit} qualifier={first.qualifier} />}
      </Link>
      <span className="officer-where officer-released">
        {text("today.where.released", { at: day === localDateIn(zone, now) ? at : `${format.dayShort(day)}, ${at}` })}
      </span>
    </li>
  );
}
