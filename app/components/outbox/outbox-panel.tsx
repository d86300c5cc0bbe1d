import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { EntryLine } from "./entry-line.tsx";
import { useOutbox } from "./use-outbox.ts";
import "./outbox.css";

/** On the officer's first page: what of this operation has not left the device yet. */
export default function OutboxPanel({ operation }: { operation: string }) {
  const text = useText();
  const { view, underWay } = useOutbox();
  const entries = view.is === "open" ? view.entries.filter((entry) => entry.operation === operation) : [];
  const way = (
    <LinkButton to="/outbox" size="small" kind="quiet" reloadDocument>
      {text("outbox.open")}
    </LinkButton>
  );
  return (
    <Panel title={text("outbox.title")} note={entries.length > 0 ? entries.length : undefined} acts={way}>
      {view.is === "loading" && <p className="caption">{text("ui.loading")}</p>}
      {(view.is === "none" || view.is === "locked") && <p className="caption">{text("outbox.cannot")}</p>}
      {view.is === "pin" && <p>{text("outbox.pin.text", { n: view.n, name: view.account.name })}</p>}
      {view.is === "open" && entries.length === 0 && <p className="caption">{text("outbox.none")}</p>}
      {view.is === "open" && (
        <ul className="outbox-list">
          {entries.map((entry) => (
            <EntryLine key={entry.id} outbox={view} entry={entry} underWay={underWay} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
