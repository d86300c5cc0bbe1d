import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** One filter for every view: how it is set, kept, shared and watched. */
export function FilterHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.filter.one")}>
        <p>{text("help.filter.one.text")}</p>
        <p>{text("help.filter.chips")}</p>
      </Panel>
      <Panel title={text("help.filter.how")}>
        <ul>
          <li>{text("help.filter.days")}</li>
          <li>{text("help.filter.map")}</li>
          <li>{text("help.filter.area")}</li>
          <li>{text("help.filter.figures")}</li>
        </ul>
      </Panel>
      <Panel title={text("help.filter.charts")}>
        <ul>
          <li>{text("help.filter.charts.measure")}</li>
          <li>{text("help.filter.charts.flow")}</li>
          <li>{text("help.filter.charts.delay")}</li>
          <li>{text("help.filter.charts.drill")}</li>
        </ul>
      </Panel>
      <Panel title={text("help.filter.views")}>
        <p>{text("help.filter.views.text")}</p>
        <p>{text("help.filter.watch")}</p>
      </Panel>
    </div>
  );
}
