import { addDays, localDateIn } from "#app/domain/local-date.ts";
import { OutcomeSaid } from "#app/domain/outcome/said.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import type { SeedAfter, SeedMedia, SeedOutcome, SeedRelease } from "./seed-plan.ts";
import { agencyOf, personId } from "./world.server.ts";

/** What came of cases of the exercise in courts and laboratories, and what was prepared for the press. All of it invented. */

const isDrug = ({ items: [first] }: SeizureInput) => first?.commodity.startsWith("D") ?? false;
const isAnimal = ({ items: [first] }: SeizureInput) => first?.commodity.startsWith("F") ?? false;

/** What is told: how many days after the seizure, and what of it. */
type Told = { after: number } & Record<string, unknown>;
type Chain = { agency: string; fits: (input: SeizureInput) => boolean; told: (input: SeizureInput) => Told[] };

const NOTE = "Exercise: invented";

/** Of one case each, in the order in which it came about. */
const CHAINS: readonly Chain[] = [
  {
    agency: "VN-CUS",
    fits: isDrug,
    told: (input) => [
      { after: 6, kind: "laboratory", finding: "confirmed", ...goodsOf(input), purityPercent: "81.4" },
      { after: 15, kind: "charge", persons: 2, statute: "", offences: ["controlled_substance", "smuggled"] },
      { after: 31, kind: "verdict", result: "convicted", persons: 2, finality: "appealable" },
      { ...{ after: 31, kind: "sentence", sanction: "prison", persons: 1, length: 12, term: "years" }, ...NO_MONEY },
      {
        ...{ after: 31, kind: "sentence", sanction: "suspended", persons: 1, length: 18, term: "months" },
        ...NO_MONEY,
      },
      { after: 38, kind: "disposal", disposal: "destroyed", ...amountOf(input) },
    ],
  },
  {
    agency: "TH-CUS",
    fits: isAnimal,
    told: (input) => [
      { after: 9, kind: "laboratory", finding: "confirmed", ...goodsOf(input), purityPercent: null },
      { after: 20, kind: "charge", persons: 1, statute: "", offences: ["no_cites_document"] },
      { after: 24, kind: "assets", measure: "frozen", amount: "850000", currency: "THB", what: "" },
      { after: 27, kind: "disposal", disposal: "evidence", ...amountOf(input) },
    ],
  },
  {
    agency: "LA-CUS",
    fits: isDrug,
    told: () => [
      { after: 12, kind: "charge", persons: 1, statute: "", offences: ["controlled_substance"] },
      { after: 29, kind: "verdict", result: "acquitted", persons: 1, finality: "final" },
    ],
  },
  {
    agency: "CN-CUS",
    fits: isAnimal,
    told: () => [
      { after: 11, kind: "charge", persons: 3, statute: "", offences: ["smuggled"] },
      { after: 33, kind: "verdict", result: "convicted", persons: 3, finality: "final" },
      {
        ...{ after: 33, kind: "sentence", sanction: "fine", persons: 3, length: null, term: null },
        ...{ amount: "200000", currency: "CNY" },
      },
      { after: 36, kind: "assets", measure: "confiscated", amount: null, currency: null, what: "A lorry" },
    ],
  },
  {
    agency: "AU-CUS",
    fits: isDrug,
    told: (input) => [
      { after: 5, kind: "laboratory", finding: "nothing", commodity: null, taxon: "", purityPercent: null },
      { after: 7, kind: "disposal", disposal: "returned", ...amountOf(input) },
    ],
  },
  {
    agency: "IN-CUS",
    fits: isAnimal,
    told: (input) => [{ after: 14, kind: "disposal", disposal: "store", ...amountOf(input) }],
  },
];

const NO_MONEY = { amount: null, currency: null };

function goodsOf({ items: [first] }: SeizureInput) {
  return { commodity: first?.commodity ?? null, taxon: first?.taxonText ?? "" };
}

/** Where no amount is on record none went anywhere. */
function amountOf({ items: [first] }: SeizureInput) {
  const known = first?.quantity && first.unit ? first : null;
  return { quantity: known?.quantity ?? null, unit: known?.unit ?? null };
}

/** So long ago, in days, that a court can have spoken; and not so long that it is history. */
const [RECENT, LONG_AGO] = [42, 95];

export function afterwards(releases: readonly SeedRelease[], zone: string, now: Date): SeedAfter {
  const today = localDateIn(zone, now);
  const settled = releases
    .filter(({ withdrawn, verifiedAt, input }) => !withdrawn && verifiedAt && input.audience.kind === "all")
    .filter(
      ({ input }) => input.occurredOn <= addDays(today, -RECENT) && input.occurredOn >= addDays(today, -LONG_AGO),
    );
  const ofAgency = (code: string, fits: (input: SeizureInput) => boolean) =>
    settled.filter(({ agencyId, input }) => agencyId === agencyOf(code).id && fits(input));
  const outcomes = CHAINS.flatMap(({ agency, fits, told }): SeedOutcome[] => {
    const [about] = ofAgency(agency, fits);
    return about ? told(about.input).map((one) => outcomeOf(about, one)) : [];
  });
  return { outcomes, media: mediaOf(ofAgency) };
}

function outcomeOf({ agencyId, input }: SeedRelease, { after, ...told }: Told): SeedOutcome {
  const on = addDays(input.occurredOn, after);
  const said = OutcomeSaid.parse({ on, reference: `EX ${input.nationalCaseNo.slice(-4)}/1`, note: NOTE, ...told });
  // It is told the day after it came about.
  return { agencyId, seizure: input.id, said, at: `${addDays(on, 1)}T03:20:00.000Z` };
}

type OfAgency = (code: string, fits: (input: SeizureInput) => boolean) => SeedRelease[];

/** A release that is planned, one that waits because its case is open, and one that is out. */
function mediaOf(ofAgency: OfAgency): SeedMedia | null {
  const [[open], [known]] = [ofAgency("TH-CUS", isDrug), ofAgency("VN-CUS", isAnimal)];
  if (!open || !known) return null;
  return {
    open: {
      ...{ seizure: open.input.id, contact: personId("ncp.th"), kind: "delivery" },
      reason: "Exercise: the second parcel is followed to its receiver",
    },
    known: {
      ...{ seizure: known.input.id, contact: personId("ncp.vn") },
      ...{ outlet: "Exercise: evening news of a national broadcaster", source: "https://news.example/exercise" },
      day: addDays(known.input.occurredOn, 2),
    },
    sheets: [
      {
        about: "known",
        title: "Exercise: first results",
        words: "Exercise: animals stopped at an airport, with no papers.",
      },
      { about: "open", title: "Exercise: drugs by post", words: "Exercise: drugs in parcels, on their way abroad." },
    ],
    releases: [
      {
        ...{ about: "known", title: "Exercise: first results of the joint operation", daysAhead: null },
        words: "Exercise: customs of many countries looked for animals and drugs together. Nothing in this is real.",
      },
      {
        ...{ about: "open", title: "Exercise: drugs in parcels", daysAhead: null },
        words: "Exercise: parcels with drugs were stopped on three routes.",
      },
      {
        ...{ about: null, title: "Exercise: what comes next", daysAhead: 3 },
        words: "Exercise: the joint operation goes on. Its leads speak to the press when this goes out.",
      },
    ],
  };
}
