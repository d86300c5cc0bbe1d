import { v7 as uuid } from "uuid";
import { questionKey } from "#app/domain/asked.ts";
import { type AskedTotal, totalsAsked, withTotalsConfirmed } from "#app/domain/outbox/asked-tally.ts";
import type { OutboxContent } from "#app/domain/outbox/entry.ts";
import { listOf } from "#app/domain/seizure-form/rows.ts";
import { addEntry, type OpenEntry } from "#app/outbox/entries.ts";

/** Whoever saw the questions and sends has answered them. */
export function sendAsItIs(entry: OpenEntry): Promise<string> {
  const { content, answer } = entry;
  if (content.kind !== "report" || answer?.is !== "asks") throw new Error("Nothing was asked");
  const confirmed = [...new Set([...listOf(content.fields, "confirmed"), ...answer.questions.map(questionKey)])];
  return again(entry, { ...content, fields: { ...content.fields, confirmed } });
}

/** Whoever saw which totals were asked back and sends has confirmed them: the same tally, under the same command. */
export function confirmTotals(entry: OpenEntry, totals: readonly AskedTotal[]): Promise<string> {
  const { content } = entry;
  if (content.kind !== "tally") throw new Error("No tally was asked back");
  return again(entry, { ...content, pairs: withTotalsConfirmed(content.pairs, totals) });
}

/** The totals of a tally that were asked back, where nothing but they stands against it. */
export function totalsAskedOf({ content, answer }: OpenEntry): AskedTotal[] | null {
  return content.kind === "tally" && answer?.is === "asks" ? totalsAsked(content.pairs, answer.errors) : null;
}

/** The own tally corrects the one that came meanwhile: based on the version that was shown, under a command of its own. */
export function correctTally(entry: OpenEntry): Promise<string> {
  const { content, answer } = entry;
  if (content.kind !== "tally" || answer?.is !== "conflict" || !answer.tally) throw new Error("No tally stands there");
  const { version } = answer.tally;
  const pairs = content.pairs.map(([name, value]): [string, string] => {
    if (name === "command") return [name, uuid()];
    return [name, name.endsWith(".baseVersion") ? String(version) : value];
  });
  return again(entry, { ...content, pairs });
}

/** The same entry with other content, to be sent. */
export function again({ id, owner, operation }: OpenEntry, content: OutboxContent): Promise<string> {
  return addEntry({ id, owner, operation, content });
}
