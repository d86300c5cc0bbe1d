import { codingOf } from "../cen/coding.ts";
import { readRouteWords } from "../cen/stops.ts";
import { searchKey } from "../search-key.ts";
import type { RouteNode } from "../seizure.ts";
import type { Target } from "./columns.ts";
import { understandCountry, understandPlace, understandPlaces, type WrittenPlace } from "./place.ts";
import type { ImportContext } from "./sheet.ts";
import type { Told } from "./told.ts";
import { tidyCell } from "./understood.ts";

type Cells = Partial<Record<Target, string>>;
export type FieldPlace = Omit<WrittenPlace, "lat" | "lon"> & { lat: number | null; lon: number | null };

/** Where it was seized: site, city and country from columns of their own or from one, and the position if it is given. */
export function readPlace(
  cells: Cells,
  headings: { lat: string },
  context: ImportContext,
  told: Told,
): FieldPlace | null {
  const country = told.take("place.country", understandCountry(cells.placeCountry ?? "", context.index));
  const named = namedPlace(cells, country, context, told);
  if (named !== null && country !== null && isPartOf(named.country, country))
    return withPosition(named, cells, headings.lat, told);
  const code = country ?? named?.country ?? null;
  if (code === null) return null;
  if (country !== null && named !== null && named.country !== country) {
    told.ask("place.country", "import.place.other_country", {
      written: named.name,
      country: context.index.countryName(country),
    });
  }
  const place = named?.country === code ? named : { ...nowhere(code), name: named?.name ?? siteOf(cells) };
  return withPosition(place, cells, headings.lat, told);
}

/** The place as another hand of ours wrote it down: country, code of the list, position and how exact it is; else null. */
export function exactPlace(cells: Cells, { index }: ImportContext): FieldPlace | null {
  const precision = tidyCell(cells.geoPrecision ?? "");
  const country = understandCountry(cells.placeCountry ?? "", index);
  const code = tidyCell(cells.placeCode ?? "");
  const listed = index.codes.get("geo_precision")?.get(searchKey(precision)) === precision;
  if (!listed || country.state !== "clear" || (code !== "" && index.kindOfPlace(code) === null)) return null;
  const [lat, lon] = [degreesOf(cells.lat ?? ""), degreesOf(cells.lon ?? "")];
  if ((lat === null) !== (lon === null) || (precision === "exact" && lat === null)) return null;
  const name = tidyCell(cells.place ?? "").slice(0, 160);
  return { country: country.value, placeId: code === "" ? null : code, name, lat, lon, precision };
}

/** The route as another hand of ours wrote it down; else null. */
export function exactRoute(cells: Cells, { mapping, index }: ImportContext): RouteNode[] | null {
  const written = tidyCell(cells.route ?? "");
  return written === "" || mapping === null ? null : readRouteWords(written, codingOf(mapping), index);
}

/** Members of their own that files put under China ("Hong Kong Airport, China"). */
const isPartOf = (territory: string, country: string) => country === "CN" && (territory === "HK" || territory === "MO");

const siteOf = (cells: Cells) =>
  tidyCell(cells.placeSite ?? "") || tidyCell(cells.placeCity ?? "") || tidyCell(cells.place ?? "");

const nowhere = (country: string): WrittenPlace => ({
  country,
  placeId: null,
  name: "",
  lat: null,
  lon: null,
  precision: "country",
});

/** The narrowest of the columns that name a place which the gazetteer has; words that it does not have stay words. */
function namedPlace(cells: Cells, country: string | null, context: ImportContext, told: Told): WrittenPlace | null {
  const home = country ?? context.home;
  const site = tidyCell(cells.placeSite ?? "");
  const city = tidyCell(cells.placeCity ?? "");
  const whole = tidyCell(cells.place ?? "");
  // "LA" in a column of ports is a port's own code, not Lao PDR.
  const atSite = site.length > 3 || context.index.placesByCode.has(site) ? read(site, home, context) : null;
  if (atSite?.placeId && atSite.country === home) return { ...atSite, name: site };
  const inCity = city ? read(country ? `${city}|${country}` : city, home, context) : null;
  if (inCity && (inCity.placeId || country)) return { ...inCity, name: site || city };
  if (whole) {
    const found = understandPlace(whole, context.index, home);
    const place = country && found.state === "unread" ? null : told.take("place", found);
    if (place) return { ...place, name: whole };
  }
  if (inCity) return inCity;
  if (country || (!site && !city)) return null;
  if (atSite) return { ...atSite, name: site };
  // Nothing says which country: whoever reports it seized it at home, as reports are meant.
  told.tell("place.country", "import.place.home", { country: context.index.countryName(context.home) });
  return { ...nowhere(context.home), name: site || city };
}

