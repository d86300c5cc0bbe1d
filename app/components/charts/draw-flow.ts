import { FLOW_STAGES, NOT_KNOWN } from "#app/domain/flow.ts";
import type { Body, Sheet } from "./draw-parts.ts";
import { round, shortened, text } from "./draw-parts.ts";
import type { Drawing, Palette } from "./drawing.ts";
import { columnOf, ribbonPath } from "./flow-layout.ts";

const HEIGHT = 420;
const BAR = 12;

/** Columns of countries with ribbons between them: solid up to the seizure, dashed where nothing arrived. */
export function drawFlow(
  drawing: Extract<Drawing, { kind: "flow" }>,
  { top, left, width }: Sheet,
  palette: Palette,
): Body {
  const { layout, heads, names } = drawing;
  const frame = { left, top: top + 22, width, height: HEIGHT, bar: BAR };
  const x = (stage: (typeof FLOW_STAGES)[number]) => left + columnOf(stage) * width;
  const ribbons = layout.ribbons.map((ribbon) => {
    const paint = ribbon.intended
      ? `fill="${palette.heat}" fill-opacity="0.1"${ribbon.thin ? "" : ` stroke="${palette.heat}" stroke-opacity="0.6" stroke-dasharray="5 4"`}`
      : `fill="${palette.heat}" fill-opacity="0.24"`;
    return `<path d="${ribbonPath(ribbon, frame)}" ${paint}/>`;
  });
  const nodes = layout.nodes.map(({ stage, country, top: at, height }) => {
    const paint =
      country === NOT_KNOWN
        ? `fill="${palette.ground}" stroke="${palette.text2}" stroke-dasharray="2 2"`
        : `fill="${palette.text2}"`;
    const [y, tall] = [round(frame.top + at * HEIGHT), round(Math.max(1.2, height * HEIGHT))];
    return `<rect x="${round(x(stage))}" y="${y}" width="${BAR}" height="${tall}" ${paint}/>`;
  });
  const labels = layout.nodes.map(({ key, stage, count, top: at, height }) => {
    const words = `${shortened(names[key] ?? key, 26)} ${count}`;
    const y = frame.top + (at + height / 2) * HEIGHT + 4;
    return text(x(stage) + BAR + 6, y, words, { size: 12, fill: palette.text1 });
  });
  const columns = FLOW_STAGES.map((stage) => text(x(stage), top + 8, heads[stage], { size: 12, fill: palette.text3 }));
  return { svg: [...columns, ...ribbons, ...nodes, ...labels].join("\n"), bottom: frame.top + HEIGHT + 6 };
}
