import type { SeizureFact } from "./fact.ts";

export function isConfirmed(fact: Pick<SeizureFact, "state">): boolean {
  return fact.state === "verified";
}
