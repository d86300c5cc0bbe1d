import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clueKey, quotedIn } from "#app/domain/case-links/clue-key.ts";
import { aRouteNode, aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aWorld, type World } from "#tests/support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("the database compares text as the domain does", async () => {
  const drawn = fc.sample(fc.string({ unit: "binary-ascii", maxLength: 100 }), { numRuns: 300, seed: 7 });
  const written = [
    "MSKU 123456-5",
    "ＡＢ－１２",
    "Rồng Vàng 168",
    "金象「牌」",
    "ช้างทอง ๗",
    "ຊ້າງ-7",
    "«Đỏ»",
    "ဆင် ၇",
    "ដំរី 9",
  ];
  const texts = [...drawn.filter((text) => !text.includes("\u0000")), ...written];
  const rows = await world.owner<{ key: string }[]>`
    select clue_key(t.said) as key from unnest(${texts}::text[]) with ordinality as t(said, at) order by t.at`;
  expect(rows.map(({ key }) => key)).toEqual(texts.map(clueKey));
});

test("clues of a case are what it says of container, flight, marks and way, and of what is not known nothing", async () => {
  const concealmentText = 'Sacks marked "Golden Horn 7" and «Đỏ 9»';
  const said = aSeizureInput({
    ...{ containerNo: "MSKU1234565", transportNo: "VN 661", concealmentText },
    ...{ concealmentMethods: ["misdeclared", "unknown"], concealmentPlaces: ["reefer"] },
    items: [aSeizureItem({ brand: "Red Star" }), aSeizureItem({ brand: "red-star" })],
    route: [aRouteNode()],
  });
  const clues = async (input: object) => {
    const rows = await world.owner<{ tier: string; kind: string; value: string }[]>`
      select distinct tier, kind, value from clues_of_case(${world.owner.json(JSON.parse(JSON.stringify(input)))}) order by kind, value`;
    return rows.map(({ tier, kind, value }) => `${tier} ${kind} ${value}`);
  };
  const way = (codes: string) => `A way ${codes} F2.raw_ivory NG>VN`;
  expect((await clues(said)).sort()).toEqual(
    [
      "B container msku1234565",
      ...quotedIn(concealmentText).map((mark) => `B mark ${clueKey(mark)}`),
      "B mark redstar",
      "B transport vn661",
      way("concealment_method:misdeclared"),
      way("concealment_method:misdeclared concealment_place:reefer"),
      way("concealment_place:reefer"),
    ].sort(),
  );
  expect(await clues(aSeizureInput())).toEqual([]);
  expect(await clues({})).toEqual([]);
});
