import { expect, test } from "vitest";
import { sceneOf } from "#app/components/film/film-scene.ts";
import { type FilmMoment, filmGround, filmMoment, frameOf } from "#app/components/film/film-svg.ts";
import { hoursOf } from "#app/components/known/known-film.ts";
import { framesOf } from "#app/components/linked/film.ts";
import type { Strip } from "#app/components/linked/strip-days.ts";
import { ALL_BY_CASES } from "#app/components/map/corridor-look.ts";
import { sourceOf } from "#app/components/map/map-data.ts";
import type { MapShapes } from "#app/components/map/map-shapes.ts";
import type { MapTokens } from "#app/components/map/map-tokens.ts";
import { readImageId } from "#app/components/map/seizure-features.ts";
import { factAt, placeIn } from "../../domain/route-facts.ts";

const TOKENS: MapTokens = {
  ...{ sea: "#1", land: "#2", landIn: "#3", border: "#4", river: "#5", ground: "#6" },
  ...{ text1: "#7", text2: "#8", text3: "#9", accent: "#a", danger: "#b", hatch: "#c", fonts: [] },
  slots: { D: "#1", P: "#2", I: "#3", R: "#4", T: "#5", B: "#6", G: "#7", L: "#8", O: "#9" },
};
const NONE: MapShapes = {
  ...{ land: [], participants: new Set<string>(), disputed: [], borders: [], lines: [], dashes: [] },
  ...{ heads: [], rings: [], labels: [], marks: [], area: [] },
};
const WORDS = { title: "Dragon <8>", clock: "As it happened: days in Ha Noi", under: ["H0: prevent", "Boundaries"] };
const view = (width: number) => ({ width, height: 300, at: () => [0, 0] as const });
const MOMENT: FilmMoment = {
  shapes: NONE,
  lit: [{ properties: { width: 5, opacity: 0.6 }, parts: [[[0, 0]]] }],
  said: "9 to 15 Jan 2026",
  counted: "n = 7: 3 confirmed, 4 provisional",
  key: {
    goods: [{ slot: "I", name: "Ivory" }],
    corridors: { widths: [{ width: 1, name: "1 case" }], intended: "intended" },
    certain: { confirmed: "Confirmed", provisional: "Provisional" },
  },
  passed: 0.25,
};

test.each([
  ["wide", 900],
  ["narrow", 320],
])("a %s picture says title, clock, days, cases, key, handling and boundaries, each within its edges", (_, width) => {
  const frame = frameOf(view(width), WORDS, MOMENT.key, TOKENS);
  const look = { frame, tokens: TOKENS };
  const [under, over] = [filmGround(NONE, view(width), WORDS, look), filmMoment(NONE, view(width), MOMENT, look)];
  for (const said of ["Dragon &lt;8&gt;", "H0: prevent", "Boundaries", ...frame.clock]) expect(under).toContain(said);
  for (const said of [MOMENT.said, MOMENT.counted, "Ivory", "1 case", "intended"]) expect(over).toContain(said);
  expect(over).toContain(`width="${width / 4}" height="4"`);
  for (const [, y] of `${under}${over}`.matchAll(/<text x="[^"]+" y="([^"]+)"/g))
    expect(Number(y)).toBeLessThan(frame.height);
});

const strip = { startsOn: "2026-01-01", days: 30, parts: [], most: 0, undated: 0, today: 20 } satisfies Strip;

test("a growing film begins where its window does and ends today; a moving one keeps its width", () => {
  const chosen = { first: 4, last: 29 };
  const growing = framesOf({ strip, pace: "week", reel: "growing", width: 28 }, chosen);
  expect(growing).toEqual([
    { first: 4, last: 10 },
    { first: 4, last: 17 },
    { first: 4, last: 20 },
  ]);
  const moving = framesOf({ strip, pace: "week", reel: "moving", width: 5 }, { first: 0, last: 4 });
  expect(moving.map(({ first, last }) => last - first)).toEqual([4, 4, 4, 4]);
  expect(moving.at(-1)?.last).toBe(20);
});

test("a film of what was known runs from the moment that is shown to the present, or from the beginning", () => {
  const reach = { start: 0, last: 50 };
  expect(hoursOf({ reach, pace: "day", hour: 10 })).toEqual([10, 34, 50]);
  expect(hoursOf({ reach, pace: "day", hour: 50 })).toEqual([0, 24, 48, 50]);
});

const HA_NOI = placeIn("VN", { placeId: "han", lat: 21.22, lon: 105.81, precision: "city" });
const BANGKOK = placeIn("TH", { placeId: "bkk", lat: 13.69, lon: 100.75, precision: "facility" });

test("a picture has as many cases on it as are counted, whatever is hidden is not drawn", () => {
  const source = sourceOf([factAt(HA_NOI), factAt(HA_NOI), factAt(BANGKOK), factAt(BANGKOK, { state: "withdrawn" })]);
  const look = { zoom: 4, look: ALL_BY_CASES, hidden: new Set<never>(), written: String };
  const { shapes, data } = sceneOf(source, look, null);
  const counts = shapes.marks.map(({ properties }) => {
    const image = readImageId(String(properties.image));
    return image && "count" in image ? Number(image.count) : 1;
  });
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(source.select().cases.length);
  expect(data.knowledge.total).toBe(3);
  const { shapes: without } = sceneOf(source, { ...look, hidden: new Set(["seizures" as const]) }, null);
  expect(without.marks).toEqual([]);
});
