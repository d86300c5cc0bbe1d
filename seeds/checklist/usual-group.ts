type Belonging = { kingdom: string; class: string; order: string; family: string; genus: string };

const OF_FAMILY: Record<string, string> = {
  Manidae: "F1",
  Elephantidae: "F2",
  Rhinocerotidae: "F3",
  Felidae: "F4",
  Ursidae: "F4",
  Taxaceae: "L1",
  Meliaceae: "L1",
};
const OF_GENUS: Record<string, string> = {
  ...Object.fromEntries(
    ["Dalbergia", "Pterocarpus", "Guibourtia", "Gonystylus", "Diospyros", "Pericopsis", "Prunus"].map((genus) => [
      genus,
      "L1",
    ]),
  ),
  Aquilaria: "L2",
  Gyrinops: "L2",
  ...Object.fromEntries(
    ["Panax", "Saussurea", "Nardostachys", "Picrorhiza", "Rauvolfia", "Podophyllum", "Cistanche"].map((genus) => [
      genus,
      "L4",
    ]),
  ),
};
const OF_ORDER: Record<string, string> = { Testudines: "F5" };
const OF_CLASS: Record<string, string> = {
  Aves: "F7",
  Reptilia: "F6",
  Mammalia: "F9",
  Amphibia: "F9",
  Insecta: "F9",
  Arachnida: "F9",
};

/** The commodity group that a report of this taxon usually belongs to; the officer may choose another. */
export function usualGroup({ kingdom, class: group, order, family, genus }: Belonging): string {
  const close = OF_GENUS[genus] ?? OF_FAMILY[family] ?? OF_ORDER[order];
  // Plants that are no timber, agarwood or medicine are traded alive; the animals left over live in water.
  return close ?? (kingdom === "Plantae" ? "L3" : (OF_CLASS[group] ?? "F8"));
}
