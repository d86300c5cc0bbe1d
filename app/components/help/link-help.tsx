import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** Linked seizures: what they are and are not, where reasons come from, and what an answer does. */
export function LinkHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.links.why")}>
        <p>{text("help.links.why.text")}</p>
        <p>{text("help.links.not")}</p>
      </Panel>
      <Panel title={text("help.links.reasons")}>
        <p>{text("help.links.reasons.text")}</p>
        <p>{text("help.links.yours")}</p>
        <p>{text("help.links.written")}</p>
      </Panel>
      <Panel title={text("help.links.answers")}>
        <p>{text("help.links.answers.text")}</p>
        <p>{text("help.links.again")}</p>
        <p>{text("help.links.back")}</p>
      </Panel>
    </div>
  );
}
