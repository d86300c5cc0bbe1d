/** How exact the position of a place of the gazetteer is, as a code of `geo_precision`: as it says, or as its kind is. */
export function precisionOfPlace({ kind, geoPrecision }: { kind: string; geoPrecision: string | null }): string {
  return geoPrecision ?? (kind === "city" ? "city" : "facility");
}

/** The same for a position that a receiver reports to be right within so many metres. */
export function precisionWithin(metres: number): string {
  if (metres <= 100) return "exact";
  if (metres <= 1_000) return "facility";
  return metres <= 20_000 ? "city" : "admin1";
}
