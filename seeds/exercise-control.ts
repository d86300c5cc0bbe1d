import { checkDigit } from "#app/domain/container-number.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { Site } from "./exercise-world.ts";
import type { Chance } from "./random.ts";

/** How goods travel through a kind of place. */
const MODES: Readonly<Record<Site["kind"], Readonly<Record<string, number>>>> = {
  airport: { air_passenger: 52, air_cargo: 34, express_courier: 12, air_crew: 2 },
  mail_centre: { post: 62, express_courier: 38 },
  seaport: { sea_container: 74, sea_other_cargo: 10, small_craft: 8, fishing_vessel: 8 },
  border_post: { road_truck: 38, road_car: 22, motorcycle: 16, pedestrian: 14, road_bus: 10 },
  road_check: { road_truck: 35, road_car: 35, motorcycle: 20, road_bus: 10 },
  river_port: { river: 100 },
};

export const modeAt = (kind: Site["kind"], luck: Chance): string => luck.weighted(MODES[kind]);

/** Where goods are hidden, by the beginning of the mode's code. */
const HIDDEN: readonly (readonly [mode: RegExp, places: Readonly<Record<string, number>>])[] = [
  [/^air_passenger|^air_crew|^pedestrian/, { luggage: 60, strapped: 12, swallowed: 8, clothing: 10, food: 10 }],
  [/^post|^express/, { parcel: 55, food: 15, clothing: 8, machinery: 12, dissolved: 4, packaging: 6 }],
  [/^air_cargo/, { cover_load: 50, packaging: 25, machinery: 15, furniture_wood: 10 }],
  [/^sea_container/, { cover_load: 60, structure: 14, reefer: 6, furniture_wood: 10, machinery: 10 }],
  [/^sea|^small|^fishing|^river/, { vessel_void: 60, cover_load: 20, packaging: 20 }],
  [/./, { vehicle_part: 45, cover_load: 25, luggage: 15, packaging: 15 }],
];

type Control = Pick<
  SeizureInput,
  "detections" | "controlReasons" | "concealmentPlaces" | "concealmentMethods" | "offences" | "containerNo" | "persons"
>;

export function controlOf(mode: string, drugs: boolean, country: string, luck: Chance): Control {
  const hidden = HIDDEN.find(([pattern]) => pattern.test(mode))?.[1] ?? { none: 1 };
  const known = luck.percent(88);
  return {
    detections: detections(luck),
    controlReasons: [luck.weighted({ risk_profile: 45, intelligence: 25, routine: 15, random: 10, third_party: 5 })],
    concealmentPlaces: [known ? luck.weighted(hidden) : "unknown"],
    concealmentMethods: known ? [luck.weighted(/cargo|container/.test(mode) ? CARGO : CARRIED)] : [],
    offences: [luck.weighted(drugs ? OF_DRUGS : OF_WILDLIFE)],
    containerNo: mode === "sea_container" && luck.percent(85) ? containerNumber(luck) : "",
    persons: persons(mode, country, luck),
  };
}

const CARGO: Readonly<Record<string, number>> = { misdeclared: 60, hidden: 25, rip_on_rip_off: 8, false_documents: 7 };
const CARRIED: Readonly<Record<string, number>> = { hidden: 70, undeclared: 25, misdeclared: 5 };
const OF_DRUGS: Readonly<Record<string, number>> = { controlled_substance: 70, smuggled: 22, misdeclared_goods: 8 };
const OF_WILDLIFE: Readonly<Record<string, number>> = {
  no_cites_document: 45,
  smuggled: 25,
  misdeclared_goods: 15,
  forged_document: 10,
  prohibited: 5,
};

function detections(luck: Chance): string[] {
  const first = luck.weighted({
    scanner: 34,
    physical_inspection: 22,
    documentary_profile: 14,
    dog: 12,
    tip_off: 6,
    behaviour: 5,
    international_warning: 4,
    police_information: 3,
  });
  return luck.percent(30) && first !== "physical_inspection" ? [first, "physical_inspection"] : [first];
}

/** Owner code EXE is the exercise's own; the check digit is right. */
function containerNumber(luck: Chance): string {
  const body = `EXEU${String(luck.between(0, 999_999)).padStart(6, "0")}`;
  return `${body}${checkDigit(body)}`;
}

function persons(mode: string, country: string, luck: Chance): SeizureInput["persons"] {
  const carried = /passenger|crew|pedestrian|motorcycle|car$|bus|truck|craft|fishing|river/.test(mode);
  if (luck.percent(carried ? 18 : 55))
    return { arrested: luck.percent(60) ? 0 : null, identified: null, nationalities: [] };
  const arrested = luck.weighted({ "1": 68, "2": 22, "3": 7, "5": 3 });
  const nationalities = luck.percent(70) ? [{ country, count: Number(arrested) }] : [];
  return { arrested: Number(arrested), identified: Number(arrested), nationalities };
}
