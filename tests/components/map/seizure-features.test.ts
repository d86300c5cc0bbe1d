import { expect, test } from "vitest";
import { clustersAt } from "#app/components/map/map-clusters.ts";
import { sourceOf } from "#app/components/map/map-data.ts";
import { MapPlaces } from "#app/components/map/map-places.ts";
import { mapStyle, paintOf } from "#app/components/map/map-style.ts";
import { familiesOf, type MapTokens, withAlpha } from "#app/components/map/map-tokens.ts";
import { readImageId, ringArcs, ringShares, seizureFeatures, TURN } from "#app/components/map/seizure-features.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { noSlots } from "#app/domain/figures/tally-of-numbers.ts";
import { factAt, itemOf, placeIn } from "../../domain/route-facts.ts";

function placesOf(facts: readonly SeizureFact[]) {
  const { facts: columns, select } = sourceOf(facts);
  return new MapPlaces(columns, select()).all();
}

const BANGKOK = placeIn("TH", { placeId: "bkk", lat: 13.69, lon: 100.75, precision: "exact" });
const TOKENS: MapTokens = {
  sea: "#071012",
  land: "#151e1f",
  landIn: "#1d2829",
  border: "#344041",
  river: "#d0c8a7",
  ground: "#10181a",
  text1: "#efede4",
  text2: "#bdbbb2",
  text3: "#97988f",
  accent: "#f2c665",
  danger: "#f97469",
  hatch: "#f9746988",
  slots: { D: "#1", P: "#2", I: "#3", R: "#4", T: "#5", B: "#6", G: "#7", L: "#8", O: "#9" },
  fonts: ['"Source Sans 3 Variable"'],
};

function imagesOf(facts: readonly SeizureFact[]): string[] {
  const { features } = seizureFeatures(clustersAt(placesOf(facts), 4), String);
  return features.map(({ properties }) => properties.image);
}

test("one seizure is its mark: form for the goods, fill for certainty, surround for precision", () => {
  expect(imagesOf([factAt(BANGKOK, { state: "verified" })])).toEqual(["mark/I/filled/exact"]);
  expect(imagesOf([factAt(placeIn("TH"), { items: [itemOf("D1.yaba"), itemOf("F2.raw_ivory")] })])).toEqual([
    "mark/D/hollow/country",
  ]);
});

test("several are a ring of shares, confirmed and provisional apart, with their number in it", () => {
  const [image = ""] = imagesOf([
    factAt(BANGKOK, { state: "verified" }),
    factAt(BANGKOK),
    factAt(BANGKOK, { items: [itemOf("F3.horn")] }),
  ]);
  expect(readImageId(image)).toEqual({
    count: "3",
    radius: 11.5,
    countryOnly: false,
    shares: [
      { slot: "I", confirmed: 24, provisional: 24 },
      { slot: "R", confirmed: 0, provisional: 24 },
    ],
  });
});

test("the shares of a ring fill one turn, and a single case among thousands is still seen", () => {
  const slots = { ...noSlots(), I: 4999, R: 1, T: 3000, B: 7 };
  const shares = ringShares(slots, { ...noSlots(), I: 2500 });
  expect(shares.reduce((sum, { confirmed, provisional }) => sum + confirmed + provisional, 0)).toBe(TURN);
  expect(shares.find(({ slot }) => slot === "R")?.provisional).toBe(1);
});

test("an id that is none of ours stands for nothing", () => {
  expect(readImageId("hatch")).toBeNull();
  expect(readImageId("mark/Z/filled/exact")).toBeNull();
});

test("the style asks for files of this origin alone: no glyphs, no sprite, no tiles", () => {
  const style = mapStyle(TOKENS);
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  const data = Object.values(style.sources).map((source) => (source.type === "geojson" ? source.data : source.type));
  for (const file of data) if (typeof file === "string") expect(file).toMatch(/^\/basemap\/[a-z]+\.json$/);
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
});

test("disputed land lies over participants' fills and under the borders", () => {
  const order = mapStyle(TOKENS).layers.map(({ id }) => id);
  const [participants, missing, disputed, borders] = ["participants", "missing", "disputed", "borders"].map((id) =>
    order.indexOf(id),
  );
  expect([participants, missing, disputed, borders]).toEqual(
    [...[participants, missing, disputed, borders]].sort((a = 0, b = 0) => a - b),
  );
  expect(participants).toBeGreaterThan(0);
});

test("a change of theme repaints every layer", () => {
  const dark = paintOf(TOKENS);
  const light = paintOf({ ...TOKENS, sea: "#dae5e8", land: "#f4f3f0" });
  expect(light.find(({ layer }) => layer === "sea")?.value).toBe("#dae5e8");
  expect(light.find(({ layer }) => layer === "disputed")?.value).toBe("#f4f3f0");
  expect(light.map(({ layer, property }) => [layer, property])).toEqual(
    dark.map(({ layer, property }) => [layer, property]),
  );
});

test("fonts keep their quotes, and colours take an opacity", () => {
  expect(familiesOf('"Source Sans 3 Variable",\n "Noto Sans SC Variable", sans-serif')).toEqual([
    '"Source Sans 3 Variable"',
    '"Noto Sans SC Variable"',
  ]);
  expect(withAlpha("#d0c8a7", 0.18)).toBe("rgba(208, 200, 167, 0.18)");
});

test("the smallest share of a ring is a short arc, never the way round", () => {
  const slots = { ...noSlots(), I: 249, R: 1, T: 2 };
  const arcs = ringArcs(ringShares(slots, { ...noSlots(), I: 200, T: 1 }));
  expect(arcs.map(({ slot, hollow }) => [slot, hollow])).toEqual(
    expect.arrayContaining([
      ["R", true],
      ["T", false],
      ["T", true],
    ]),
  );
  for (const { from, to } of arcs) expect(to).toBeGreaterThan(from);
  expect(arcs.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThan(2 * Math.PI);
  expect(ringArcs([{ slot: "I", confirmed: 0, provisional: TURN }])).toEqual([
    { slot: "I", hollow: true, from: -Math.PI / 2, to: 1.5 * Math.PI },
  ]);
});
