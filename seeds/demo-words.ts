import { searchKey } from "#app/domain/search-key.ts";

/** What the words of the historic records mean in codes. What is not found here stays text, and its code unknown. */

type Meaning = readonly (readonly [words: RegExp, code: string])[];

function allOf(meaning: Meaning, text: string): string[] {
  const key = searchKey(text);
  return [...new Set(meaning.filter(([words]) => words.test(key)).map(([, code]) => code))];
}

function firstOf(meaning: Meaning, text: string): string | null {
  return allOf(meaning, text)[0] ?? null;
}

/** All of these records are of air transport; how, is written in many spellings ("Airfrieght", "Lugage"). */
const MODES: Meaning = [
  [/\bmail\b|parcel/, "post"],
  [/^a[a-z]* ?f[a-z]*ght$/, "air_cargo"],
  [/lugg?age|pass[ae]nger|personal|clothing|belonging/, "air_passenger"],
];

export function modeOf(text: string): string {
  return firstOf(MODES, text) ?? "air_unspecified";
}

const DETECTIONS: Meaning = [
  [/x ray|scan|screener/, "scanner"],
  [/\bdogs?\b|canine/, "dog"],
  [/tip off|informed/, "tip_off"],
  [/suspicious|walked funny|bulge|trouser|suspected/, "behaviour"],
  [/investigation|follow up arrests/, "investigation"],
  [/paper|authorization|risk assessment/, "documentary_profile"],
  [/weight limit/, "weighing"],
  [/got loose|got out|movement|moving in a bag/, "chance"],
  [
    /clearance|inspection|inspected|search|check|screening|security|mail control|stopped them|green channel/,
    "physical_inspection",
  ],
];

export const detectionsOf = (text: string) => allOf(DETECTIONS, text);

const CONTROL_REASONS: Meaning = [
  [/routine/, "routine"],
  [/risk assessment/, "risk_profile"],
  [/intelligence/, "intelligence"],
  [/tip off/, "third_party"],
];

export const controlReasonsOf = (text: string) => allOf(CONTROL_REASONS, text);

const CONCEALMENT_PLACES: Meaning = [
  [/false bottom/, "structure"],
  [/body pack/, "strapped"],
  [/underwear|underpants|\bpants\b|\bvest\b|\bcoat\b|tailored clothes|taillored/, "clothing"],
  [/lugg?age|suitcase|baggage|stroller|personal effects/, "luggage"],
  [/fruit|beef|lobster|crab|candy|milk|avocado|garlic|\btea\b|shea butter|pet food|chocolate|rice|snack|wine/, "food"],
  [/sculpture|statu|carving|timber|soapstone|bench|furniture|buddha|hippopotamus|curios/, "furniture_wood"],
  [/printers|phone parts|equipment|spare parts/, "machinery"],
  [/box|crate|packag|packet|foil|paper|carton|drum|wrapped|polythene|basket/, "packaging"],
  [/^none/, "none"],
];

export const concealmentPlacesOf = (text: string) => allOf(CONCEALMENT_PLACES, text);

const CONCEALMENT_METHODS: Meaning = [
  [/label|declared|marked as|supposed to contain|disguised as/, "misdeclared"],
  [/fake paperwork/, "false_documents"],
  [/hid|conceal|inside|sewn|stuffed|underwear|tailor|covered/, "hidden"],
];

export const concealmentMethodsOf = (text: string) => allOf(CONCEALMENT_METHODS, text);

/** Reptiles and birds by their common names. */
const COMMODITIES: Meaning = [
  [/scute/, "F5.turtle_shell"],
  [/turtle|tortoise|troise|toirtoise|terrapin|angonok|kapika/, "F5"],
  [/python|snake|cobra|viper|\bboa\b/, "F6.snakes"],
  [/monitor/, "F6.monitors"],
  [/gecko/, "F6.geckos"],
  [/crocodil|caiman|mississippi alligator/, "F6.crocodiles"],
  [/frog|tadpole|amphibian/, "F9.amphibians"],
  [/beetle/, "F9.insects"],
  [/scorpion/, "F9"],
  [/hornbill beak/, "F7.hornbill_casques"],
  [/parrot|macaw|cockatoo|parakeet|lorikeet|galah|lovebird|amazon|budger|rosella/, "F7.parrots"],
  [/falcon|hawk|eagle|\bowl|merlin|gos?hawk/, "F7.raptors"],
  [
    /finch|canar|shama|robin|bulbu|hwamei|thrush|songbird|siskin|sparrow|seedeater|sporophil|picolet|nightengal|myna|white eye|cardinal|bluebird|towa/,
    "F7.songbirds",
  ],
];

/** The commodity of one common name; the group of its category where the name says no more. */
export function commodityOf(name: string, category: string): string {
  return firstOf(COMMODITIES, name) ?? (category === "Birds" ? "F7" : "F6");
}

/** Only where the common name means one taxon of our list. */
const TAXA: Meaning = [
  [/indian star tortoise/, "geochelone-elegans"],
  [/radiated tortoise/, "astrochelys-radiata"],
  [/ploughshare|angonok/, "astrochelys-yniphora"],
  [/black pond turtle|black spotted turtle|^spotted pond turtle|spotted black terrapin/, "geoclemys-hamiltonii"],
  [/pig nosed turtle/, "carettochelys-insculpta"],
  [/^spur thighed|greek tortoise/, "testudo-graeca"],
  [/african spurred/, "centrochelys-sulcata"],
  [/red eared slider/, "trachemys-scripta"],
  [/elongated tortoise/, "indotestudo-elongata"],
  [/^(turtles?|tortoises?)$/, "testudines"],
  [/ball python|royal python/, "python-regius"],
  [/reticulated python/, "malayopython-reticulatus"],
  [/boa constrictor/, "boa-constrictor"],
  [/nile crocodile/, "crocodylus-niloticus"],
  [/turquoise dwarf gecko|turqouise dwarf gecko/, "lygodactylus-williamsi"],
  [/monitor/, "varanus"],
  [/chameleon/, "chamaeleonidae"],
  [/^crocodiles?$/, "crocodylia"],
  [/^snakes?$|^lizards?$/, "squamata"],
  [/helmeted hornbill/, "rhinoplax-vigil"],
  [/grey parrot/, "psittacus-erithacus"],
  [/white cockatoo/, "cacatua"],
  [/^parrots?$/, "psittaciformes"],
  [/white rumped shama/, "kittacincla-malabarica"],
  [/gyrfalcon/, "falco-rusticolus"],
  [/saker/, "falco-cherrug"],
  [/per[ei]gr/, "falco-peregrinus"],
  [/^falcons?$/, "falconidae"],
  [/^birds?$/, "aves"],
];

export const taxonOf = (name: string) => firstOf(TAXA, name);

/** Eggs, shells and the like are counted in pieces, whole animals as animals. */
export function countedAs(name: string): "pcs" | "animals" {
  return /egg|scute|gall|beak|stuffed|skin/.test(searchKey(name)) ? "pcs" : "animals";
}

/** Country names of the source that the list of countries does not have, or has under another name. */
export const COUNTRY_WORDS: Record<string, string> = {
  Laos: "LA",
  Taiwan: "TW",
  Tanzania: "TZ",
  Iran: "IR",
  Syria: "SY",
  Libia: "LY",
  Vietnam: "VN",
  "Ivory Coast": "CI",
  "Republic of Congo": "CG",
  "Democratic Republic of the Congo": "CD",
};