function read(text: string, home: string, { index }: ImportContext): WrittenPlace | null {
  const found = understandPlace(text, index, home);
  return found.state === "clear" || (found.state === "asked" && found.value?.country === home) ? found.value : null;
}

/** Degrees in decimals, or as degrees, minutes and seconds with a letter for the direction. */
function degreesOf(text: string): number | null {
  const tidy = text.trim().replace(",", ".");
  if (/^-?\d{1,3}(\.\d+)?$/.test(tidy)) return Number(tidy);
  const found = /^(\d{1,3})[°\s]+(?:(\d{1,2}(?:\.\d+)?)['′\s]+)?(?:(\d{1,2}(?:\.\d+)?)["″\s]*)?([NSEW])$/i.exec(tidy);
  if (!found) return null;
  const size = Number(found[1]) + Number(found[2] ?? 0) / 60 + Number(found[3] ?? 0) / 3600;
  return /[SW]/i.test(found[4] ?? "") ? -size : size;
}

/** A position is as exact as its heading says: of the city where it says so, otherwise of the site. */
function withPosition(place: WrittenPlace, cells: Cells, heading: string, told: Told): FieldPlace {
  const [latText, lonText] = [tidyCell(cells.lat ?? ""), tidyCell(cells.lon ?? "")];
  if (latText === "" && lonText === "") return place;
  const [lat, lon] = [degreesOf(latText), degreesOf(lonText)];
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    told.refuse("place.lat", "import.place.position", { written: `${latText}, ${lonText}` });
    return place;
  }
  if (place.placeId !== null) return place;
  const precision = /city|town/.test(searchKey(heading)) ? "city" : "facility";
  return { ...place, lat: rounded(lat), lon: rounded(lon), precision };
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

type Node = Pick<RouteNode, "role" | "evidence"> & { place: WrittenPlace };

const ROLES: readonly (readonly [target: Target, role: string])[] = [
  ["origins", "origin"],
  ["departures", "departure"],
  ["exporter", "departure"],
  ["transits", "transit"],
];
const ENDS: readonly (readonly [target: Target, role: string])[] = [
  ["destinations", "destination"],
  ["importer", "destination"],
];

/** The route in its order, with the place of seizure where it lies on it. */
export function readRoute(cells: Cells, place: FieldPlace | null, context: ImportContext, told: Told): Node[] {
  const nodes = (pairs: typeof ROLES): Node[] =>
    pairs.flatMap(([target, role]) =>
      understandPlaces(cells[target] ?? "", context.index).flatMap((read) => {
        const found = told.take(`route.${role}`, read);
        return found ? [{ role, place: found, evidence: "declared" }] : [];
      }),
    );
  const before = nodes(ROLES).filter(({ role, place: at }, order, all) => !repeats(role, at, order, all));
  const after = nodes(ENDS);
  if (before.length + after.length === 0 || place === null) return [...before, ...after];
  const here = before.findIndex(({ role, place: at }) => role === "transit" && at.country === place.country);
  const discovery: Node = { role: "discovery", place: { ...place, lat: null, lon: null }, evidence: "documented" };
  if (here < 0) return [...before, discovery, ...after];
  return [...before.slice(0, here), discovery, ...before.slice(here + 1), ...after];
}

/** Exported from where it comes: one place, not two. */
function repeats(role: string, at: WrittenPlace, order: number, all: readonly Node[]): boolean {
  return (
    role === "departure" &&
    all.slice(0, order).some(({ place }) => place.country === at.country && place.placeId === at.placeId)
  );
}
