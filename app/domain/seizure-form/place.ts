import { addError } from "../field-errors.ts";
import { precisionOfPlace } from "../place-precision.ts";
import type { FormPlace, Reading } from "./reading.ts";
import { textOf } from "./rows.ts";

/** A place by its fields, completed from the gazetteer where it was chosen there. */
export function rawPlace(reading: Reading, path: string) {
  const { fields, context, errors } = reading;
  const placeId = textOf(fields, `${path}.placeId`);
  const known = context.places.get(placeId);
  if (placeId !== "" && !known) addError(errors, `${path}.name`, "place.unknown");
  const [lat, lon] = [rawPosition(reading, `${path}.lat`), rawPosition(reading, `${path}.lon`)];
  return {
    country: textOf(fields, `${path}.country`) || known?.country || undefined,
    placeId: placeId || null,
    name: textOf(fields, `${path}.name`) || known?.name || "",
    lat,
    lon,
    precision: textOf(fields, `${path}.precision`) || precisionOf(known, lat),
  };
}

function precisionOf(known: FormPlace | undefined, lat: number | null): string {
  if (lat !== null) return "exact";
  if (!known) return "country";
  return precisionOfPlace(known);
}

/** Degrees with either decimal mark; no position has thousands to group. */
function rawPosition({ fields, errors }: Reading, name: string): number | null {
  const typed = textOf(fields, name).normalize("NFKC").replace(/\s/g, "").replace("−", "-").replace(",", ".");
  if (typed === "") return null;
  if (/^-?\d{1,3}(\.\d{1,18})?$/.test(typed)) return Number(typed);
  addError(errors, name, "place.position.malformed");
  return null;
}
