import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** Dashboards, and the screen in a room: who is in it, what it shows of what, and how it ends. */
export function DashboardHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.dashboards.make")}>
        <p>{text("help.dashboards.make.text")}</p>
        <p>{text("help.dashboards.arrange")}</p>
        <p>{text("help.dashboards.same")}</p>
      </Panel>
      <Panel title={text("help.dashboards.room")}>
        <p>{text("help.dashboards.room.text")}</p>
        <p>{text("help.dashboards.listed")}</p>
      </Panel>
      <Panel title={text("help.dashboards.ends")}>
        <p>{text("help.dashboards.ends.text")}</p>
        <p>{text("help.dashboards.stale")}</p>
      </Panel>
    </div>
  );
}
