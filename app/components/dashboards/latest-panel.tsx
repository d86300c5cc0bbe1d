import { FigureCaption } from "../charts/figure-caption.tsx";
import { ReportRow } from "../totals/report-row.tsx";
import { Panel } from "../ui/panel.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FigureProps } from "./panel-figure.tsx";

/** The newest reports of the filter. */
export function LatestPanel({ shown, around, reckoning }: FigureProps) {
  const text = useText();
  const { facts, unlisted } = shown;
  return (
    <Panel
      title={text("reports.title")}
      note={text("reports.newest_first")}
      foot={<FigureCaption figure="cases" reckoning={reckoning} />}
    >
      {facts.length === 0 ? (
        <p className="muted">{text("linked.none")}</p>
      ) : (
        <ol className="reports">
          {facts.map((fact) => (
            <ReportRow
              key={fact.id}
              fact={fact}
              lit={false}
              place={around.placeOf(fact.place)}
              to={around.home === null ? undefined : `${around.home}/seizures/${fact.id}`}
            />
          ))}
        </ol>
      )}
      {unlisted > 0 && <p className="caption">{text("wall.unlisted", { n: unlisted })}</p>}
    </Panel>
  );
}
