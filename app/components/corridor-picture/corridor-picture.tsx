import { lazy, Suspense, useMemo } from "react";
import type { Bar } from "../charts/stack.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { arrowPath, corridorDrawing, HEIGHT, namedEnds, WIDTH } from "./corridor-drawing.ts";
import "./corridor-picture.css";

const CorridorLand = lazy(() => import("./corridor-land.tsx"));

const SAID = 3;

type PictureProps = {
  /** By the keys of corridors between countries, busiest first. */
  bars: readonly Bar[];
  participants: readonly string[];
  nameOf: (country: string) => string;
};

/** Corridors between countries as a still picture: who they lead through, which way, and how many cases went there. */
export function CorridorPicture({ bars, participants, nameOf }: PictureProps) {
  const text = useText();
  const format = useFormat();
  const hydrated = useHydrated();
  const wanted = `${participants.join()} ${bars.map(({ key, total }) => `${key}=${total}`).join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words say all that it is drawn from.
  const { legs, ends, place, scale } = useMemo(() => corridorDrawing(bars, participants), [wanted]);
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
          <path transform={head} d={arrowPath(width)} className="corridor-head" />
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
