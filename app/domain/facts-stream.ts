import type { StreamKind } from "./event.ts";
import type { Id } from "./id.ts";

/**
 * By which of the streams that a reader follows facts come: the operation's, or the own unit's for a reporter who reads
 * no others. Observers get none.
 */
export function factsStreamOf(streams: readonly { id: Id; kind: StreamKind }[]): Id | null {
  const of = (kind: StreamKind) => streams.find((stream) => stream.kind === kind)?.id;
  return of("operation") ?? of("unit") ?? null;
}
