import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { OpenEntry } from "#app/outbox/entries.ts";
import { EntryLine } from "./entry-line.tsx";
import type { OpenOutbox, UnderWay } from "./use-outbox.ts";

type EntryListProps = { outbox: OpenOutbox; entries: readonly OpenEntry[]; underWay: UnderWay };

/** What waits, in the order in which it goes: words first, photos later. */
export function EntryList({ outbox, entries, underWay }: EntryListProps) {
  const text = useText();
  return (
    <Panel title={text("outbox.title")} note={entries.length > 0 ? entries.length : undefined}>
      {entries.length === 0 && <p className="caption">{text("outbox.none")}</p>}
      <ul className="outbox-list">
        {entries.map((entry) => (
          <EntryLine key={entry.id} outbox={outbox} entry={entry} underWay={underWay} />
        ))}
      </ul>
    </Panel>
  );
}
