import type { Frame } from "#realtime/protocol.ts";
import type { SeizureFact } from "../domain/fact.ts";
import type { Id } from "../domain/id.ts";

/** Seizures that have come since the page was opened. `late`: while the line was down, told afterwards. */
export type Arrivals = { facts: SeizureFact[]; late: boolean };

/** Events with which a seizure comes into sight: in the operation, or for those who read no others in the own unit. */
const COMES: ReadonlySet<string> = new Set(["seizure.released", "seizure.unheld", "report.released"]);

/** Picks arrivals out of frames of the stream that carries facts; nobody is announced twice. */
export function arrivalsIn(factsStream: Id | null) {
  const announced = new Set<Id>();
  return ({ stream, events, facts }: Frame): SeizureFact[] => {
    if (stream !== factsStream) return [];
    const coming = new Set(events.filter(({ type }) => COMES.has(type)).map(({ body }) => body?.seizure));
    const fresh = facts.filter(({ id }) => coming.has(id) && !announced.has(id));
    for (const { id } of fresh) announced.add(id);
    return fresh;
  };
}
