import { SeizureInput } from "#app/domain/seizure.ts";
import { controlOf, modeAt } from "./exercise-control.ts";
import { lineOf, lotKind } from "./exercise-lots.ts";
import { withNetworks } from "./exercise-networks.ts";
import { courseOf } from "./exercise-route.ts";
import { PROFILES } from "./exercise-world.ts";
import { type Gazetteer, gazetteer } from "./gazetteer.server.ts";
import { type Chance, chance } from "./random.ts";
import { seedId } from "./seed-id.ts";
import { agencyOf } from "./world.server.ts";

/**
 * The cases of the exercise, counted in days and minutes from its first day, so that they are the same whenever it
 * begins: 868 cases = 756 of drugs + 112 of wildlife and timber, and 14 reports that are one of them told twice.
 */
export const EXERCISE_DAYS = 154;
const DRUG_CASES = 756;
const WILDLIFE_CASES = 112;
const TOLD_TWICE = 14;

export type ExerciseCase = {
  agency: string;
  /** Minutes since the first day began: of the seizure, of its national clearance, of its release. */
  seized: number;
  cleared: number;
  released: number;
  verified: number | null;
  withdrawn: number | null;
  /** The report; its day is put in when the exercise has one. */
  input: SeizureInput;
};

let kept: readonly ExerciseCase[] | undefined;

export function exerciseCases(): readonly ExerciseCase[] {
  kept ??= makeCases();
  return kept;
}

const DAY = 1440;
const HOUR = 60;

function makeCases(): ExerciseCase[] {
  const luck = chance(868);
  const places = gazetteer();
  const families = shuffled([...Array(DRUG_CASES).fill("drugs"), ...Array(WILDLIFE_CASES).fill("wild")], luck);
  const moments = families.map(() => seizedAt(luck)).sort((left, right) => left - right);
  const numbers = new Map<string, number>();
  const drawn = families.map((family, index) => {
    const agency = luck.weighted(weights(family));
    const number = (numbers.get(agency) ?? 0) + 1;
    numbers.set(agency, number);
    const caseNo = `EX-${agency}-${String(number).padStart(4, "0")}`;
    return { ...timesOf(moments[index] ?? 0, luck), agency, input: inputOf({ agency, family, caseNo, luck, places }) };
  });
  const cases = withNetworks(drawn);
  return [...cases, ...toldTwice(cases, luck)].sort((left, right) => left.released - right.released);
}

/** Reports that still wait for clearance, so many of each agency that has an officer to try it with. */
const WAITING: Readonly<Record<string, number>> = { "VN-CUS": 5, "TH-CUS": 3, "LA-CUS": 2 };

/** What officers have sent and nobody has cleared yet, with how many days ago it was seized. */
export function waitingCases(): { agency: string; daysAgo: number; input: SeizureInput }[] {
  const luck = chance(112);
  const places = gazetteer();
  return Object.entries(WAITING).flatMap(([agency, count]) =>
    Array.from({ length: count }, (_, index) => {
      const family = index % 3 === 0 && Object.keys(PROFILES[agency]?.wild ?? {}).length > 0 ? "wild" : "drugs";
      const caseNo = `EX-${agency}-W${String(index + 1).padStart(3, "0")}`;
      return { agency, daysAgo: luck.between(1, 3), input: inputOf({ agency, family, caseNo, luck, places }) };
    }),
  );
}

type Family = "drugs" | "wild";

function weights(family: Family): Record<string, number> {
  const meets = ({ drugs, wild }: (typeof PROFILES)[string]) =>
    Object.values(family === "drugs" ? drugs : wild).length > 0;
  return Object.fromEntries(
    Object.entries(PROFILES).map(([code, profile]) => [code, meets(profile) ? profile.weight : 0]),
  );
}

function shuffled(all: Family[], luck: Chance): Family[] {
  const keyed = all.map((family) => ({ family, key: luck.next() }));
  return keyed.sort((left, right) => left.key - right.key).map(({ family }) => family);
}

/** Fewer at weekends, and two weeks of joint effort in June. */
function seizedAt(luck: Chance): number {
  for (;;) {
    const day = luck.between(0, EXERCISE_DAYS - 1);
    const busy = (day % 7 >= 5 ? 0.55 : 0.8) + (day >= 60 && day < 74 ? 0.2 : 0);
    if (luck.percent(busy * 100)) return day * DAY + luck.between(0, DAY - 1);
  }
}

