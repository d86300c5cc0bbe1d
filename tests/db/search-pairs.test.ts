import fc from "fast-check";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database.ts";

/** As the pairs were first defined (0004_lists), and as every index of an older installation was filled. */
const FIRST = `
  CREATE FUNCTION first_search_pairs(p_text text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(DISTINCT left(part, n)), '{}') FROM (
      SELECT part FROM string_to_table(p_text, ' ') AS part
      UNION ALL
      SELECT sign || lead(sign, 1, '') OVER (ORDER BY at)
      FROM string_to_table(regexp_replace(p_text, '[\\u0001-\\u0dff\\u10a0-\\u177f\\u1800-\\u2e7f]+', ' ', 'g'), NULL)
        WITH ORDINALITY AS signs(sign, at)
      WHERE octet_length(p_text) > length(p_text)
    ) AS parts, generate_series(1, 2) AS n
  $$`;

const { superUrl } = await freshDatabase();
const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
await sql.unsafe(FIRST);
afterAll(() => sql.end());

/** Of each text, what the index holds: a pair counts once however often the function names it. */
async function pairsOf(name: "search_pairs" | "first_search_pairs", texts: readonly (string | null)[]) {
  const rows = await sql<{ pairs: string[] }[]>`
    select array(select distinct pair collate "C" as pair from unnest(${sql(name)}(text)) as pair order by pair) as pairs
    from jsonb_array_elements_text(${sql.json([...texts])}) with ordinality as t(text, place) order by place`;
  return rows.map(({ pairs }) => pairs);
}

async function expectTheSame(texts: readonly (string | null)[]) {
  expect(await pairsOf("search_pairs", texts)).toEqual(await pairsOf("first_search_pairs", texts));
}

const signs = (from: number, to: number) => fc.integer({ min: from, max: to }).map((at) => String.fromCodePoint(at));
/** Signs of a script, in runs, as its words are written. */
const SCRIPTS = {
  ASCII: signs(0x20, 0x7e),
  "Latin with marks": signs(0xc0, 0x24f),
  "marks by themselves": signs(0x300, 0x36f),
  Vietnamese: signs(0x1ea0, 0x1ef9),
  Chinese: signs(0x4e00, 0x9fff),
  "rare Chinese": signs(0x20000, 0x2a6df),
  Thai: signs(0xe01, 0xe5b),
  Lao: signs(0xe81, 0xedf),
  Khmer: signs(0x1780, 0x17f9),
  Burmese: signs(0x1000, 0x109f),
  Arabic: signs(0x621, 0x6d3),
  emoji: signs(0x1f300, 0x1f9ff),
  "signs beside the bounds": fc.constantFrom(
    "\u0001",
    "\u0dff",
    "\u0e00",
    "\u109f",
    "\u10a0",
    "\u177f",
    "\u1780",
    "\u17ff",
    "\u1800",
    "\u2e7f",
    "\u2e80",
  ),
  spaces: fc.constantFrom(" ", "  ", "\u00a0", "\u3000", "\t", "\n"),
};
const Word = fc.oneof(...Object.values(SCRIPTS).map((sign) => fc.string({ unit: sign, maxLength: 12 })));
const Text = fc.array(Word, { maxLength: 30 }).chain((words) => fc.constantFrom(words.join(" "), words.join("")));

test.each(Object.entries(SCRIPTS))("texts of %s have the pairs they had", async (_, sign) => {
  const texts = fc.array(fc.string({ unit: sign, maxLength: 80 }), { minLength: 40, maxLength: 40 });
  await fc.assert(fc.asyncProperty(texts, expectTheSame), { numRuns: 5 });
});

test("texts of several scripts have the pairs they had", async () => {
  await fc.assert(fc.asyncProperty(fc.array(Text, { minLength: 40, maxLength: 40 }), expectTheSame), { numRuns: 15 });
});

test("no text, an empty one, spaces alone and a very long one have the pairs they had", async () => {
  const long = "ngà voi 象牙 งาช้าง ivory ".repeat(4_000);
  await expectTheSame([
    null,
    "",
    " ",
    "  ",
    " a",
    "a ",
    "象",
    " 象",
    "é",
    "a".repeat(50_000),
    "象".repeat(20_000),
    long,
  ]);
  expect(await pairsOf("search_pairs", [null, ""])).toEqual([[], []]);
});

test("beginnings of words are pairs, and of unspaced scripts every sign and every two", async () => {
  const [ivory = [], both = []] = await pairsOf("search_pairs", ["ivory in", "x 象牙"]);
  expect(ivory).toEqual(["i", "in", "iv"]);
  expect(both).toEqual(expect.arrayContaining(["x", "象", "象牙", "牙"]));
});
