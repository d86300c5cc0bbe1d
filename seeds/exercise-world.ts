/** The invented world of the exercise: who takes part, where they control, and what is found there. */

export type Site = {
  place: string;
  kind: "airport" | "seaport" | "river_port" | "border_post" | "mail_centre" | "road_check";
};

export type Profile = {
  /** How often out of all cases. */
  weight: number;
  /** Drugs and wildlife that this agency meets, by lot name. */
  drugs: Readonly<Record<string, number>>;
  wild: Readonly<Record<string, number>>;
  sites: readonly Site[];
};

const air = (iata: string): Site => ({ place: `air:${iata}`, kind: "airport" });
const mail = (iata: string): Site => ({ place: `air:${iata}`, kind: "mail_centre" });
const sea = (unlocode: string): Site => ({ place: `port:${unlocode}`, kind: "seaport" });
const river = (city: string): Site => ({ place: `city:${city}`, kind: "river_port" });
const border = (city: string): Site => ({ place: `city:${city}`, kind: "border_post" });
const road = (city: string): Site => ({ place: `city:${city}`, kind: "road_check" });

const SOUTH_EAST = { meth_tablets: 4, ice: 5, heroin: 3, ketamine: 2, mdma: 1, cannabis: 2 };
const ISLANDS = { ice: 6, mdma: 3, ketamine: 2, cannabis: 3, cocaine: 2, heroin: 1 };

