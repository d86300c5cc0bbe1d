import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** The end of an operation: how it is closed, opened again, and what everybody takes home. */
export function ClosingHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.closing.way")}>
        <ol>
          <li>{text("help.closing.way.1")}</li>
          <li>{text("help.closing.way.2")}</li>
          <li>{text("help.closing.way.3")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.closing.again")}>
        <p>{text("help.closing.again.text")}</p>
      </Panel>
      <Panel title={text("help.closing.home")}>
        <p>{text("help.closing.home.text")}</p>
        <p>{text("help.closing.home.sums")}</p>
      </Panel>
    </div>
  );
}
