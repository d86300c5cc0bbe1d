import { expect, test } from "vitest";
import { openLanguages, type Summary, standingSummaries } from "#app/domain/narrative.ts";

function aSummary(over: Partial<Summary>): Summary {
  const by = { translator: "Officer Lan", agency: "Viet Nam Customs", at: "2026-05-12T07:00:00.000Z" };
  return { language: "en", version: 1, text: "Tusks in a box.", about: 1, originalChanged: false, ...by, ...over };
}

const languages = ({ own, others }: ReturnType<typeof standingSummaries>) => [
  own?.now.language ?? null,
  others.map(({ now }) => now.language),
];

test("the reader's language stands first, the others in the order of the list", () => {
  const summaries = ["th", "en", "vi"].map((language) => aSummary({ language }));
  expect(languages(standingSummaries(summaries, "lo", "th"))).toEqual(["th", ["en", "vi"]]);
  expect(languages(standingSummaries(summaries, "lo", "km"))).toEqual([null, ["en", "vi", "th"]]);
});

test("whoever reads the original's language gets the original first, even where a summary is in that language by now", () => {
  const summaries = ["th", "lo"].map((language) => aSummary({ language }));
  expect(languages(standingSummaries(summaries, "lo", "lo"))).toEqual([null, ["th", "lo"]]);
});

test("the newest version stands, with those before it from new to old", () => {
  const summaries = [2, 3, 1].map((version) => aSummary({ version, text: `v${version}` }));
  const { own } = standingSummaries(summaries, "vi", "en");
  expect([own?.now.text, own?.before.map(({ text }) => text)]).toEqual(["v3", ["v2", "v1"]]);
});

test("what was taken back does not stand, and its language is open again", () => {
  const summaries = [aSummary({}), aSummary({ version: 2, text: "" }), aSummary({ language: "th" })];
  expect(languages(standingSummaries(summaries, "vi", "en"))).toEqual([null, ["th"]]);
  const open = openLanguages(summaries, "vi");
  expect(open).toContain("en");
  expect(open).not.toContain("th");
  expect(open).not.toContain("vi");
});

test("where the original's language was not said, every language is open", () => {
  expect(openLanguages([], "")).toHaveLength(21);
});
