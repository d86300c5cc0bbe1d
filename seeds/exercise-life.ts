import type { SeizureInput } from "#app/domain/seizure.ts";
import type { AskedAbout } from "#app/domain/verification.ts";
import { seedId } from "./seed-id.ts";
import type { SeedCorrection, SeedQuestion, SeedRelease } from "./seed-plan.ts";
import { agencyOf, headquartersId } from "./world.server.ts";

/** What goes on in the exercise beside its reports, found among those of the last days: whenever it is, there is some. */

const HOUR = 3_600_000;
const at = (instant: number) => new Date(instant).toISOString();
const ageOf = ({ releasedAt }: SeedRelease, now: Date) => now.getTime() - Date.parse(releasedAt);

/** Standing, unchecked and read by all, the newest first. */
function openOnes(releases: readonly SeedRelease[], now: Date, { from, to }: { from: number; to: number }) {
  return releases
    .filter(({ verifiedAt, withdrawn, input }) => !verifiedAt && !withdrawn && input.audience.kind === "all")
    .filter((release) => ageOf(release, now) >= from * HOUR && ageOf(release, now) <= to * HOUR)
    .toSorted((left, right) => right.releasedAt.localeCompare(left.releasedAt));
}

/** A number that says something: two who give it weighed the same goods. */
const isTelling = ({ items: [first] }: SeizureInput) =>
  first !== undefined && first.qualifier === "exact" && (first.quantity ?? "").replace(/[.]|0+$/g, "").length >= 3;

/** Controls of two agencies together, which both have told: one pair of one country, one of two. */
const TOGETHER = [
  ["VN-CUS", "VN-POL"],
  ["TH-CUS", "LA-CUS"],
] as const;

/** The second reports of such controls: nobody has said yet that they are one case. */
export function toldByAnother(releases: readonly SeedRelease[], now: Date): SeedRelease[] {
  return TOGETHER.flatMap(([first, second]): SeedRelease[] => {
    const own = openOnes(releases, now, { from: 4, to: 24 * 21 });
    const told = own.find(({ agencyId, input }) => agencyId === agencyOf(first).id && isTelling(input));
    if (!told) return [];
    const nationalCaseNo = `EX-${second}-J-${told.input.nationalCaseNo.slice(-4)}`;
    const releasedAt = at(Date.parse(told.releasedAt) + 3 * HOUR);
    const input = { ...told.input, id: seedId("exercise", nationalCaseNo), nationalCaseNo };
    return [
      {
        ...told,
        ...{ agencyId: agencyOf(second).id, unitId: headquartersId(second), clearedAt: releasedAt, releasedAt },
        input: { ...input, origin: input.origin && { ...input.origin, row: nationalCaseNo } },
      },
    ];
  });
}

const METH = "D1.meth_crystal";
const KETAMINE = "D5.ketamine";

/** A laboratory found another substance than the field test: told days after the report, some hours ago. */
export function laboratoryResult(releases: readonly SeedRelease[], now: Date): SeedCorrection | null {
  const isField = ({ items: [first] }: SeizureInput) =>
    first?.commodity === METH && first.identification !== "laboratory";
  const isTogether = ({ agencyId }: SeedRelease) => TOGETHER.some(([first]) => agencyOf(first).id === agencyId);
  const told = openOnes(releases, now, { from: 84, to: 24 * 60 }).find(
    (release) => isField(release.input) && !isTogether(release),
  );
  const [first, ...others] = told?.input.items ?? [];
  if (!told || !first) return null;
  const found = { ...first, commodity: KETAMINE, identification: "laboratory", fieldCommodity: METH };
  return {
    agencyId: told.agencyId,
    input: { ...told.input, items: [found, ...others] },
    kind: "laboratory",
    reason: "Exercise: report of the laboratory",
    at: at(now.getTime() - 16 * HOUR),
  };
}

/** About what, in which words, of which reports it may be asked, how long ago, and what came back. */
type Asking = {
  field: AskedAbout;
  question: string;
  fits: (input: SeizureInput) => boolean;
  hoursAgo: number;
  answer?: string;
};
const ASKED: readonly Asking[] = [
  {
    field: "persons",
    question: "Was anybody arrested? The report gives no number.",
    fits: ({ persons }) => persons.arrested === null,
    hoursAgo: 75,
  },
  {
    field: "concealment",
    question: "Where exactly was it hidden?",
    fits: ({ concealmentPlaces }) => concealmentPlaces.includes("unknown"),
    hoursAgo: 49,
  },
  {
    field: "goods",
    question: "Did a laboratory confirm the field test?",
    fits: ({ items }) => items.some(({ identification }) => identification === "field_test"),
    hoursAgo: 31,
  },
  {
    field: "amount",
    question: "Is that the gross weight or the net weight?",
    fits: ({ items }) => items.some(({ unit, quantity }) => unit === "kg" && quantity !== null),
    hoursAgo: 28,
    answer: "Net. The packing was weighed apart.",
  },
  { field: "route", question: "Which border was crossed first?", fits: ({ route }) => route.length > 1, hoursAgo: 9 },
  {
    field: "amount",
    question: "The weight is estimated. Has it been weighed since?",
    fits: ({ items }) => items.some(({ qualifier }) => qualifier === "estimated" || qualifier === "approx"),
    hoursAgo: 3,
  },
];

/** What the coordination unit asked about, each of another report, the oldest question first. */
export function questionsAbout(releases: readonly SeedRelease[], now: Date): SeedQuestion[] {
  const asked: SeedRelease[] = [];
  return ASKED.flatMap(({ field, question, fits, hoursAgo, answer = null }): SeedQuestion[] => {
    const open = openOnes(releases, now, { from: hoursAgo + 1, to: 24 * 21 });
    // The agencies of the demo's contact points first, one each: they can be answered.
    const isNew = ({ agencyId }: SeedRelease) => !asked.some((one) => one.agencyId === agencyId);
    const about = [...open.filter(isTried).filter(isNew), ...open.filter(isNew), ...open].find(
      (one) => fits(one.input) && !asked.includes(one),
    );
    if (!about) return [];
    asked.push(about);
    const { agencyId, input } = about;
    return [{ agencyId, seizure: input.id, field, question, answer, at: at(now.getTime() - hoursAgo * HOUR) }];
  });
}

const TRIED = ["VN-CUS", "TH-CUS", "LA-CUS"].map((code) => agencyOf(code).id);
const isTried = ({ agencyId }: SeedRelease) => TRIED.includes(agencyId);