/** 23 agencies of 20 countries and territories. */
export const PROFILES: Readonly<Record<string, Profile>> = {
  "VN-CUS": {
    weight: 110,
    drugs: { ...SOUTH_EAST, heroin: 6, lsd: 1 },
    wild: { ivory: 4, pangolin: 4, rhino: 2, rosewood: 3, turtles: 2 },
    sites: [
      sea("VNHPH"),
      sea("VNVIC"),
      sea("VNDAD"),
      air("SGN"),
      air("HAN"),
      mail("SGN"),
      border("vn-mong-cai"),
      border("vn-lang-son"),
      border("vn-lao-cai"),
      road("vn-vinh"),
    ],
  },
  "VN-POL": {
    weight: 20,
    drugs: { ...SOUTH_EAST, heroin: 6 },
    wild: { turtles: 1 },
    sites: [road("vn-vinh"), road("vn-son-la")],
  },
  "CN-CUS": {
    weight: 96,
    drugs: { ice: 5, ketamine: 4, heroin: 4, mdma: 2, cannabis: 3, meth_tablets: 3 },
    wild: { ivory: 4, plants: 5, rosewood: 2, pangolin: 3, turtles: 2 },
    sites: [
      air("CAN"),
      air("PVG"),
      air("KMG"),
      mail("CAN"),
      mail("PVG"),
      border("cn-jinghong"),
      sea("CNSHK"),
      border("cn-dongxing"),
    ],
  },
  "TH-CUS": {
    weight: 104,
    drugs: { ...SOUTH_EAST, cannabis: 5, kratom: 3, cocaine: 1 },
    wild: { turtles: 3, rosewood: 4, birds: 2, orchids: 2, pangolin: 2 },
    sites: [
      air("BKK"),
      air("DMK"),
      mail("BKK"),
      sea("THLCH"),
      border("th-mae-sai"),
      border("th-nong-khai"),
      border("th-mukdahan"),
      river("th-nakhon-phanom"),
    ],
  },
  "TH-POL": { weight: 24, drugs: SOUTH_EAST, wild: { birds: 1 }, sites: [road("th-chiang-rai"), road("th-mae-sot")] },
  "LA-CUS": {
    weight: 46,
    drugs: { meth_tablets: 7, ice: 5, heroin: 3, happy_water: 1 },
    wild: { rosewood: 4, orchids: 2, pangolin: 2, bear: 1 },
    sites: [
      border("la-ban-houayxay"),
      border("la-savannakhet"),
      border("la-vientiane"),
      border("la-louang-namtha"),
      river("la-ban-houayxay"),
      air("VTE"),
    ],
  },
  "KH-CUS": {
    weight: 32,
    drugs: { ice: 4, ketamine: 4, mdma: 1, heroin: 1, cannabis: 2 },
    wild: { ivory: 2, rosewood: 3, turtles: 1 },
    sites: [air("PNH"), border("kh-paoy-paet"), border("kh-svay-rieng"), sea("KHKOS"), river("kh-phnom-penh")],
  },
  "MM-CUS": {
    weight: 38,
    drugs: { meth_tablets: 6, ice: 5, heroin: 4, opium: 2, ketamine: 2 },
    wild: { bear: 1, pangolin: 2, rosewood: 2 },
    sites: [
      border("mm-tachilek"),
      border("mm-myawadi"),
      road("mm-lashio"),
      air("RGN"),
      sea("MMRGN"),
      river("mm-tachilek"),
    ],
  },
  "HK-CUS": {
    weight: 84,
    drugs: { ice: 5, cocaine: 4, ketamine: 4, cannabis: 4, heroin: 2, mdma: 1 },
    wild: { ivory: 2, shark: 4, rosewood: 2, turtles: 1, plants: 1, seahorses: 1 },
    sites: [air("HKG"), mail("HKG"), sea("HKHKG")],
  },
  "AU-CUS": {
    weight: 72,
    drugs: ISLANDS,
    wild: { birds: 1, plants: 1, reptiles: 2 },
    sites: [air("SYD"), mail("SYD"), mail("MEL"), sea("AUSYD"), sea("AUMEL")],
  },
  "AU-POL": { weight: 14, drugs: ISLANDS, wild: { reptiles: 1 }, sites: [mail("SYD"), sea("AUBNE")] },
  "NZ-CUS": {
    weight: 30,
    drugs: ISLANDS,
    wild: { plants: 1, seahorses: 1 },
    sites: [air("AKL"), mail("AKL"), sea("NZAKL")],
  },
  "MY-CUS": {
    weight: 44,
    drugs: { ...ISLANDS, heroin: 2, kratom: 2 },
    wild: { pangolin: 3, birds: 2, turtles: 2 },
    sites: [air("KUL"), sea("MYPKG"), sea("MYPEN"), mail("KUL")],
  },
  "SG-CUS": {
    weight: 26,
    drugs: { ice: 3, heroin: 3, cannabis: 3 },
    wild: { ivory: 2, birds: 2, pangolin: 1 },
    sites: [air("SIN"), sea("SGSIN"), mail("SIN")],
  },
  "ID-CUS": {
    weight: 40,
    drugs: { ice: 6, mdma: 2, cannabis: 2 },
    wild: { birds: 3, reptiles: 2 },
    sites: [air("CGK"), air("DPS"), sea("IDJKT"), mail("CGK")],
  },
  "PH-CUS": {
    weight: 24,
    drugs: { ice: 5, mdma: 2, cannabis: 2 },
    wild: { reptiles: 2, birds: 1 },
    sites: [air("MNL"), sea("PHMNL"), mail("MNL")],
  },
  "IN-CUS": {
    weight: 26,
    drugs: { heroin: 4, ketamine: 1, cannabis: 2, meth_tablets: 1 },
    wild: { turtles: 4, redsanders: 4, pangolin: 1 },
    sites: [air("DEL"), air("MAA"), air("CCU"), sea("INMAA")],
  },
  "BD-CUS": {
    weight: 18,
    drugs: { meth_tablets: 5, heroin: 1 },
    wild: { turtles: 3 },
    sites: [air("DAC"), road("bd-chattogram")],
  },
  "KR-CUS": {
    weight: 26,
    drugs: { ice: 5, mdma: 1, cannabis: 3 },
    wild: { plants: 1 },
    sites: [air("ICN"), mail("ICN"), sea("KRPUS")],
  },
  "MN-CUS": { weight: 4, drugs: { cannabis: 1, ice: 1 }, wild: { saiga: 2 }, sites: [air("UBN")] },
  "NP-CUS": {
    weight: 8,
    drugs: { heroin: 1, cannabis: 3 },
    wild: { redsanders: 1, saiga: 0, turtles: 1 },
    sites: [air("KTM")],
  },
  "LK-CUS": {
    weight: 10,
    drugs: { heroin: 4, ice: 2 },
    wild: { seahorses: 1, turtles: 1 },
    sites: [air("CMB"), sea("LKCMB")],
  },
  "BN-CUS": { weight: 4, drugs: { ice: 2 }, wild: { birds: 1 }, sites: [air("BWN")] },
};

