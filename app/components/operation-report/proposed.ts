import type { ReportKind } from "#app/domain/operation-report/report.ts";
import type { BlockNode, InlineNode, ReportText } from "#app/domain/operation-report/report-text.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import type { MessageKey } from "#app/messages/index.ts";
import { corridorName } from "./document.ts";
import type { ReportWords } from "./document-types.ts";

/** A value of a sentence: words, or a counted one by the name of its line, which goes into the text as a figure. */
type Said = string | { line: string };
type Sentence = { key: MessageKey; values: Record<string, Said> };

const line = (name: string): Said => ({ line: name });

/** Which of the cases of one part a country reported is said from this share on. */
const WORTH_SAYING = 0.1;

/** Sentences that the counted figures carry by themselves, section by section; nothing is in them that was not counted. */
export function proposedText(section: string, results: ReportResults, words: ReportWords, about?: About): ReportText {
  const sentences = results.figures.cases.total === 0 ? NOTHING : sentencesOf(section, results, words, about);
  const content = sentences.map((sentence): BlockNode => ({ type: "paragraph", content: inlines(sentence, words) }));
  return { type: "doc", content };
}

/** What a sheet is about. */
export type About = { kind: ReportKind; subject: string | null };

/** A sheet's summary says what it is about; of who takes part and who reported it says nothing. */
function sentencesOf(section: string, results: ReportResults, words: ReportWords, about?: About): readonly Sentence[] {
  const own = section === "summary" && about ? aboutSheet(about, results, words) : [];
  if (own.length === 0) return SENTENCES[section]?.(results, words) ?? [];
  return [...own, ...(about?.kind === "country_sheet" ? familiesOf(results, words) : [])];
}

const NOTHING: readonly Sentence[] = [{ key: "operation_report.say.no_cases", values: {} }];

type Saying = (results: ReportResults, words: ReportWords) => readonly Sentence[];

const SENTENCES: Readonly<Record<string, Saying>> = {
  summary: ({ figures, context }, { text, format }) => [
    {
      key: "operation_report.say.summary",
      values: {
        from: format.day(context.startsOn),
        to: format.day(context.today < context.endsOn ? context.today : context.endsOn),
        reporting: line("counts/participation/reporting"),
        administrations: line("counts/participation/administrations"),
        cases: line("cases/total"),
        confirmed: line("cases/confirmed"),
      },
    },
    ...familiesOf({ figures }, { text }),
  ],
  by_country: ({ figures, context }, { country }) => {
    const named = (code: string) => context.participants.find((one) => one.code === code)?.name ?? country(code);
    return [...sums(figures.byReporter, "reporter")]
      .filter(([, total]) => total >= WORTH_SAYING * figures.cases.total)
      .map(([code]) => ({ code, name: named(code) }))
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ code, name }) => ({
        key: "operation_report.say.country" as const,
        values: { country: name, n: line(`byReporter/*/${code}/total`), cases: line("cases/total") },
      }));
  },
  transport: ({ figures }, { text }) =>
    most(sums(figures.byMode, "mode"), (mode) => ({
      key: "operation_report.say.mode",
      values: { mode: text.code("mode", mode), n: line(`byMode/*/${mode}/total`), cases: line("cases/total") },
    })),
  routes: ({ figures }, words) =>
    most(sums(figures.corridors, "corridor"), (key) => ({
      key: "operation_report.say.corridor",
      values: {
        corridor: corridorName(words, key),
        n: line(`corridors/${key}/total`),
        cases: line("cases/total"),
      },
    })),
  concealment: ({ figures }, { text }) =>
    most(sums(figures.byConcealment, "concealment"), (code) => ({
      key: "operation_report.say.concealment",
      values: {
        method: text.code("concealment_method", code),
        n: line(`byConcealment/${code}/total`),
        cases: line("cases/total"),
      },
    })),
  detection: ({ figures }, { text }) =>
    most(sums(figures.byDetection, "detection"), (code) => ({
      key: "operation_report.say.detection",
      values: { way: text.code("detection", code), n: line(`byDetection/${code}/total`), cases: line("cases/total") },
    })),
  persons: () => [
    {
      key: "operation_report.say.persons",
      values: {
        stating: line("persons/stating"),
        persons: line("persons/persons"),
        silent: line("persons/silent"),
      },
    },
  ],
  evaluation: ({ counts }) => [TALLIES, ...(counts.toClearance.median === null ? [] : [HOURS])],
};

function familiesOf({ figures }: Pick<ReportResults, "figures">, { text }: Pick<ReportWords, "text">): Sentence[] {
  return figures.byFamily.flatMap(({ key }) =>
    key.family === null
      ? []
      : [
          {
            key: "operation_report.say.family" as const,
            values: {
              n: line(`byFamily/${key.family}/total`),
              cases: line("cases/total"),
              family: text.label(`operation_report.say.family.${key.family}`),
            },
          },
        ],
  );
}

function aboutSheet(
  { kind, subject }: About,
  { context }: ReportResults,
  { text, format, country }: ReportWords,
): Sentence[] {
  if (subject === null) return [];
  const { startsOn, endsOn, today, participants } = context;
  const shared = {
    from: format.day(startsOn),
    to: format.day(today < endsOn ? today : endsOn),
    cases: line("cases/total"),
    confirmed: line("cases/confirmed"),
  };
  if (kind === "commodity_sheet")
    return [{ key: "operation_report.say.commodity_sheet", values: { ...shared, group: text.commodity(subject) } }];
  const name = participants.find(({ code }) => code === subject)?.name ?? country(subject);
  return [{ key: "operation_report.say.country_sheet", values: { ...shared, country: name } }];
}

const TALLIES: Sentence = {
  key: "operation_report.say.tallies",
  values: {
    onRecord: line("counts/agencyDays/onRecord"),
    nil: line("counts/agencyDays/nil"),
    missing: line("counts/agencyDays/missing"),
  },
};

const HOURS: Sentence = {
  key: "operation_report.say.hours",
  values: {
    n: line("counts/toClearance/n"),
    median: line("counts/toClearance/median"),
    ninetieth: line("counts/toClearance/ninetieth"),
  },
};

/** Cases under each known value of a key. */
function sums(rows: readonly { key: Readonly<Record<string, string | null>>; total: number }[], by: string) {
  const totals = new Map<string, number>();
  for (const { key, total } of rows) {
    const value = key[by];
    if (value && value !== UNKNOWN) totals.set(value, (totals.get(value) ?? 0) + total);
  }
  return totals;
}

/** Of the value that stands alone at the top; where two are equal nothing is said. */
function most(totals: ReadonlyMap<string, number>, say: (code: string) => Sentence): Sentence[] {
  const [first, second] = [...totals].sort(([, left], [, right]) => right - left);
  return first && first[1] > (second?.[1] ?? 0) ? [say(first[0])] : [];
}

/** Stands around the name of a line until the sentence is cut into pieces; no message has it. */
const MARK = "\u2063";

/** The sentence with its counted values as figures. */
function inlines({ key, values }: Sentence, { text }: ReportWords): InlineNode[] {
  const marked = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? value : `${MARK}${value.line}${MARK}`,
  ]);
  return text(key, Object.fromEntries(marked))
    .split(MARK)
    .flatMap((piece, at): InlineNode[] => {
      if (at % 2 === 1) return [{ type: "figure", attrs: { line: piece } }];
      return piece === "" ? [] : [{ type: "text", text: piece }];
    });
}
