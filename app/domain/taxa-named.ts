import type { SeizureInput } from "./seizure.ts";

/** Species of a report that are known by their ids alone, as machines and files give them. */
export function unnamedTaxa(input: SeizureInput): string[] {
  return input.items.flatMap(({ taxonId, taxonText }) => (taxonId !== null && taxonText === "" ? taxonId : []));
}

/** The report with the names of these, where they are known. */
export function withTaxaNamed(input: SeizureInput, names: ReadonlyMap<string, string>): SeizureInput {
  const items = input.items.map((item) => ({
    ...item,
    taxonText: item.taxonText || names.get(item.taxonId ?? "") || "",
  }));
  return { ...input, items };
}
