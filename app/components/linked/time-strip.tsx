import { type KeyboardEvent, memo, type PointerEvent, useMemo, useRef } from "react";
import { addDays } from "#app/domain/calendar.ts";
import { segmentClass } from "../charts/figure-svg.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import "../charts/charts.css";
import { monthsOf, type Strip, type StripKind, type Window } from "./strip-days.ts";
import "./time-strip.css";

type TimeStripProps = {
  strip: Strip;
  chosen: Window;
  /** Tallies missing on a day, by its place in the strip. */
  missing: ReadonlyMap<number, number>;
  /** While a hand moves it, and once it lets go. */
  onMove: (window: Window) => void;
  onSettle: (window: Window) => void;
};

const HEIGHT = 64;
/** Stacks of few cases are squares; they never grow taller than this share of the strip. */
const LEAST_SCALE = 6;

/** One stack of squares for each day, and a window over the days that every view shows. */
export function TimeStrip({ strip, chosen, missing, onMove, onSettle }: TimeStripProps) {
  const text = useText();
  const format = useFormat();
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ how: Hold; at: number; from: Window } | null>(null);
  const share = (day: number) => `${(100 * day) / strip.days}%`;
  const dayAt = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    return Math.max(0, Math.min(strip.days - 1, Math.floor((strip.days * (event.clientX - box.left)) / box.width)));
  };
  const latest = useRef(chosen);
  const move = (next: Window) => {
    if (next.first === latest.current.first && next.last === latest.current.last) return;
    latest.current = next;
    onMove(next);
  };
  latest.current = chosen;
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const at = dayAt(event);
    held.current = { how: holdOf(event, chosen, at, strip.days), at, from: chosen };
    frame.current?.setPointerCapture(event.pointerId);
    if (held.current.how === "new") move({ first: at, last: at });
  };
  const drag = (event: PointerEvent) => {
    if (held.current) move(movedTo(held.current, dayAt(event), strip.days));
  };
  const up = () => {
    if (held.current) onSettle(latest.current);
    held.current = null;
  };
  // Keys that are held down move it as a hand does: the address is written once they are let go.
  const steered = useRef(false);
  const steer = (next: Window) => {
    steered.current = true;
    move(next);
  };
  const letGo = () => {
    if (steered.current) onSettle(latest.current);
    steered.current = false;
  };
  const names = { from: text("linked.strip.from"), to: text("linked.strip.to") };
  return (
    <div className="strip">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for a hand; the handles inside are the keyboard's way. */}
      <div
        ref={frame}
        className="strip-days"
        onPointerDown={down}
        onPointerMove={drag}
        onPointerUp={up}
        onPointerCancel={up}
        onDoubleClick={() => onSettle({ first: 0, last: strip.days - 1 })}
      >
        <Stacks strip={strip} dim />
        <div
          className={chosen.first === 0 && chosen.last === strip.days - 1 ? "strip-window strip-whole" : "strip-window"}
          style={{ insetInlineStart: share(chosen.first), inlineSize: share(chosen.last - chosen.first + 1) }}
        />
        <div
          className="strip-lit"
          style={{
            clipPath: `inset(0 ${100 - (100 * (chosen.last + 1)) / strip.days}% 0 ${(100 * chosen.first) / strip.days}%)`,
          }}
        >
          <Stacks strip={strip} />
        </div>
        <Silences strip={strip} missing={missing} />
        {strip.today < strip.days - 1 && (
          <div className="strip-future" style={{ insetInlineStart: share(strip.today + 1) }} />
        )}
        {(["first", "last"] as const).map((end) => (
          <Handle
            key={end}
            end={end}
            name={end === "first" ? names.from : names.to}
            window={chosen}
            days={strip.days}
            said={format.day(addDays(strip.startsOn, chosen[end]))}
            onMove={steer}
            onLetGo={letGo}
          />
        ))}
      </div>
      <ol className="strip-months" aria-hidden="true">
        {monthsOf(strip).map(({ day, on }) => (
          <li key={on} style={{ insetInlineStart: share(day) }}>
            {day === 0 ? format.dayShort(on) : format.monthShort(on)}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Hold = "first" | "last" | "window" | "new";

/** A handle within reach of a thumb, the inside of a window that is not everything, or a new window. */
function holdOf(event: PointerEvent<HTMLDivElement>, { first, last }: Window, at: number, days: number): Hold {
  const handle = event.target instanceof Element ? event.target.closest("[data-end]")?.getAttribute("data-end") : null;
  if (handle === "first" || handle === "last") return handle;
  const everything = first === 0 && last === days - 1;
  return !everything && at >= first && at <= last ? "window" : "new";
}

function movedTo({ how, at, from }: { how: Hold; at: number; from: Window }, day: number, days: number): Window {
  if (how === "first") return { first: Math.min(day, from.last), last: from.last };
  if (how === "last") return { first: from.first, last: Math.max(day, from.first) };
  if (how === "new") return { first: Math.min(at, day), last: Math.max(at, day) };
  const by = Math.max(-from.first, Math.min(days - 1 - from.last, day - at));
  return { first: from.first + by, last: from.last + by };
}

type HandleProps = {
  end: "first" | "last";
  name: string;
  window: Window;
  days: number;
  said: string;
  onMove: (window: Window) => void;
  onLetGo: () => void;
};

const STEP: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
};

/** One end of the window: dragged, or moved by arrow keys a day and by page keys a week. */
function Handle({ end, name, window: chosen, days, said, onMove, onLetGo }: HandleProps) {
  const value = chosen[end];
  const [least, most] = end === "first" ? [0, chosen.last] : [chosen.first, days - 1];
  const steer = (event: KeyboardEvent) => {
    const to = event.key === "Home" ? least : event.key === "End" ? most : value + (STEP[event.key] ?? 0);
    const next = Math.max(least, Math.min(most, to));
    if (!(event.key in STEP) && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    if (next !== value) onMove({ ...chosen, [end]: next });
  };
  const place = end === "first" ? value : value + 1;
  return (
    <div
      role="slider"
      tabIndex={0}
      data-end={end}
      className={`strip-handle strip-handle-${end}`}
      aria-label={name}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={value}
      aria-valuetext={said}
      style={{ insetInlineStart: `${(100 * place) / days}%` }}
      onKeyDown={steer}
      onKeyUp={onLetGo}
      onBlur={onLetGo}
    />
  );
}

/** All stacks as one path for each kind and certainty: so that a hundred thousand cases are drawn as fast as ten. */
const Stacks = memo(function Stacks({ strip, dim }: { strip: Strip; dim?: boolean }) {
  const paths = useMemo(() => pathsOf(strip), [strip]);
  return (
    <svg
      className={dim ? "strip-stacks strip-dim" : "strip-stacks"}
      viewBox={`0 0 ${strip.days} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {paths.map(({ kind, confirmed, path }) => (
        <path key={`${kind}${confirmed}`} d={path} className={segmentClass({ kind, confirmed })} />
      ))}
    </svg>
  );
});

function pathsOf({ parts, most }: Strip): { kind: StripKind; confirmed: boolean; path: string }[] {
  const unit = HEIGHT / Math.max(most, LEAST_SCALE);
  const gap = unit > 4 ? 1 : 0;
  const found = new Map<string, { kind: StripKind; confirmed: boolean; path: string }>();
  for (const { kind, confirmed, day, from, to } of parts) {
    const key = `${kind}${confirmed}`;
    const entry = found.get(key) ?? { kind, confirmed, path: "" };
    found.set(key, entry);
    const pieces =
      gap > 0
        ? Array.from({ length: to - from }, (_, at) => [from + at, from + at + 1] as const)
        : [[from, to] as const];
    for (const [low, high] of pieces) {
      const [top, bottom] = [HEIGHT - high * unit + gap, HEIGHT - low * unit];
      entry.path += `M${day + 0.12} ${round(top)}H${day + 0.88}V${round(bottom)}H${day + 0.12}Z`;
    }
  }
  return [...found.values()];
}

const round = (pixels: number) => Math.round(pixels * 100) / 100;

function Silences({ strip, missing }: Pick<TimeStripProps, "strip" | "missing">) {
  return (
    <div className="strip-silences" aria-hidden="true">
      {[...missing].map(([day]) => (
        <i
          key={day}
          className="hatched"
          style={{ insetInlineStart: `${(100 * day) / strip.days}%`, inlineSize: `${100 / strip.days}%` }}
        />
      ))}
    </div>
  );
}
