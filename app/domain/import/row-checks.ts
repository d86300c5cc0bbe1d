import { type CheckedAgainst, questionsOn } from "../checks.ts";
import { unfinished } from "./case.ts";
import type { RowReading } from "./row.ts";
import type { Told } from "./told.ts";

/** What the questions of the report form compare a row with; `country` is the reporter's, where it is of one. */
export type RowChecks = Omit<CheckedAgainst, "reporterCountry"> & { country: string | null };

/** Doubts that whole files share, one written long ago or of another country: told beside each row, asked of the file. */
export const OF_THE_FILE = { outside: "import.outside_window", abroad: "import.other_country" } as const;

/** Nobody's id: the questions are about what a row says. */
const NOBODY = "00000000-0000-4000-8000-000000000000";

/**
 * What the form would ask about the same report, asked about its row: a slip by a thousand, a large quantity, a weight
 * that no piece has, a point outside of its country. What the row does not say is not asked about.
 */
export function askAsForm(fields: RowReading["fields"], { country, ...against }: RowChecks, told: Told): void {
  const input = unfinished(fields, NOBODY);
  const reporterCountry = country ?? input.place.country;
  for (const { check, field, values } of questionsOn(input, { ...against, reporterCountry })) {
    const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    // Numbers of containers are looked at where their cell is read.
    if (check.startsWith("container_")) continue;
    if (check === "outside_window") {
      if (input.occurredOn !== "") told.tell(field, OF_THE_FILE.outside, said);
    } else if (check === "other_country") {
      if (input.place.country !== "") told.tell(field, OF_THE_FILE.abroad, said);
    } else told.ask(field, `check.${check}`, said);
  }
}
