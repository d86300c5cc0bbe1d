import type { Measures } from "#app/domain/quantity.ts";
import { referenceFile } from "./reference-files.server.ts";

/** Units and conversion rules as the seed files have them, for seeding and tests without a database. */
export function referenceMeasures(): Measures {
  return {
    units: referenceFile("units").map((row) => ({
      code: row.code ?? "",
      dimension: row.dimension ?? "",
      factor: row.factor || null,
    })),
    rules: referenceFile("conversion_rules").map((row) => ({
      id: row.id ?? "",
      version: Number(row.version),
      fromUnit: row.from_unit || null,
      fromDimension: row.from_dimension ?? "",
      toDimension: row.to_dimension ?? "",
      commodity: row.commodity || null,
      factor: row.factor || null,
      factorLow: row.factor_low || null,
      factorHigh: row.factor_high || null,
      estimate: row.estimate === "true",
      mark: row.mark ?? "",
    })),
  };
}
