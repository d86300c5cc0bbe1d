import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { type OpenEntry, takeAway } from "#app/outbox/entries.ts";
import { startSending } from "#app/outbox/start.ts";
import { correctTally } from "./decide.ts";
import { useEntryTitle } from "./entry-words.ts";
import { addressOf } from "./taken-list.tsx";
import type { OpenOutbox } from "./use-outbox.ts";

/** Two versions of one thing: both in words, and whoever wrote the own decides. Nothing is written over by itself. */
export function BothSides({ entry }: { outbox: OpenOutbox; entry: OpenEntry }) {
  const text = useText();
  const format = useFormat();
  const title = useEntryTitle();
  const { answer, content } = entry;
  if (answer?.is !== "conflict") return null;
  const { tally } = answer;
  const theirs = tally
    ? text("outbox.theirs.tally", {
        said: text(tally.nil ? "tally.mark.nil" : "outbox.theirs.some"),
        name: tally.author,
        at: format.moment(tally.at),
      })
    : text("outbox.theirs.unseen");
  return (
    <>
      <p>{text.error(answer.key, answer.values)}</p>
      <dl className="outbox-sides">
        <div>
          <dt>{text("outbox.mine")}</dt>
          <dd>{title(content)}</dd>
        </div>
        <div>
          <dt>{text("outbox.theirs")}</dt>
          <dd>{theirs}</dd>
        </div>
      </dl>
      <div className="outbox-acts">
        {tally && (
          <Button type="button" size="small" onClick={() => void correctTally(entry).then(startSending)}>
            {text("outbox.act.mine")}
          </Button>
        )}
        <Button type="button" size="small" onClick={() => void takeAway([entry.id])}>
          {text("outbox.act.theirs")}
        </Button>
        <LinkButton to={addressOf(entry)} size="small" kind="quiet" reloadDocument>
          {text("outbox.act.see")}
        </LinkButton>
      </div>
    </>
  );
}
