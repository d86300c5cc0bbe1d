import type { ImportIndex } from "../import/lists.ts";
import type { RouteNode } from "../seizure.ts";
import type { Coding } from "./coding.ts";

const ARROW = " → ";

/**
 * A route in words that are read back as they were: "Origin: Vientiane, LA [city:vientiane] (60 %; Documented; then
 * Truck) → …". Countries stand by their codes, positions and their precision in square brackets.
 */
export function routeWords(route: readonly RouteNode[], coding: Coding): string {
  return route.map((node) => stopWords(node, coding)).join(ARROW);
}

function stopWords({ role, place, ...node }: RouteNode, { wordOf }: Coding): string {
  const name = place.name.replace(/[→[\]\n\r]/g, " ").trim();
  const where = [place.placeId, place.lat, place.lon, wordOf("geo_precision", place.precision)];
  const about = [
    node.sharePercent === null ? "" : `${node.sharePercent} %`,
    wordOf("evidence", node.evidence),
    node.modeToNext === null ? "" : `then ${wordOf("mode", node.modeToNext)}`,
    node.opportunity === null ? "" : node.opportunity ? "in custody" : "no custody",
  ];
  const named = name === "" ? place.country : `${name}, ${place.country}`;
  return `${wordOf("route_role", role)}: ${named} [${said(where, " | ")}] (${said(about, "; ")})`;
}

const said = (parts: readonly (string | number | null)[], between: string) =>
  parts.filter((part) => part !== null && part !== "").join(between);

const STOP = /^([^:]+): (?:(.*), )?([A-Z]{2}) \[([^\]]*)\] \((.*)\)$/;

/** The route that such words say; null where they are not of our making. */
export function readRouteWords(text: string, coding: Coding, index: ImportIndex): RouteNode[] | null {
  const stops = text.split(ARROW).map((part) => stopOf(part.trim(), coding, index));
  return stops.every((stop) => stop !== null) ? stops : null;
}

function stopOf(text: string, { codeOf }: Coding, index: ImportIndex): RouteNode | null {
  const [whole, roleWord = "", name = "", country = "", where = "", about = ""] = STOP.exec(text) ?? [];
  const role = codeOf("route_role", roleWord);
  if (whole === undefined || role === null) return null;
  const node: RouteNode = {
    role,
    place: { country, placeId: null, name, lat: null, lon: null, precision: "country" },
    ...{ sharePercent: null, opportunity: null, modeToNext: null, evidence: "declared" },
  };
  const position: number[] = [];
  for (const token of where.split(" | ").filter(Boolean)) {
    if (/^-?\d+(\.\d+)?$/.test(token)) position.push(Number(token));
    else if (index.kindOfPlace(token) !== null) node.place.placeId = token;
    else node.place.precision = codeOf("geo_precision", token) ?? node.place.precision;
  }
  const [lat, lon] = position;
  if (lat !== undefined && lon !== undefined) Object.assign(node.place, { lat, lon });
  for (const token of about.split("; ").filter(Boolean)) {
    const share = /^(\d+(?:\.\d+)?) %$/.exec(token)?.[1];
    if (share) node.sharePercent = share;
    else if (token === "in custody" || token === "no custody") node.opportunity = token === "in custody";
    else if (token.startsWith("then ")) node.modeToNext = codeOf("mode", token.slice("then ".length));
    else node.evidence = codeOf("evidence", token) ?? node.evidence;
  }
  return node;
}
