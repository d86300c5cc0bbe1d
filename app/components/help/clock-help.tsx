import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** The two clocks of map and figures: when things happened, and when they were known. */
export function ClockHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.clocks.two")}>
        <p>{text("help.clocks.happened")}</p>
        <p>{text("help.clocks.known")}</p>
        <p>{text("help.clocks.why")}</p>
      </Panel>
      <Panel title={text("help.clocks.how")}>
        <ol>
          <li>{text("help.clocks.step.1")}</li>
          <li>{text("help.clocks.step.2")}</li>
          <li>{text("help.clocks.step.3")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.clocks.back")}>
        <p>{text("help.clocks.back.text")}</p>
        <p>{text("help.clocks.erased")}</p>
        <p>{text("help.clocks.now")}</p>
      </Panel>
    </div>
  );
}
