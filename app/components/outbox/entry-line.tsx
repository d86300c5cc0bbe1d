import { useState } from "react";
import { useCheckText } from "#app/components/seizure/question-text.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { AskedTotal } from "#app/domain/outbox/asked-tally.ts";
import { isOneDay, subjectOfReport } from "#app/domain/outbox/entry.ts";
import { type OpenEntry, settle, takeAway } from "#app/outbox/entries.ts";
import { startSending } from "#app/outbox/start.ts";
import { AddPhotos } from "./add-photos.tsx";
import { BothSides } from "./both-sides.tsx";
import { confirmTotals, sendAsItIs, totalsAskedOf } from "./decide.ts";
import { useEntryPlace, useEntryTitle } from "./entry-words.ts";
import type { OpenOutbox, UnderWay } from "./use-outbox.ts";

type EntryLineProps = { outbox: OpenOutbox; entry: OpenEntry; underWay: UnderWay };

/** One thing that waits: what it is, where it is, what stands against it, and what can be done. */
export function EntryLine({ outbox, entry, underWay }: EntryLineProps) {
  const format = useFormat();
  const text = useText();
  const now = useNow();
  const title = useEntryTitle()(entry.content);
  const place = useEntryPlace()(entry, underWay, outbox.entries);
  const stopped = entry.state !== "waiting" && entry.state !== "held";
  const sending = underWay?.id === entry.id;
  return (
    <li className={stopped ? "outbox-line outbox-stopped" : "outbox-line"}>
      <p className="strong">{title}</p>
      <p className="outbox-where">{place}</p>
      {sending && <progress value={entry.bytes - underWay.left} max={entry.bytes} aria-label={title} />}
      <p className="caption">{text("outbox.wrote", { at: format.relative(entry.wroteAt, now) })}</p>
      <Against outbox={outbox} entry={entry} />
      {entry.state === "conflict" && <BothSides outbox={outbox} entry={entry} />}
      <div className="outbox-acts">
        <Acts outbox={outbox} entry={entry} />
        {!sending && <Discard outbox={outbox} entry={entry} title={title} />}
      </div>
    </li>
  );
}

/** Questions of the checks, and what is wrong at fields, in words. */
function Against({ outbox, entry }: Omit<EntryLineProps, "underWay">) {
  const text = useText();
  const countries = outbox.kits.get(entry.operation)?.report?.choices.countries ?? [];
  const asked = useCheckText((code) => countries.find((country) => country.code === code)?.name ?? code);
  const { answer } = entry;
  if (answer?.is !== "asks") return null;
  const totals = totalsAskedOf(entry);
  if (totals) return <AskedTotals totals={totals} />;
  const errors = Object.values(answer.errors).flat();
  return (
    <ul className="outbox-against">
      {answer.questions.map((question) => (
        <li key={`${question.check} ${question.field}`}>{asked(question)}</li>
      ))}
      {errors.map((error) => {
        const { key, values = {} } = typeof error === "string" ? { key: error } : error;
        return <li key={key}>{text.error(key, values)}</li>;
      })}
    </ul>
  );
}

/** Which totals of a tally were asked back, as they were typed. */
function AskedTotals({ totals }: { totals: readonly AskedTotal[] }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <ul className="outbox-against">
        {totals.map(({ field, group, quantity, unit }) => (
          <li key={field} className="strong">
            {text("outbox.asked.total", { goods: text.commodity(group), amount: format.quantity(quantity, unit) })}
          </li>
        ))}
      </ul>
      <p>{text.error("tally.quantity.implausible")}</p>
    </>
  );
}

function Acts({ outbox, entry }: Omit<EntryLineProps, "underWay">) {
  const text = useText();
  const { answer, content, state } = entry;
  const isReport = content.kind === "report";
  const kit = outbox.kits.get(entry.operation);
  const canOpen = isReport ? kit?.report : kit?.tally && isOneDay(content);
  const totals = totalsAskedOf(entry);
  const onlyAsks = answer?.is === "asks" && Object.keys(answer.errors).length === 0 && answer.questions.length > 0;
  return (
    <>
      {onlyAsks && (
        <Button type="button" size="small" kind="lamp" onClick={() => void sendAsItIs(entry).then(startSending)}>
          {text("outbox.act.as_it_is")}
        </Button>
      )}
      {totals && (
        <Button
          type="button"
          size="small"
          kind="lamp"
          onClick={() => void confirmTotals(entry, totals).then(startSending)}
        >
          {text("outbox.act.right")}
        </Button>
      )}
      {canOpen && state !== "held" && (
        <LinkButton to={`/outbox#entry=${entry.id}`} discover="none" size="small">
          {text("outbox.act.form")}
        </LinkButton>
      )}
      {(state === "refused" || (answer?.is === "asks" && !isReport && !totals)) && (
        <Button type="button" size="small" onClick={() => void settle(entry, "waiting", null).then(startSending)}>
          {text("outbox.act.again")}
        </Button>
      )}
      {isReport && <AddPhotos entry={entry} />}
    </>
  );
}

function Discard({ outbox, entry, title }: { outbox: OpenOutbox; entry: OpenEntry; title: string }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const discard = () => {
    const { content } = entry;
    const subject = content.kind === "report" ? subjectOfReport(String(content.fields.id)) : null;
    const files = outbox.entries.filter((one) => one.kind === "file" && one.subject === subject);
    void takeAway([entry.id, ...files.map(({ id }) => id)]);
  };
  return (
    <>
      <Button type="button" size="small" kind="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {text("outbox.act.discard")}
      </Button>
      <ConfirmDialog
        open={open}
        title={text("outbox.discard.title", { what: title })}
        confirm={text("outbox.act.discard")}
        keep={text("ui.cancel")}
        danger
        onConfirm={discard}
        onClose={() => setOpen(false)}
      >
        {text("outbox.discard.text")}
      </ConfirmDialog>
    </>
  );
}
