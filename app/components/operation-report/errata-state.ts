import type { Erratum } from "./beside-types.ts";

/** When something last came to the errata of a version; null where there are none. */
export function lastOfErrata(errata: readonly Erratum[]): string | null {
  const instants = errata.flatMap(({ at, withdrawn }) => [at, ...(withdrawn ? [withdrawn.at] : [])]);
  return instants.sort().at(-1) ?? null;
}
