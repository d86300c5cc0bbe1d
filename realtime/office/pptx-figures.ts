import type PptxGenJS from "pptxgenjs";
import type { DeckChart, DeckSlide } from "../../app/domain/operation-report/deck.ts";
import { runsLeft, writable } from "./letters.ts";
import { CHART_INK, FACE, INK, plateOn, shapedBy, sized } from "./pptx-ground.ts";
import type { On } from "./pptx-slides.ts";

type Slide = PptxGenJS.Slide;

/** The first bar stands at the top: an office draws them from below. */
export function addChart(slide: Slide, { ground, lang }: On, of: { chart: DeckChart; width: number }): void {
  const { kind, alt, ...chart } = of.chart;
  const turned = <Item>(list: readonly Item[]) => (kind === "bars" ? [...list].reverse() : [...list]);
  const labels = turned(chart.labels.map(writable));
  const data = chart.series.map(({ name, values }) => ({ name: writable(name), labels, values: turned(values) }));
  const [names, numbers] = [sized(ground, labels.length > 12 ? 9 : 11), sized(ground, 10)];
  slide.addChart("bar", data, {
    ...shapedBy(ground, { x: 0, y: 0, w: of.width, h: 0.91 }),
    ...{ barDir: kind === "bars" ? "bar" : "col", barGrouping: "stacked", barGapWidthPct: 45, chartColors: CHART_INK },
    ...{ catAxisLabelFontFace: FACE, valAxisLabelFontFace: FACE, valAxisLabelFormatCode: "#,##0" },
    ...{ catAxisLabelFontSize: names, valAxisLabelFontSize: numbers },
    ...{ catAxisLabelColor: INK.text, valAxisLabelColor: INK.soft, valGridLine: { color: INK.line, size: 0.5 } },
    ...{ showLegend: true, legendPos: "t", legendFontFace: FACE, legendFontSize: names, legendColor: INK.text, lang },
    chartArea: { roundedCorners: false, ...plateOn(ground) },
    ...{ altText: writable(alt), objectName: "Chart" },
  });
}

type Tabled = NonNullable<Extract<DeckSlide, { kind: "figure" }>["table"]>;

/** As large as its rows allow; the head is told from the rest by weight and ground. */
export function addTable(slide: Slide, { ground, lang }: On, { table, x }: { table: Tabled; x: number }): void {
  const { heads, rows } = table;
  const { h, ...place } = shapedBy(ground, { x, y: 0, w: 1 - x, h: 0.91 });
  const narrow = heads.length > 6 || x > 0;
  const plate = plateOn(ground);
  const cell = (text: string, at: number, head: boolean) => ({
    text: writable(text),
    options: {
      align: heads[at]?.numeric ? ("right" as const) : ("left" as const),
      ...(head ? { bold: true, fill: { color: INK.head } } : plate),
      ...(runsLeft(text) && { rtlMode: true }),
    },
  });
  const names = heads.map(({ name }) => name);
  slide.addTable(
    [names, ...rows].map((row, at) => heads.map((_, column) => cell(row[column] ?? "", column, at === 0))),
    {
      ...{ ...place, colW: widthsOf(heads, place.w), rowH: Math.min(0.42, h / (rows.length + 2)) },
      ...{ fontFace: FACE, fontSize: sized(ground, narrow ? 11.5 : 14), color: INK.text, valign: "middle", lang },
      ...{ margin: [0.03, 0.06, 0.03, 0.06], border: { type: "solid", pt: 0.5, color: INK.line }, objectName: "Table" },
    },
  );
}

function widthsOf(heads: Tabled["heads"], width: number): number[] {
  const shares = heads.map(({ numeric }, at) => (at === 0 ? 2 : numeric ? 1.15 : 1.5));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (width * share) / all);
}