export type LotKind = {
  commodity: string;
  /** Median in the unit that is mostly used, and the factor that two in three stay within. */
  amount: readonly [median: number, unit: string, spread: number];
  /** Other units that the same goods come in, with the factor from the usual one. */
  other: readonly (readonly [unit: string, factor: number])[];
  /** A second count beside the weight: so many pieces per unit. */
  pieces?: readonly [unit: string, perUnit: number];
  taxon?: string;
  specimen?: string;
  live?: boolean;
  /** Countries that it comes from and goes to; the reporter's own country is left out. */
  from: readonly string[];
  to: readonly string[];
};

const GOLDEN = ["MM", "MM", "MM", "LA"];
const RICH = ["AU", "NZ", "HK", "KR", "MY", "ID"];

export const LOTS: Readonly<Record<string, LotKind>> = {
  meth_tablets: {
    commodity: "D1.meth_tablets",
    amount: [18_000, "tablets", 4],
    other: [["kg", 0.00009]],
    from: GOLDEN,
    to: ["TH", "VN", "BD", "KH", "MY"],
  },
  ice: {
    commodity: "D1.meth_crystal",
    amount: [3.2, "kg", 5],
    other: [
      ["g", 1000],
      ["lb", 2.204623],
    ],
    from: GOLDEN,
    to: RICH,
  },
  heroin: {
    commodity: "D2.heroin",
    amount: [1.4, "kg", 4],
    other: [["g", 1000]],
    from: ["MM", "MM", "LA", "AF"],
    to: ["CN", "VN", "AU", "HK", "TH"],
  },
  opium: {
    commodity: "D2.opium",
    amount: [2, "kg", 3],
    other: [["g", 1000]],
    from: ["MM", "LA"],
    to: ["CN", "TH", "VN"],
  },
  ketamine: {
    commodity: "D5.ketamine",
    amount: [2.5, "kg", 4],
    other: [["g", 1000]],
    from: ["MM", "KH", "DE"],
    to: ["HK", "CN", "TH", "MY"],
  },
  mdma: {
    commodity: "D1.mdma_tablets",
    amount: [1200, "tablets", 4],
    other: [
      ["g", 0.3],
      ["kg", 0.0003],
    ],
    from: ["NL", "DE", "BE"],
    to: ["AU", "NZ", "VN", "TH", "MY", "ID"],
  },
  cannabis: {
    commodity: "D4.cannabis_herb",
    amount: [2.8, "kg", 4],
    other: [["g", 1000]],
    from: ["TH", "US", "CA", "LA"],
    to: ["HK", "SG", "AU", "KR", "VN", "IN"],
  },
  cocaine: {
    commodity: "D3.cocaine_salt",
    amount: [1.9, "kg", 4],
    other: [["g", 1000]],
    from: ["BR", "EC", "CO", "PE"],
    to: ["HK", "AU", "NZ", "TH"],
  },
  kratom: { commodity: "D7.kratom", amount: [40, "kg", 3], other: [], from: ["TH", "ID"], to: ["MY", "SG", "US"] },
  lsd: { commodity: "D6.lsd", amount: [150, "blotters", 3], other: [], from: ["NL", "DE"], to: ["VN", "AU", "TH"] },
  happy_water: {
    commodity: "D6.happy_water",
    amount: [90, "sachets", 3],
    other: [["kg", 0.02]],
    from: ["TH", "LA"],
    to: ["VN", "LA", "TH"],
  },
  ivory: {
    commodity: "F2.raw_ivory",
    amount: [24, "kg", 4],
    other: [["pcs", 0.3]],
    pieces: ["pcs", 0.3],
    taxon: "elephantidae",
    specimen: "TUS",
    from: ["NG", "AO", "KE", "MZ"],
    to: ["VN", "CN", "LA", "TH"],
  },
  pangolin: {
    commodity: "F1.pangolin_scales",
    amount: [18, "kg", 4],
    other: [["g", 1000]],
    taxon: "manidae",
    specimen: "SCA",
    from: ["NG", "CM", "MY", "ID"],
    to: ["VN", "CN", "LA"],
  },
  rhino: {
    commodity: "F3.rhino_horns",
    amount: [7, "kg", 2],
    other: [],
    pieces: ["pcs", 0.5],
    taxon: "rhinocerotidae",
    specimen: "HOR",
    from: ["ZA", "MZ", "NA"],
    to: ["VN", "CN", "HK"],
  },
  bear: {
    commodity: "F4.bile_gall",
    amount: [12, "pcs", 2],
    other: [["kg", 0.06]],
    taxon: "ursus-thibetanus",
    specimen: "GAB",
    from: ["LA", "MM", "KH"],
    to: ["CN", "VN", "TH"],
  },
  turtles: {
    commodity: "F5.turtles_live",
    amount: [70, "animals", 3],
    other: [],
    taxon: "testudines",
    specimen: "LIV",
    live: true,
    from: ["IN", "BD", "MG", "ID"],
    to: ["TH", "MY", "HK", "CN", "VN"],
  },
  reptiles: {
    commodity: "F6.monitors",
    amount: [9, "animals", 2],
    other: [],
    taxon: "varanus",
    specimen: "LIV",
    live: true,
    from: ["ID", "PH", "AU"],
    to: ["HK", "TH", "JP"],
  },
  birds: {
    commodity: "F7.songbirds",
    amount: [45, "animals", 3],
    other: [],
    taxon: "kittacincla-malabarica",
    specimen: "LIV",
    live: true,
    from: ["ID", "MY", "TH", "VN"],
    to: ["SG", "MY", "ID"],
  },
  shark: {
    commodity: "F8.shark_fins",
    amount: [260, "kg", 4],
    other: [["t", 0.001]],
    taxon: "sphyrnidae",
    specimen: "FIN",
    from: ["EC", "ID", "AE", "ZA"],
    to: ["HK", "CN", "VN"],
  },
  seahorses: {
    commodity: "F8.seahorses",
    amount: [4, "kg", 3],
    other: [["pcs", 380]],
    taxon: "hippocampus",
    specimen: "BOD",
    from: ["PH", "TH", "LK"],
    to: ["HK", "CN"],
  },
  saiga: {
    commodity: "F9.saiga_horn",
    amount: [30, "pcs", 2],
    other: [["kg", 0.25]],
    taxon: "saiga",
    specimen: "HOR",
    from: ["KZ", "RU"],
    to: ["CN", "SG"],
  },
  rosewood: {
    commodity: "L1.rosewood",
    amount: [9, "m3", 3],
    other: [
      ["t", 1],
      ["logs", 4],
    ],
    taxon: "dalbergia-cochinchinensis",
    specimen: "LOG",
    from: ["LA", "KH", "TH", "MG"],
    to: ["CN", "VN"],
  },
  redsanders: {
    commodity: "L1.red_sanders",
    amount: [1800, "kg", 3],
    other: [
      ["t", 0.001],
      ["logs", 0.02],
    ],
    taxon: "pterocarpus-santalinus",
    specimen: "LOG",
    from: ["IN"],
    to: ["CN", "HK", "AE"],
  },
  orchids: {
    commodity: "L3.orchids",
    amount: [160, "plants", 3],
    other: [["kg", 0.05]],
    taxon: "orchidaceae",
    specimen: "LIV",
    live: true,
    from: ["LA", "MM", "VN"],
    to: ["TH", "CN"],
  },
  plants: {
    commodity: "L3.cacti_succulents",
    amount: [110, "plants", 3],
    other: [["pcs", 1]],
    taxon: "cactaceae",
    specimen: "LIV",
    live: true,
    from: ["ZA", "MX", "SG", "ID"],
    to: ["CN", "KR", "TH"],
  },
};
