import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { OpenEntry } from "#app/outbox/entries.ts";
import { useEntryTitle } from "./entry-words.ts";

/** What has gone out while this page was open, and where it is now. */
export function TakenList({ taken }: { taken: readonly OpenEntry[] }) {
  const text = useText();
  const title = useEntryTitle();
  if (taken.length === 0) return null;
  return (
    <Panel title={text("outbox.taken")}>
      <ul className="outbox-list">
        {taken.map((entry) => (
          <li key={entry.id} className="outbox-line">
            <a className="link" href={addressOf(entry)}>
              {title(entry.content)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where the server shows it. */
export function addressOf({ operation, content }: OpenEntry): string {
  const home = `/operations/${operation}`;
  if (content.kind === "tally") return `${home}/tallies/${content.agency}/${content.day}`;
  if (content.kind === "file") return `${home}/seizures/${content.record}`;
  return `${home}/seizures/${String(content.fields.id)}${content.as === "amend" ? "" : "?sent"}`;
}
