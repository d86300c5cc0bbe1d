import type { Db, Tx } from "#db/client.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { usualQuantities } from "#db/queries/report-form.server.ts";
import { COUNTRY_OUTLINES } from "../country-outlines.server.ts";
import type { Id } from "../domain/id.ts";
import type { ImportIndex } from "../domain/import/lists.ts";
import type { RowChecks } from "../domain/import/row-checks.ts";
import type { LocalDate } from "../domain/local-date.ts";

type Of = {
  operationId: Id;
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** Code of the reporting administration: a country's, or that of an organisation. */
  home: string;
  on: LocalDate;
  index: ImportIndex;
};

/** What rows are compared with, looked up once for a file. */
export async function rowChecks(
  db: Db | Tx,
  { operationId, startsOn, endsOn, home, on, index }: Of,
): Promise<RowChecks> {
  const [measures, medians] = [await measuresOn(db, on), await usualQuantities(db, operationId, "all")];
  const country = index.countryName(home) === home ? null : home;
  return { measures, medians, window: { startsOn, endsOn }, country, outlines: COUNTRY_OUTLINES };
}
