/** The goods of the exercise: how much of them is usual, in which units, and between which countries they go. */

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
