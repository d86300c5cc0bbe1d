import type { MapShapes, Shape } from "#app/components/map/map-shapes.ts";
import {
  drawnOf,
  EDGE,
  groundOf,
  type MapView,
  type MapWords,
  mapFoot,
  mapKey,
  mapWindow,
  opened,
  outline,
  sea,
  written,
} from "#app/components/map/map-svg.ts";
import type { MapTokens } from "#app/components/map/map-tokens.ts";
import { wrapped } from "#app/components/pictures/svg-text.ts";

/** What stays the same in all pictures of a film. */
export type FilmWords = {
  title: string;
  /** Which of the two clocks runs, and in which zone. */
  clock: string;
  under: readonly string[];
};

/** What changes from one picture to the next. */
export type FilmMoment = {
  shapes: Pick<MapShapes, "lines" | "dashes" | "heads" | "rings" | "marks">;
  lit: readonly Shape[];
  /** The day, the days or the moment. */
  said: string;
  counted: string;
  key: Pick<MapWords, "goods" | "corridors" | "certain">;
  /** How much of the film has passed, up to 1. */
  passed: number;
};

const LINE = 20;
const TITLE = 34;
/** Narrower, what the clock says stands under the title and not beside it. */
const WIDE = 640;

/** Where everything stands. The key takes the room of the one with most to explain. */
export type FilmFrame = { width: number; height: number; head: number; clock: string[]; under: readonly string[] };

export function frameOf(view: MapView, words: FilmWords, key: FilmMoment["key"], tokens: MapTokens): FilmFrame {
  const { width } = view;
  const clock = wrapped(words.clock, Math.floor((width >= WIDE ? width / 2 : width - 2 * EDGE) / 6.6));
  const head = TITLE + (width >= WIDE ? Math.max(1, clock.length) : clock.length + 2) * LINE + 12;
  const below = mapKey(0, width, key, tokens).height + mapFoot(0, width, words.under, tokens).height;
  return { width, height: head + view.height + below, head, clock, under: words.under };
}

/** What lies under every picture, drawn once: the page, the sea and the land, and all words that stay. */
export function filmGround(
  base: MapShapes,
  view: MapView,
  words: FilmWords,
  { frame, tokens }: { frame: FilmFrame; tokens: MapTokens },
): string {
  const { width, height, head, clock } = frame;
  const foot = mapFoot(0, width, words.under, tokens);
  const from = width >= WIDE ? TITLE + LINE : TITLE + 3 * LINE;
  return [
    opened(width, height, words.title),
    `<rect width="${width}" height="${height}" fill="${tokens.ground}"/>`,
    written(EDGE, TITLE - 4, words.title, { size: 18, weight: 600, fill: tokens.text1 }),
    ...clock.map((line, at) => written(EDGE, from - 4 + at * LINE, line, { size: 13, fill: tokens.text2 })),
    mapWindow(head, view, [sea(view, tokens), ...groundOf(base, view, tokens)]),
    `<g transform="translate(0 ${height - foot.height})">${foot.drawn}</g>`,
    "</svg>",
  ].join("\n");
}

/** What lies over it in one picture. */
export function filmMoment(
  base: MapShapes,
  view: MapView,
  moment: FilmMoment,
  { frame, tokens }: { frame: FilmFrame; tokens: MapTokens },
): string {
  const { width, height, head } = frame;
  const shapes: MapShapes = { ...base, ...moment.shapes };
  const wide = width >= WIDE;
  const [x, y] = wide ? [width - EDGE, TITLE - 4] : [EDGE, TITLE + LINE - 4];
  const end = wide ? { anchor: "end" as const } : {};
  const below = head + view.height;
  return [
    opened(width, height, moment.said),
    mapWindow(head, view, [
      ...moment.lit.map((shape) => glow(shape, view, tokens)),
      ...drawnOf(shapes, view, tokens),
      `<rect y="${view.height - 4}" width="${width * moment.passed}" height="4" fill="${tokens.accent}"/>`,
    ]),
    written(x, y, moment.said, { size: 18, weight: 600, fill: tokens.text1, ...end }),
    written(x, y + LINE, moment.counted, { size: 13, fill: tokens.text2, ...end }),
    mapKey(below, width, moment.key, tokens).drawn,
    "</svg>",
  ].join("\n");
}

function glow(shape: Shape, view: MapView, { accent }: MapTokens): string {
  const [width, opacity] = [Number(shape.properties.width), Number(shape.properties.opacity)];
  return `<path d="${outline(shape, view, "")}" fill="none" stroke="${accent}" stroke-width="${width}" stroke-opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`;
}
