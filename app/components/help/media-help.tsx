import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** The media desk: one minute, what is open, pictures, and what is kept of it. */
export function MediaHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.media.minute")}>
        <p>{text("help.media.minute.text")}</p>
      </Panel>
      <Panel title={text("help.media.open")}>
        <p>{text("help.media.open.text")}</p>
      </Panel>
      <Panel title={text("help.media.pictures")}>
        <p>{text("help.media.pictures.text")}</p>
      </Panel>
      <Panel title={text("help.media.log")}>
        <p>{text("help.media.log.text")}</p>
      </Panel>
    </div>
  );
}
