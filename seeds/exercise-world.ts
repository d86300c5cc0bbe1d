/** The invented world of the exercise: who takes part, where they control, and which lots they meet. */

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
