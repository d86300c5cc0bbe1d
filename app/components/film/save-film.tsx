import { FilmStripIcon } from "@phosphor-icons/react/dist/ssr/FilmStrip";
import { useEffect, useRef, useState } from "react";
import type { MapStage } from "#app/components/map/stage.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { usePictureWords } from "#app/components/workspace/use-map-picture.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Today } from "#app/domain/figures/result.ts";
import { useLiveNow } from "#app/live/live-context.tsx";
import { type FilmFailure, type FilmPlan, FilmProblem } from "./film-plan.ts";
import "./film.css";

type SaveFilmProps = {
  plan: FilmPlan;
  stage: MapStage;
  /** What the filter says besides its days. */
  filters: readonly string[];
  asOf: string;
  today: Today;
};

type State = { done: number; stop: AbortController } | FilmFailure | null;

/** The film that the bar plays as a video to take away: drawn on this device, step by step. */
export function SaveFilm({ plan, stage, filters, asOf, today }: SaveFilmProps) {
  const text = useText();
  const format = useFormat();
  const words = usePictureWords();
  const { operation } = useWorkspace();
  const [state, setState] = useState<State>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useTakenBack(() => {
    if (!stop.current) return;
    stop.current.abort();
    setState("taken_back");
  });
  const make = async (stopped: AbortSignal) => {
    const { makeFilm } = await import("./make-film.ts");
    // What was known when is asked for now, whatever moment the page shows.
    const cut = plan.clock === "known" ? new Date().toISOString() : asOf;
    const made = await makeFilm({
      plan,
      stage,
      words: {
        title: words.title,
        clock: text(`film.clock.${plan.clock}`, { zone: format.zoneName(operation.plan.zone) }),
        under: [[stage.said, ...words.cut(cut)].join(" · "), ...plan.notes, ...words.rest(filters)],
      },
      countsOf: ({ snapshot, filter }) => snapshot.figures(filter, today).cases,
      counted: words.counted,
      written: format.number,
      progress: (done) => setState((now) => (isUnderWay(now) ? { ...now, done } : now)),
      stopped,
    });
    if (!made) return;
    const { saveFile } = await import("#app/components/pictures/save-svg.ts");
    saveFile(made.file, `${words.nameOf("film", cut)}.${made.ending}`);
  };
  const begin = () => {
    const mine = new AbortController();
    stop.current = mine;
    setState({ done: 0, stop: mine });
    make(mine.signal)
      .then(() => null)
      .catch((failure: unknown) => (failure instanceof FilmProblem ? failure.why : "failed"))
      .then((end) => {
        if (stop.current !== mine) return;
        stop.current = null;
        if (!mine.signal.aborted) setState(end);
      });
  };
  const cancel = () => {
    stop.current?.abort();
    stop.current = null;
    setState(null);
  };
  if (isUnderWay(state)) return <FilmProgress done={state.done} of={plan.steps} onCancel={cancel} />;
  return (
    <>
      <Button type="button" size="small" icon={FilmStripIcon} onClick={begin}>
        {text("film.save")}
      </Button>
      {state && (
        <p className="message message-error film-failure" role="alert">
          {text(`film.failure.${state}`)}
        </p>
      )}
    </>
  );
}

function isUnderWay(state: State): state is { done: number; stop: AbortController } {
  return typeof state === "object" && state !== null;
}

type FilmProgressProps = { done: number; of: number; onCancel: () => void };

function FilmProgress({ done, of, onCancel }: FilmProgressProps) {
  const text = useText();
  return (
    <span className="film-progress">
      <span role="status" className="aside">
        {text("film.making")}
      </span>
      <progress value={done} max={of} aria-label={text("film.making")} />
      <span className="time-bar-words">{text("film.done", { done, of })}</span>
      <Button type="button" size="small" onClick={onCancel}>
        {text("film.cancel")}
      </Button>
    </span>
  );
}

/** Tells that seizures have left the reader's sight: a video with them in it is not handed out. */
function useTakenBack(tell: () => void) {
  const { snapshot } = useLiveNow();
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => snapshot?.watch(({ gone }) => gone.length > 0 && latest.current()), [snapshot]);
}
