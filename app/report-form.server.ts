import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { searchPlaces } from "#db/queries/reference-search.server.ts";
import { formPlaces, pastAudiences, usualQuantities } from "#db/queries/report-form.server.ts";
import { COUNTRY_OUTLINES } from "./country-outlines.server.ts";
import { audienceQuestions, HABIT_OVER, usualAudience } from "./domain/audience.ts";
import { type Question, questionsOn } from "./domain/checks.ts";
import { localDateIn } from "./domain/local-date.ts";
import type { SeizureInput } from "./domain/seizure.ts";
import type { PlaceOption } from "./domain/seizure-form/choices.ts";
import { pairsOf } from "./domain/seizure-form/fields.ts";
import { type ReadForm, readSeizureForm } from "./domain/seizure-form/read.ts";
import { type FormFields, rowsOf, textOf } from "./domain/seizure-form/rows.ts";
import { latestDay } from "./domain/seizure-form/time.ts";
import { Text } from "./domain/text.ts";
import { readingParticipants } from "./services/audience.server.ts";

/** A form that nobody has written in yet, with the ids under which it will be sent, however often. */
export function blankReport(handling: string, mark: "." | ","): FormFields {
  return {
    id: uuid(),
    commandId: uuid(),
    draftCommandId: uuid(),
    depth: "short",
    mark,
    "items.0.commodity": "",
    "items.0.qualifier": "exact",
    eventKind: "seizure",
    datePrecision: "day",
    handling,
    "audience.kind": "all",
    "route.0.role": "departure",
    "route.1.role": "destination",
  };
}

/** Reads a posted form against the gazetteer and the plan. */
export async function readReport(
  tx: Tx,
  self: Self,
  member: Membership,
  fields: FormFields,
  origin?: SeizureInput["origin"],
): Promise<ReadForm> {
  const ids = pairsOf(fields).flatMap(([name, value]) => (name.endsWith("placeId") && value !== "" ? [value] : []));
  const places = await formPlaces(tx, ids);
  const zone = member.operation.zone;
  return readSeizureForm(fields, { zone, latestDay: latestDay(self.now), places, origin });
}

/** Everything worth asking about a report before it goes out. */
export async function reportQuestions(
  tx: Tx,
  self: Self,
  member: Membership,
  input: SeizureInput,
): Promise<Question[]> {
  const { operationId, agencyId, administrationCode, operation } = member;
  const [measures, medians, participants, past] = await Promise.all([
    measuresOn(tx, localDateIn(operation.zone, self.now)),
    usualQuantities(tx, operationId, input.items),
    readingParticipants(tx, operationId),
    pastAudiences(tx, operationId, agencyId, HABIT_OVER),
  ]);
  const reporting = participants.find((row) => row.agencyId === agencyId);
  const country = reporting?.administrationKind === "country" ? administrationCode : input.place.country;
  return [
    ...questionsOn(input, {
      measures,
      window: operation,
      reporterCountry: country,
      outlines: COUNTRY_OUTLINES,
      medians,
    }),
    ...audienceQuestions(input, { participants, owner: agencyId, usual: usualAudience(past) }),
  ];
}

const MOST_FOUND = 8;
/** What may be the name of a place at all. */
const Words = Text(100);

/** What places may be meant by words alone, for each place of the form that has no more than words. */
export async function placesMeant(tx: Tx, fields: FormFields): Promise<Record<string, PlaceOption[]>> {
  const paths = ["place", ...rowsOf(fields, "route").map((row) => `route.${row}.place`)];
  const found: Record<string, PlaceOption[]> = {};
  for (const path of paths) {
    const words = Words.safeParse(textOf(fields, `${path}.name`)).data ?? "";
    if (words === "" || textOf(fields, `${path}.placeId`) !== "") continue;
    found[path] = await searchPlaces(tx, words, { limit: MOST_FOUND });
  }
  return found;
}
