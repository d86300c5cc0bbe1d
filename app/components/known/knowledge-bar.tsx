import { type ReactNode, useRef, useState } from "react";
import type { FilmPlan } from "#app/components/film/film-plan.ts";
import { useKnownPlan } from "#app/components/film/use-known-plan.ts";
import { useTold } from "#app/components/film/use-told.ts";
import { FilmControls } from "#app/components/linked/film-controls.tsx";
import { useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { instantAt } from "#app/domain/calendar.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { hourOf, hoursOf, KNOWN_PACES, type KnownPace, momentOf, reachOf, useKnownFilm } from "./known-film.ts";
import { useMomentWords } from "./known-words.ts";
import type { Clock } from "./use-clock.ts";
import "./known.css";

type KnowledgeBarProps = { clock: Clock; cases: number; choice: ReactNode } & FilmSaving;

/** The filter that is played, and what takes the film away. */
type FilmSaving = {
  filter: FactFilter;
  onPlaying: (playing: boolean) => void;
  saving: (plan: FilmPlan) => ReactNode;
};

/** The bar under the map in the clock 'as we knew it': a step moves the moment up to which is known, not the day of cases. */
export function KnowledgeBar({ clock, cases, choice, filter, onPlaying, saving }: KnowledgeBarProps) {
  const text = useText();
  const wordsOf = useMomentWords();
  const { zone, startsOn } = useWorkspace().operation.plan;
  const now = useNow();
  const reach = reachOf(instantAt(zone, startsOn, "00:00"), now);
  const hour = hourOf(reach, clock.at);
  const [pace, setPace] = useState<KnownPace>("day");
  const momentAt = (at: number) => momentOf(reach, at) ?? now.getTime();
  const show = (to: number) => clock.preview(momentAt(to));
  const settle = (to: number) => clock.settle(momentOf(reach, to));
  const film = useKnownFilm({ reach, pace, hour }, show, settle);
  useTold(film.playing, onPlaying);
  const plan = useKnownPlan({ hours: hoursOf({ reach, pace, hour }), momentAt, filter });
  const moved = useRef<number | null>(null);
  const letGo = () => {
    if (moved.current !== null) settle(moved.current);
    moved.current = null;
  };
  const said = clock.at === null ? text("known.present") : text("known.film", { at: wordsOf(clock.at) });
  return (
    <section className="time-bar known-bar screen-only" aria-label={text("known.clock.known")}>
      <div className="time-bar-head">
        <FilmControls
          film={film}
          choice={choice}
          paces={KNOWN_PACES.map((value) => ({ value, label: text(`known.pace.${value}`) }))}
          pace={pace}
          onPace={setPace}
          saving={saving(plan)}
        />
        <span className="time-bar-said" aria-live="off">
          <b>{said}</b> <span className="time-bar-words">{text("known.cases", { cases })}</span>
        </span>
        <span className="time-bar-words">{text("known.film.note")}</span>
      </div>
      <input
        type="range"
        aria-label={text("known.slider")}
        aria-valuetext={said}
        min={0}
        max={reach.last}
        value={hour}
        onChange={(event) => {
          moved.current = event.currentTarget.valueAsNumber;
          show(moved.current);
        }}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
    </section>
  );
}
