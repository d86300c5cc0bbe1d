import { expect, test } from "vitest";
import { drawSvg } from "#app/components/charts/draw-svg.ts";
import type { Drawing, DrawingWords, Palette } from "#app/components/charts/drawing.ts";
import { flowLayout } from "#app/components/charts/flow-layout.ts";
import { barOf, plainBar } from "#app/components/charts/stack.ts";

const PALETTE: Palette = {
  ground: "#ffffff",
  text1: "#142023",
  text2: "#39464a",
  text3: "#515f63",
  line: "#d6d5ce",
  heat: "#2d4d55",
  slots: { I: "#998c45", T: "#18683b", mixed: "#39464a" },
  font: "sans-serif",
};
const WORDS: DrawingWords = {
  title: "Cases by <mode> & more",
  under: ["n = 3", "Seizures are not trafficking"],
  alt: "Air: 3",
  confirmed: "conf.",
  provisional: "prov.",
  kindNames: { I: "Ivory", T: "Reptiles" },
};
const BAR = barOf("air", "Air \u0000cargo", [
  { key: { kind: "I" }, total: 2, confirmed: 2, provisional: 0 },
  { key: { kind: "T" }, total: 1, confirmed: 0, provisional: 1 },
]);

const drawn = (drawing: Drawing) => drawSvg(drawing, WORDS, PALETTE);
const count = (svg: string, part: string) => svg.split(part).length - 1;

test("a picture stands alone: words that XML could not hold are written out or left out, nothing is asked for", () => {
  const svg = drawn({ kind: "bars", bars: [BAR] });
  expect(svg).toContain("Cases by &lt;mode&gt; &amp; more");
  expect(svg).toContain("<desc>Air: 3</desc>");
  expect(svg).not.toContain("\u0000");
  expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|href|url\(/);
});

test("confirmed parts are filled, provisional ones hollow, in the colour of their kind, with the numbers beside them", () => {
  const svg = drawn({ kind: "bars", bars: [BAR] });
  expect(svg).toMatch(/<rect [^>]*height="11.6" fill="#998c45"\/>/);
  expect(svg).toMatch(/<rect [^>]*fill="#ffffff" stroke="#18683b"/);
  expect(svg).toContain("2 conf., 1 prov.");
  expect(count(svg, "Ivory")).toBe(1);
});

