import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { OutboxContent } from "#app/domain/outbox/entry.ts";
import { textOf } from "#app/domain/seizure-form/rows.ts";
import type { OpenEntry } from "#app/outbox/entries.ts";
import type { UnderWay } from "./use-outbox.ts";

/** What an entry is, in one line: goods with their amount and place, the tally of a day, the name of a photo. */
export function useEntryTitle(): (content: OutboxContent) => string {
  const text = useText();
  const format = useFormat();
  return (content) => {
    if (content.kind === "file") return content.of ? text("outbox.smaller", { name: content.name }) : content.name;
    if (content.kind === "tally") {
      const nil = content.pairs.some(([name, value]) => name.endsWith(".said") && value === "nil");
      return text(nil ? "outbox.tally.nil" : "outbox.tally", { day: format.dayShort(content.day) });
    }
    const of = (name: string) => textOf(content.fields, name);
    const goods =
      of("items.0.commodity") === "" ? text("today.report.untitled") : text.commodity(of("items.0.commodity"));
    const unit = of("items.0.unit");
    const amount = of("items.0.quantity") === "" ? "" : `${of("items.0.quantity")} ${unit && format.unit(unit, "2")}`;
    return [[goods, amount].filter(Boolean).join(" "), of("place.name")].filter(Boolean).join(", ");
  };
}

/** Where an entry is, in words. */
export function useEntryPlace(): (entry: OpenEntry, underWay: UnderWay, entries: readonly OpenEntry[]) => string {
  const text = useText();
  const format = useFormat();
  return ({ id, kind, subject, state, answer }, underWay, entries) => {
    if (underWay?.id === id) return text("outbox.where.sending", { left: format.bytes(underWay.left) });
    if (answer?.is === "refused")
      return text("outbox.where.refused", { reason: text.error(answer.key, answer.values) });
    const behind = kind === "file" && entries.some((one) => one.kind === "report" && one.subject === subject);
    return text(`outbox.where.${behind && state === "waiting" ? "held" : state}`);
  };
}
