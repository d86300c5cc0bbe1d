import { type ReactNode, useMemo, useState } from "react";
import { addDays, daysBetween } from "#app/domain/calendar.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { FilmPlan } from "../film/film-plan.ts";
import { useFilmPlan } from "../film/use-film-plan.ts";
import { useTold } from "../film/use-told.ts";
import { Segments } from "../ui/tabs.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { framesOf, PACES, type Pace, REELS, type Reel, useFilm } from "./film.ts";
import { FilmControls } from "./film-controls.tsx";
import { periodOf, stripOf, type Window, windowOf } from "./strip-days.ts";
import { TimeStrip } from "./time-strip.tsx";
import type { LinkedFilter } from "./use-linked-filter.ts";

type TimeBarProps = {
  linked: Pick<LinkedFilter, "filter" | "preview" | "commit">;
  /** Cases of the filter on all days: what the window is cut out of. */
  byDay: EvaluatedFigures["byDay"];
  /** Cases in the window. */
  cases: number;
  span: { startsOn: LocalDate; endsOn: LocalDate; today: LocalDate };
  missing: Readonly<Record<LocalDate, number>>;
  /** By which clock the film runs, where there is another. */
  choice?: ReactNode;
  onPlaying?: (playing: boolean) => void;
  /** Draws what takes the film away, of the film as it would be played. */
  saving?: (plan: FilmPlan) => ReactNode;
};

/** The days under the map: choose some of them, or play them like a film; every view moves along. */
export function TimeBar({ linked, byDay, cases, span, missing, choice, onPlaying, saving }: TimeBarProps) {
  const { filter, preview, commit } = linked;
  const text = useText();
  const strip = useMemo(() => stripOf(byDay, span), [byDay, span]);
  const chosen = windowOf(strip, filter.from, filter.to);
  const filterOf = (window: Window): FactFilter => ({ ...filter, ...periodOf(strip, window) });
  const show = (window: Window) => preview(filterOf(window));
  const settle = (window: Window) => commit(filterOf(window), "replace");
  const [pace, setPace] = useState<Pace>("day");
  const [reel, setReel] = useState<Reel>("growing");
  const width = reel === "moving" && chosen.last - chosen.first + 1 < strip.days ? chosen.last - chosen.first + 1 : 28;
  const frames = { strip, pace, reel, width };
  const film = useFilm(frames, chosen, show, settle);
  useTold(film.playing, onPlaying);
  const planOf = useFilmPlan(strip, filterOf);
  const silent = useMemo(
    () => new Map(Object.entries(missing).map(([day, n]) => [daysBetween(strip.startsOn, day), n])),
    [missing, strip.startsOn],
  );
  return (
    <section className="time-bar screen-only" aria-label={text("linked.time")}>
      <div className="time-bar-head">
        <FilmControls
          film={film}
          choice={choice}
          paces={PACES.map((value) => ({ value, label: text(`linked.pace.${value}`) }))}
          pace={pace}
          onPace={setPace}
          saving={planOf && saving?.(planOf(framesOf(frames, chosen)))}
        />
        <Segments
          label={text("linked.reel")}
          options={REELS.map((value) => ({ value, label: text(`linked.reel.${value}`) }))}
          value={reel}
          onChoose={setReel}
        />
        <SaidDays strip={strip} chosen={chosen} cases={cases} />
        {strip.undated > 0 && <span className="time-bar-words">{text("linked.undated", { n: strip.undated })}</span>}
      </div>
      <TimeStrip strip={strip} chosen={chosen} missing={silent} onMove={show} onSettle={settle} />
    </section>
  );
}

type SaidDaysProps = { strip: { startsOn: LocalDate }; chosen: Window; cases: number };

function SaidDays({ strip, chosen, cases }: SaidDaysProps) {
  const text = useText();
  const format = useFormat();
  const [from, to] = [addDays(strip.startsOn, chosen.first), addDays(strip.startsOn, chosen.last)];
  return (
    <span className="time-bar-said" aria-live="off">
      <b>{format.dayRange(from, to)}</b>{" "}
      <span className="time-bar-words">{text("linked.days", { days: chosen.last - chosen.first + 1, cases })}</span>
    </span>
  );
}
