import type { Place, RouteNode } from "#app/domain/seizure.ts";
import type { LotKind } from "./exercise-lot-kinds.ts";
import { PROFILES } from "./exercise-world.ts";
import type { Gazetteer } from "./gazetteer.server.ts";
import type { Chance } from "./random.ts";

/** Gateways of countries that do not take part. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  NG: ["air:LOS", "port:NGAPP"],
  KE: ["air:NBO"],
  MZ: ["air:MPM"],
  ZA: ["air:JNB"],
  AO: ["air:LAD"],
  CM: ["air:DLA"],
  MG: ["air:TNR"],
  NL: ["air:AMS"],
  DE: ["air:FRA"],
  BE: ["air:BRU"],
  BR: ["air:GRU"],
  US: ["air:LAX"],
  CA: ["air:YVR"],
  AE: ["air:DXB"],
};

export function gatewaysOf(country: string): readonly string[] {
  const own = PROFILES[`${country}-CUS`]?.sites.map((site) => site.place) ?? [];
  return own.length > 0 ? own : (ELSEWHERE[country] ?? []);
}

/** Where goods of a mode pass between here and there. */
const ON_THE_WAY: Readonly<Record<string, readonly string[]>> = {
  air: ["AE", "SG", "TH", "MY", "HK"],
  sea: ["SG", "MY", "HK"],
  land: ["LA", "TH", "MM"],
};

export type Course = { direction: string; route: RouteNode[] };

/** A plausible way of the goods; a quarter of the routes stays unknown, and part of the others is known by half. */
export function courseOf(kind: LotKind, here: Place, mode: string, luck: Chance, places: Gazetteer): Course {
  const away = (countries: readonly string[]) => countries.filter((country) => country !== here.country);
  const exports = kind.from.includes(here.country) && luck.percent(55);
  const imports = !exports && (away(kind.to).length === 0 || (kind.to.includes(here.country) && luck.percent(65)));
  const origin = exports ? here.country : luck.pick(away(kind.from));
  const destination = imports ? here.country : luck.pick(away(kind.to));
  const direction = exports ? "export" : imports ? "import" : "transit";
  const discovery: RouteNode = { ...NODE, role: "discovery", place: here, evidence: "documented" };
  if (luck.percent(24)) return { direction: luck.percent(50) ? direction : "unknown", route: [discovery] };

  const node = (role: string, country: string): RouteNode => ({
    ...NODE,
    role,
    place: country === here.country ? here : placeIn(country, luck, places),
    evidence: luck.weighted({ documented: 30, declared: 35, intelligence: 20, assumed: 15 }),
  });
  const between = away(ON_THE_WAY[wayOf(mode)] ?? []).filter(
    (country) => country !== origin && country !== destination,
  );
  const transits =
    between.length > 0 && luck.percent(40)
      ? [{ ...node("transit", luck.pick(between)), opportunity: luck.percent(50) }]
      : [];
  const knowsOrigin = luck.percent(88);
  const knowsDestination = luck.percent(85);
  return {
    direction,
    route: [
      ...(knowsOrigin ? [node("origin", origin)] : []),
      ...(exports ? [] : transits),
      discovery,
      ...(exports ? transits : []),
      ...(knowsDestination ? [node("destination", destination)] : []),
    ],
  };
}

const NODE = { sharePercent: null, opportunity: null, modeToNext: null };

function wayOf(mode: string): "air" | "sea" | "land" {
  if (/^(air|post|express)/.test(mode)) return "air";
  return /^(sea|ferry|small|fishing)/.test(mode) ? "sea" : "land";
}

export function placeIn(country: string, luck: Chance, places: Gazetteer): Place {
  const gateways = gatewaysOf(country);
  const known = gateways.length > 0 && luck.percent(55) ? places.byId.get(luck.pick(gateways)) : undefined;
  return known
    ? {
        country,
        placeId: known.id,
        name: known.name,
        lat: null,
        lon: null,
        precision: known.kind === "city" ? "city" : "facility",
      }
    : { country, placeId: null, name: "", lat: null, lon: null, precision: "country" };
}