/** Most reports are cleared within a day and released at once; some are cleared late, some released late. */
function timesOf(
  seized: number,
  luck: Chance,
): Pick<ExerciseCase, "seized" | "cleared" | "released" | "verified" | "withdrawn"> {
  const cleared = seized + (luck.percent(9) ? luck.between(40, 150) : luck.between(1, 28)) * HOUR + luck.between(0, 59);
  const released = cleared + (luck.percent(6) ? luck.between(76, 200) * HOUR : luck.between(2, 240));
  const verified = luck.percent(88) ? released + luck.between(5, 190) * HOUR : null;
  return { seized, cleared, released, verified, withdrawn: null };
}

type Told = { agency: string; family: Family; caseNo: string; luck: Chance; places: Gazetteer };

function inputOf({ agency, family, caseNo, luck, places }: Told): SeizureInput {
  const profile = PROFILES[agency];
  if (!profile) throw new Error(`No such agency: ${agency}`);
  const country = agency.slice(0, 2);
  const site = luck.pick(profile.sites);
  const known = places.byId.get(site.place);
  if (!known) throw new Error(`No such place: ${site.place}`);
  const precision = known.kind === "city" ? "city" : "facility";
  const here = { country, placeId: known.id, name: known.name, lat: null, lon: null, precision };
  const mode = modeAt(site.kind, luck);
  const kind = lotKind(luck.weighted(profile[family]));
  const also = luck.percent(7) ? [lineOf(lotKind(luck.weighted(profile[family])), luck)] : [];
  const course = courseOf(kind, here, mode, luck, places);
  return SeizureInput.parse({
    id: seedId("exercise", caseNo),
    nationalCaseNo: caseNo,
    eventKind: luck.percent(2) ? "controlled_delivery_takedown" : "seizure",
    occurredOn: "2000-01-01",
    place: here,
    placeKind: site.kind,
    mode,
    ...course,
    ...controlOf(mode, family === "drugs", country, luck),
    items: [lineOf(kind, luck), ...also],
    custody: luck.weighted({ seized: 80, detained: 15, confiscated: 5 }),
    disposal: luck.weighted({ evidence: 60, store: 15, laboratory: 15, pending: 10 }),
    handling: luck.weighted({ H0: 70, H1: 16, H2: 12, H3: 2 }),
    audience: luck.percent(6)
      ? { kind: "agencies", agencies: ["CN-CUS", "VN-CUS", "RILOAP"].map((code) => agencyOf(code).id) }
      : { kind: "all" },
    ...NARRATIVES[country in NARRATIVES ? country : ""],
    origin: { source: "Exercise", licence: "invented", row: caseNo, originalDate: "" },
  });
}

/** Every record says that it is invented, in a language of its administration. */
const NARRATIVES: Readonly<Record<string, { narrative: string; language: string }>> = {
  "": { narrative: "Exercise record. Everything in it is invented.", language: "en" },
  VN: { narrative: "Bản ghi diễn tập. Mọi chi tiết đều là hư cấu.", language: "vi" },
  CN: { narrative: "演习记录，所有内容均为虚构。", language: "zh" },
  HK: { narrative: "演習記錄，所有內容均為虛構。", language: "zh-Hant" },
  TH: { narrative: "บันทึกการฝึกซ้อม ข้อมูลทั้งหมดเป็นเรื่องสมมติ", language: "th" },
};

/** The same seizure typed a second time under another case number, seen some days later and withdrawn. */
function toldTwice(cases: readonly ExerciseCase[], luck: Chance): ExerciseCase[] {
  const step = Math.floor(cases.length / TOLD_TWICE);
  return Array.from({ length: TOLD_TWICE }, (_, index) => cases[index * step + luck.between(0, step - 1)])
    .filter((twin) => twin !== undefined)
    .map((twin) => {
      const caseNo = `${twin.input.nationalCaseNo}-B`;
      const released = twin.released + luck.between(3, 40) * HOUR;
      return {
        ...twin,
        cleared: released - 2 * HOUR,
        released,
        verified: null,
        withdrawn: released + luck.between(30, 130) * HOUR,
        input: { ...twin.input, id: seedId("exercise", caseNo), nationalCaseNo: caseNo },
      };
    });
}