test("a second period stands under each bar as a line at the length of the first, with its count", () => {
  const period = (days: number) => ({ from: "2026-05-01", to: "2026-05-02", days });
  const than = { total: 8, confirmed: 8, provisional: 0 };
  const compared = { first: period(7), second: period(14) };
  const words = { ...WORDS, second: "before" };
  const svg = drawSvg({ kind: "bars", bars: [{ ...BAR, than }], compared }, words, PALETTE);
  // Eight in fourteen days are four in seven, which is the whole width: more than the bar of three.
  expect(svg).toContain('d="M298 110.5L742 110.5M742 107.5V113.5" fill="none" stroke="#39464a"');
  expect(svg).toContain("before 8");
  expect(svg).not.toContain("conf.");
  expect(drawn({ kind: "bars", bars: [BAR] })).not.toContain("<path");
  const columns = { kind: "columns", bars: [{ ...BAR, than }], end: 10, ticks: [0, 10], names: [] } as const;
  // Eight of ten on 260 pixels.
  expect(drawn(columns)).toMatch(/<path d="M[\d.]+ 350L[\d.]+ 142M/);
});

test("bars that nothing divides have no key of kinds", () => {
  const plain = plainBar("dog", "Dog", "mixed", { total: 4, confirmed: 4, provisional: 0 });
  expect(drawn({ kind: "bars", bars: [plain] })).not.toContain("mixed");
});

test("the last slanting head of a heat table ends on the sheet", () => {
  const name = "Hàng hóa đường biển khác";
  const columns = Array.from({ length: 14 }, () => name);
  const svg = drawn({ kind: "heat", columns, rows: [{ name: "Ivory", counts: columns.map(() => 1) }] });
  const begins = [...svg.matchAll(/translate\(([\d.]+) /g)].map(([, x]) => Number(x));
  // A letter of this size is six and a half wide, and slants.
  expect(Math.max(...begins) + 22 * 6.5 * Math.cos((38 * Math.PI) / 180)).toBeLessThanOrEqual(960);
});

test("every count of a heat table is written in its cell, and every column named", () => {
  const svg = drawn({
    kind: "heat",
    columns: ["Air", "Sea"],
    rows: [
      { name: "Ivory", counts: [12, 0] },
      { name: "Reptiles", counts: [3, 5] },
    ],
  });
  for (const said of ["Air", "Sea", "Ivory", "Reptiles", ">12<", ">3<", ">5<", ">0<"]) expect(svg).toContain(said);
  expect(svg).toContain('fill-opacity="0.46"');
});

test("columns stand on the scale that they are given", () => {
  const svg = drawn({ kind: "columns", bars: [BAR], end: 5, ticks: [0, 5], names: [{ at: 0, name: "9 Jan" }] });
  expect(svg).toContain("9 Jan");
  // Two of five confirmed: 104 of 260 pixels, less the gap.
  expect(svg).toMatch(/height="102.6" fill="#998c45"/);
});

test("long words are wrapped, in scripts without blanks too", () => {
  const under = [`${"缉获不等于走私".repeat(40)}`];
  const svg = drawSvg({ kind: "bars", bars: [BAR] }, { ...WORDS, under }, PALETTE);
  expect(count(svg, "缉获不等于走私")).toBeGreaterThan(35);
  expect(count(svg, 'font-size="12" font-weight="400"')).toBeGreaterThan(2);
});

test("a flow is drawn with its countries and numbers: what was intended is dashed, what nobody knows is hollow", () => {
  const row = (flow: string, total: number) => ({ key: { flow }, total, confirmed: 0, provisional: total });
  const rows = ["oKE", "oXX", "sVN", "dCN", "oKE>sVN", "oXX>sVN", "sVN>dCN"].map((flow) => row(flow, 2));
  const heads = { o: "Origin", t: "Transit", s: "Seized in", d: "Bound for" };
  const names = { oKE: "Kenya", oXX: "not known", sVN: "Viet Nam", dCN: "China" };
  const svg = drawn({ kind: "flow", layout: flowLayout(rows, 5), heads, names });
  for (const said of ["Origin", "Bound for", "Kenya 2", "not known 2", "Viet Nam 2", "China 2"])
    expect(svg).toContain(said);
  expect(count(svg, "<path")).toBe(3);
  expect(count(svg, 'stroke-dasharray="5 4"')).toBe(1);
  expect(count(svg, 'fill="#ffffff" stroke="#39464a" stroke-dasharray="2 2"')).toBe(1);
});

test("corridors lie on land without borders, named, thicker with more cases, dashed where nothing arrived", () => {
  const leg = (key: string, total: number) => plainBar(key, key, "mixed", { total, confirmed: total, provisional: 0 });
  const corridors = {
    kind: "corridors" as const,
    bars: [leg("NG>VN", 9), leg("MY~CN", 1), leg("ZZ>VN", 1)],
    participants: ["VN", "CN"],
    names: { NG: "Nigeria", VN: "Viet <Nam>", MY: "Malaysia", CN: "China" },
  };
  const svg = drawn({
    ...corridors,
    land: [
      [
        [100, 10],
        [110, 10],
        [110, 20],
        [100, 10],
      ],
    ],
  });
  expect(svg).toContain("Viet &lt;Nam&gt;");
  // Of the third one no point is known: its end is no place, and the table has it.
  expect(svg.match(/stroke-width="[\d.]+" stroke-opacity/g)).toEqual([
    'stroke-width="3" stroke-opacity',
    'stroke-width="7" stroke-opacity',
  ]);
  expect(count(svg, 'stroke-dasharray="6 6"')).toBe(1);
  expect(svg).toMatch(/<path d="M[^"]+Z" fill="#d6d5ce"/);
  expect(drawn(corridors)).not.toContain('fill="#d6d5ce"');
});
