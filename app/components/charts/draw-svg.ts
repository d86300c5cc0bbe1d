import { lettersIn } from "../../domain/letters-in.ts";
import { escaped, wrapped } from "../pictures/svg-text.ts";
import { endOf, markLength } from "./beside-bars.ts";
import { drawCorridors } from "./draw-corridors.ts";
import { drawFlow } from "./draw-flow.ts";
import { type Body, round, shortened, text } from "./draw-parts.ts";
import { type Drawing, type DrawingWords, hasBars, type Palette } from "./drawing.ts";
import type { Bar } from "./stack.ts";

const WIDTH = 960;
const EDGE = 28;
const ROW = 24;
const NAMES = 270;
const COUNTS = 190;

/** A figure as a picture that stands alone: its words, its bars and what stands under them; nothing outside is asked for. */
export function drawSvg(drawing: Drawing, words: DrawingWords, palette: Palette): string {
  // Where title and notes are set beside it, the picture is the drawing alone.
  const top = words.title === "" ? 14 : 64;
  const kinds = kindsIn(drawing);
  const body = bodyOf(drawing, top + (kinds.length > 0 ? 26 : 0), words, palette);
  const foot = words.under.flatMap((line) => wrapped(line, 138));
  const height = foot.length === 0 ? body.bottom + 10 : body.bottom + 22 + foot.length * 17 + EDGE - 8;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="${escaped(palette.font)}">`,
    `<title>${escaped(words.title || words.alt)}</title><desc>${escaped(words.alt)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${palette.ground}"/>`,
    text(EDGE, 42, words.title, { size: 21, weight: 600, fill: palette.text1 }),
    legend(kinds, top, words, palette),
    body.svg,
    ...foot.map((line, at) => text(EDGE, body.bottom + 30 + at * 17, line, { size: 12, fill: palette.text3 })),
    "</svg>",
  ].join("\n");
}

function bodyOf(drawing: Drawing, top: number, words: DrawingWords, palette: Palette): Body {
  if (drawing.kind === "bars") return lanes(drawing, top, words, palette);
  if (drawing.kind === "columns") return columns(drawing, top, palette);
  const sheet = { top, left: EDGE, width: WIDTH - 2 * EDGE };
  if (drawing.kind === "flow") return drawFlow(drawing, sheet, palette);
  if (drawing.kind === "corridors") return drawCorridors(drawing, sheet, palette);
  return heat(drawing, top, palette);
}

type Lanes = Extract<Drawing, { kind: "bars" }>;

function lanes({ bars, compared }: Lanes, top: number, words: DrawingWords, palette: Palette): Body {
  const end = endOf(bars, compared);
  const scale = (WIDTH - 2 * EDGE - NAMES - COUNTS) / end;
  const rows = bars.map((bar, at) => {
    const y = top + at * ROW;
    const counts = bar.than
      ? `${words.second ?? ""} ${bar.than.total}`
      : `${bar.confirmed} ${words.confirmed}, ${bar.provisional} ${words.provisional}`;
    const mark = markLength(bar, compared) * scale;
    return [
      text(EDGE, y + 16, shortened(bar.label, 40), { size: 13, fill: palette.text1 }),
      segments(
        bar,
        (before, count) => ({ x: EDGE + NAMES + before * scale, y: y + 5, width: count * scale, height: 13 }),
        palette,
      ),
      mark > 0 ? thanLine([EDGE + NAMES, y + 20.5], [EDGE + NAMES + mark, y + 20.5], palette) : "",
      text(WIDTH - EDGE - COUNTS + 44, y + 16, String(bar.total), {
        size: 13,
        weight: 600,
        fill: palette.text1,
        anchor: "end",
      }),
      text(WIDTH - EDGE, y + 16, counts, { size: 11, fill: palette.text2, anchor: "end" }),
      `<line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="${y + ROW}" y2="${y + ROW}" stroke="${palette.line}"/>`,
    ].join("");
  });
  return { svg: rows.join("\n"), bottom: top + bars.length * ROW };
}

function columns(drawing: Extract<Drawing, { kind: "columns" }>, top: number, palette: Palette): Body {
  const { bars, end, ticks, names } = drawing;
  const height = 260;
  const [left, width] = [EDGE + 34, WIDTH - 2 * EDGE - 34];
  const step = width / Math.max(1, bars.length);
  const level = (value: number) => top + height * (1 - value / end);
  const scale = ticks.map(
    (tick) =>
      `<line x1="${left}" x2="${left + width}" y1="${round(level(tick))}" y2="${round(level(tick))}" stroke="${palette.line}"/>${text(left - 8, level(tick) + 4, String(tick), { size: 12, fill: palette.text3, anchor: "end" })}`,
  );
  const drawn = bars.map((bar, at) =>
    segments(
      bar,
      (before, count) => ({
        x: left + at * step + step * 0.1,
        y: level(before + count),
        width: step * 0.8,
        height: level(before) - level(before + count),
      }),
      palette,
    ),
  );
  const marks = bars.flatMap((bar, at) => {
    if (!bar.than || bar.than.total === 0) return [];
    const x = left + (at + 0.5) * step;
    return thanLine([x, level(0)], [x, level(bar.than.total)], palette);
  });
  const days = names.map(({ at, name }) =>
    text(left + at * step, top + height + 18, name, { size: 12, fill: palette.text3 }),
  );
  return { svg: [...scale, ...drawn, ...marks, ...days].join("\n"), bottom: top + height + 24 };
}

