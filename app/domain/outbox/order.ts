import type { OutboxEntry } from "./entry.ts";

type Standing = Pick<OutboxEntry, "kind" | "subject" | "place" | "state"> & Partial<Pick<OutboxEntry, "last">>;

const late = ({ kind, last }: Standing) => (kind !== "file" ? 0 : last ? 2 : 1);

/** Whether the one is of what goes before the other whenever it was written. */
export function goesBefore(one: Standing, other: Standing): boolean {
  return late(one) < late(other);
}

/** Words first, photos later, whole ones behind smaller copies last; within each as they were written. */
export function inOrder<E extends Standing>(entries: readonly E[]): E[] {
  return [...entries].sort((left, right) => late(left) - late(right) || left.place - right.place);
}

/**
 * What goes next; undefined when nothing can. An entry that waits for somebody holds back what was written after it of
 * the same subject, so that a correction never arrives before what it corrects, and everything else goes on.
 */
export function nextToSend<E extends Standing>(entries: readonly E[]): E | undefined {
  const stopped = new Set<string>();
  for (const entry of inOrder(entries)) {
    if (stopped.has(entry.subject)) continue;
    if (entry.state === "waiting") return entry;
    // Of several photos, one that is refused keeps none of the others.
    if (entry.kind !== "file") stopped.add(entry.subject);
  }
  return undefined;
}
