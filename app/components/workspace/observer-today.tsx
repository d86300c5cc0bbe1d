import { type SinceData, SinceLastHere } from "#app/components/since/since-panel.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import "./workspace.css";

type ObserverTodayProps = { panel: readonly { family: string; cases: number | null }[]; since: SinceData };

/** The fixed panel: totals by family of goods, small numbers withheld. */
export function ObserverToday({ panel, since }: ObserverTodayProps) {
  const text = useText();
  const format = useFormat();
  const words = (cases: number | null) => (cases === null ? text("panel.withheld") : format.number(cases));
  return (
    <div className="today today-own">
      <h1 className="aside">{text("today.title")}</h1>
      <SinceLastHere since={since} />
      <Panel title={text("panel.title")} note={text("panel.note")} foot={text("panel.more")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{text("panel.goods")}</th>
              <th scope="col" className="num">
                {text("panel.cases")}
              </th>
            </tr>
          </thead>
          <tbody>
            {panel.map((row) => (
              <tr key={row.family}>
                <th scope="row">
                  {row.family === "all" ? text("panel.all") : text.label(`panel.family.${row.family}`)}
                </th>
                <td className="num">{words(row.cases)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}