function heat(drawing: Extract<Drawing, { kind: "heat" }>, top: number, palette: Palette): Body {
  const { columns: heads, rows } = drawing;
  const step = heatStep(heads);
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const deep = 96;
  const names = heads.map(
    (name, at) =>
      `<g transform="translate(${round(EDGE + 200 + at * step + step / 2)} ${top + deep - 8}) rotate(-38)">${text(0, 0, shortened(name, HEAT_HEAD), { size: 12, fill: palette.text2 })}</g>`,
  );
  const cells = rows.flatMap(({ name, counts }, row) => {
    const y = top + deep + row * 28;
    return [
      text(EDGE, y + 18, name, { size: 13, fill: palette.text1 }),
      ...counts.map((count, at) => {
        const x = EDGE + 200 + at * step;
        const shade = count === 0 ? 0 : Math.max(0.04, (0.46 * count) / most);
        return `<rect x="${round(x + 1)}" y="${y}" width="${round(step - 2)}" height="26" fill="${palette.heat}" fill-opacity="${round(shade)}"/>${text(x + step / 2, y + 18, String(count), { size: 13, fill: count === 0 ? palette.text3 : palette.text1, anchor: "middle" })}`;
      }),
    ];
  });
  return { svg: [...names, ...cells].join("\n"), bottom: top + deep + rows.length * 28 };
}

const HEAT_HEAD = 22;
/** How far a letter of a slanting head goes to the right. */
const SLANTING_LETTER = 5.2;

/** As wide as the sheet allows, and no wider than leaves every head its whole words. */
function heatStep(heads: readonly string[]): number {
  const left = EDGE + 200;
  const steps = heads.map(
    (name, at) => (WIDTH - left - lettersIn(shortened(name, HEAT_HEAD)) * SLANTING_LETTER) / (at + 0.5),
  );
  return Math.min((WIDTH - EDGE - left) / Math.max(1, heads.length), ...steps);
}

type Box = { x: number; y: number; width: number; height: number };

/** Confirmed parts filled, provisional ones hollow; a gap keeps them apart in black and white. */
function segments(bar: Bar, place: (before: number, count: number) => Box, palette: Palette): string {
  let before = 0;
  return bar.segments
    .map(({ kind, confirmed, count }) => {
      const { x, y, width, height } = place(before, count);
      before += count;
      const colour = palette.slots[kind] ?? palette.text2;
      const paint = confirmed ? `fill="${colour}"` : `fill="${palette.ground}" stroke="${colour}" stroke-width="1.4"`;
      return `<rect x="${round(x + 0.7)}" y="${round(y + 0.7)}" width="${round(Math.max(0.6, width - 1.4))}" height="${round(Math.max(0.6, height - 1.4))}" ${paint}/>`;
    })
    .join("");
}

/** Another period: a line from zero with an end across it, as on the page. */
function thanLine(from: readonly [number, number], to: readonly [number, number], palette: Palette): string {
  const lying = from[1] === to[1];
  const [x, y] = [to[0], to[1]].map(round);
  const tick = lying
    ? `M${x} ${round(to[1] - 3)}V${round(to[1] + 3)}`
    : `M${round(to[0] - 3)} ${y}H${round(to[0] + 3)}`;
  return `<path d="M${round(from[0])} ${round(from[1])}L${x} ${y}${tick}" fill="none" stroke="${palette.text2}" stroke-width="1.4"/>`;
}

function kindsIn(drawing: Drawing): string[] {
  if (!hasBars(drawing)) return [];
  const kinds = [...new Set(drawing.bars.flatMap((bar) => bar.segments.map(({ kind }) => kind)))];
  // Bars that nothing divides are all of one look, which means nothing.
  return kinds.length === 1 && kinds[0] === "mixed" ? [] : kinds;
}

function legend(kinds: readonly string[], top: number, words: DrawingWords, palette: Palette): string {
  if (kinds.length === 0) return "";
  let x = EDGE;
  const entries = kinds.map((kind) => {
    const name = words.kindNames[kind] ?? kind;
    const colour = palette.slots[kind] ?? palette.text2;
    const entry = `<rect x="${x}" y="${top - 2}" width="11" height="11" fill="${colour}"/>${text(x + 16, top + 8, name, { size: 12, fill: palette.text2 })}`;
    x += 34 + name.length * 7;
    return entry;
  });
  return entries.join("");
}
