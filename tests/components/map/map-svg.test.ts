import { expect, test } from "vitest";
import type { MapShapes, Shape } from "#app/components/map/map-shapes.ts";
import { type MapWords, mapSvg } from "#app/components/map/map-svg.ts";
import type { MapTokens } from "#app/components/map/map-tokens.ts";

const TOKENS: MapTokens = {
  sea: "#dae5e8",
  land: "#f4f3f0",
  landIn: "#fffefd",
  border: "#bebeb6",
  river: "#2d4d55",
  ground: "#fcfbf9",
  text1: "#142023",
  text2: "#39464a",
  text3: "#515f63",
  accent: "#875806",
  danger: "#b32322",
  hatch: "#b3232288",
  slots: { D: "#1", P: "#2", I: "#3", R: "#4", T: "#5", B: "#6", G: "#7", L: "#8", O: "#9" },
  fonts: [],
};
const WORDS: MapWords = {
  title: "Operation <Dragon>",
  under: ["n = 2", "Boundaries and names imply no position."],
  goods: [{ slot: "I", name: "Ivory" }],
  corridors: {
    widths: [
      { width: 1.1, name: "1 case" },
      { width: 6.44, name: "10 cases" },
    ],
    intended: "intended",
  },
  certain: { confirmed: "Confirmed", provisional: "Provisional" },
};
const NONE: MapShapes = {
  land: [],
  participants: new Set(),
  disputed: [],
  borders: [],
  lines: [],
  dashes: [],
  heads: [],
  rings: [],
  labels: [],
  marks: [],
  area: [],
};
/** Ten pixels to a degree around Greenwich. */
const VIEW = {
  width: 400,
  height: 300,
  at: ([lon, lat]: readonly [number, number]) => [200 + 10 * lon, 150 - 10 * lat] as const,
};

const point = (properties: Record<string, unknown>, lon: number, lat: number): Shape => ({
  properties,
  parts: [[[lon, lat]]],
});
const drawn = (shapes: Partial<MapShapes>) => mapSvg({ ...NONE, ...shapes }, VIEW, WORDS, TOKENS);

test("what explains the map stands around it, and nothing outside is asked for", () => {
  const svg = drawn({});
  for (const said of [
    "Operation &lt;Dragon&gt;",
    "n = 2",
    "Boundaries and names imply no position.",
    "Ivory",
    "10 cases",
  ])
    expect(svg).toContain(said);
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(/);
});

test("participants are filled lighter, and land out of sight is left out", () => {
  const square = (iso2: string, lon: number): Shape => ({
    properties: { iso2 },
    parts: [
      [
        [lon, 0],
        [lon + 2, 0],
        [lon + 2, 2],
        [lon, 0],
      ],
    ],
  });
  const svg = drawn({ land: [square("TH", 0), square("VN", 4), square("AU", 90)], participants: new Set(["VN"]) });
  const paths = [...svg.matchAll(/<path d="([^"]*)" fill="(#[0-9a-f]+)" fill-rule/g)].map(([, d = "", fill]) => [
    d,
    fill,
  ]);
  expect(paths[0]?.[1]).toBe(TOKENS.land);
  expect(paths[0]?.[0]?.split("M")).toHaveLength(3);
  expect(paths[1]).toEqual(["M240 150L260 150L260 130L240 150Z", TOKENS.landIn]);
});

test("what lies beyond 180° is drawn on the other side of it", () => {
  const svg = drawn({ marks: [point({ image: "mark/I/filled/exact", order: 1 }, 370, 0)] });
  expect(svg).toContain('cx="300" cy="150"');
});

test("one case is its mark, several are a ring with their number, hollow where nothing is confirmed yet", () => {
  const svg = drawn({
    marks: [
      point({ image: "mark/I/hollow/city", order: 1 }, 0, 0),
      point({ image: "ring/place/11.5/I24+24,T0+24/3", order: 3 }, 5, 5),
    ],
  });
  expect(svg).toMatch(/translate\(200 150\)" d="[^"]+" fill="#fcfbf9" stroke="#3"/);
  expect(svg).toContain(">3</text>");
  expect(svg).toMatch(/stroke="#3" stroke-width="3.4"/);
  expect(svg).toMatch(/stroke="#5" stroke-width="1.3"/);
});

test("a name that would lie on a mark or on a more important name is left out", () => {
  const svg = drawn({
    marks: [point({ image: "mark/I/filled/exact", order: 1 }, 0, 0)],
    labels: [
      point({ name: "Under", order: 0 }, 0, 0.2),
      point({ name: "Second", order: 2 }, 8, 8.3),
      point({ name: "First", order: 1 }, 8, 8),
    ],
  });
  expect(svg).not.toContain("Under");
  expect(svg).toContain("First");
  expect(svg).not.toContain("Second");
});

test("a corridor fades in towards its end", () => {
  const line: Shape = {
    properties: { width: 4, rest: false, intended: false },
    parts: [
      [
        [0, 0],
        [5, 0],
        [10, 0],
      ],
    ],
  };
  const opacities = [...drawn({ lines: [line] }).matchAll(/stroke-opacity="([0-9.]+)"/g)].map(([, value]) =>
    Number(value),
  );
  expect(opacities).toHaveLength(2);
  expect(opacities[0]).toBeLessThan(opacities[1] ?? 0);
});
