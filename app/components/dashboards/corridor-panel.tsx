import { lazy, Suspense, useMemo } from "react";
import { BarTable } from "../charts/bar-table.tsx";
import { useCountCsv } from "../charts/count-csv.ts";
import { FigurePanel } from "../charts/figure-panel.tsx";
import { plainBar } from "../charts/stack.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { corridorDrawing, HEIGHT, namedEnds, WIDTH } from "./corridor-drawing.ts";
import type { FigureProps } from "./panel-figure.tsx";

const CorridorLand = lazy(() => import("./corridor-land.tsx"));

const SAID = 3;

/** The corridors as a still picture: who they lead through, which way, and how many cases went there. */
export function CorridorPanel({ shown, around, reckoning }: FigureProps) {
  const text = useText();
  const { names } = around;
  const bars = shown.figures.corridors
    .flatMap((row) =>
      row.key.corridor === null ? [] : [plainBar(row.key.corridor, names.corridor(row.key.corridor), "mixed", row)],
    )
    .sort((left, right) => right.total - left.total || (left.key < right.key ? -1 : 1));
  const title = text("dashboards.kind.corridorMap");
  return (
    <FigurePanel
      figure="corridors"
      title={title}
      note={bars.length === 0 ? text("dashboards.corridors.none") : text("dashboards.corridors.n", { n: bars.length })}
      reckoning={reckoning}
      csv={useCountCsv(bars)}
      numbers={<BarTable label={title} names={text("figure.column.corridors")} bars={bars} />}
    >
      <CorridorPicture bars={bars} participants={around.participants} nameOf={names.place} />
    </FigurePanel>
  );
}

type PictureProps = {
  bars: ReturnType<typeof plainBar>[];
  participants: FigureProps["around"]["participants"];
  nameOf: (country: string) => string;
};

function CorridorPicture({ bars, participants, nameOf }: PictureProps) {
  const text = useText();
  const format = useFormat();
  const hydrated = useHydrated();
  const codes = participants.map(({ code }) => code);
  const wanted = `${codes.join()} ${bars.map(({ key, total }) => `${key}=${total}`).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words say all that it is drawn from.
  const { legs, ends, place, scale } = useMemo(() => corridorDrawing(bars, codes), [wanted]);
  const said = bars.slice(0, SAID).map(({ label, total }) => `${label} (${format.number(total)})`);
  return (
    <svg
      className="corridor-picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={text("dashboards.corridors.alt", { n: bars.length, busiest: format.list(said) })}
    >
      {hydrated && (
        <Suspense fallback={null}>
          <CorridorLand place={place} scale={scale} />
        </Suspense>
      )}
      {legs.map(({ key, path, width, head, intended }) => (
        <g key={key} className={intended ? "corridor-leg corridor-leg-intended" : "corridor-leg"}>
          <path d={path} strokeWidth={width} />
          <path
            transform={head}
            d={`M${3 + width} 0L${-3 - width / 2} ${2.5 + width / 2}V${-2.5 - width / 2}Z`}
            className="corridor-head"
          />
        </g>
      ))}
      {namedEnds(ends, nameOf).map(({ country, x, y, name, nameX }) => (
        <g key={country} className="corridor-end">
          <circle cx={x} cy={y} r="3.5" />
          {name !== "" && (
            <text x={nameX} y={y - 8} textAnchor="middle">
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
