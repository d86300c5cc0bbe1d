/** How exact the position of a place of the gazetteer is, as a code of `geo_precision`: as it says, or as its kind is. */
export function precisionOfPlace({ kind, geoPrecision }: { kind: string; geoPrecision: string | null }): string {
  return geoPrecision ?? (kind === "city" ? "city" : "facility");
}
