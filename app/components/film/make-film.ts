import type { MapData } from "#app/components/map/map-data.ts";
import { shapesOf } from "#app/components/map/map-shapes.ts";
import type { MapView } from "#app/components/map/map-svg.ts";
import type { MapStage } from "#app/components/map/stage.ts";
import type { Trails } from "#app/components/map/trails.ts";
import { sourceOfSnapshot } from "#app/components/workspace/use-map-source.ts";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { CaseCount } from "#app/domain/figures/result.ts";
import { mercatorOf } from "#app/domain/great-circle.ts";
import { beginFile, type FilmFile } from "./film-file.ts";
import { type FilmPlan, FilmProblem, type FilmStep, MOST_STEPS } from "./film-plan.ts";
import { sceneOf } from "./film-scene.ts";
import { type FilmFrame, type FilmWords, filmGround, filmMoment, frameOf } from "./film-svg.ts";

/** So long a step is seen, and so long the last one. */
const [STEP_S, LAST_S] = [0.35, 2];
/** The world's width in pixels at zoom 0, as the map has it. */
const WORLD = 512;
const [MOST_WIDTH, MOST_HEIGHT] = [1920, 1080];

export type FilmTask = {
  plan: FilmPlan;
  stage: MapStage;
  words: FilmWords;
  countsOf: (step: FilmStep) => CaseCount;
  counted: (cases: CaseCount) => string;
  written: (count: number) => string;
  progress: (done: number) => void;
  stopped: AbortSignal;
};

/**
 * Draws a film step by step into a video, none of it by the clock of the machine: it has the same pictures wherever it was
 * made. Null once it was stopped. Nothing leaves this page.
 */
export async function makeFilm(task: FilmTask): Promise<{ file: Blob; ending: string } | null> {
  const { plan, stopped } = task;
  if (plan.steps > MOST_STEPS) throw new FilmProblem("too_long");
  // What the map lies like now holds for the whole film, wherever it is moved meanwhile.
  const view = viewOf(task.stage);
  const zoom = task.stage.map.getZoom();
  const base = await shapesOf(task.stage.map);
  const { whole, at: stepAt } = await plan.begin();
  const drawn = await drawGround(task, view, { base, zoom, whole });
  const film = await beginFile(drawn.canvas);
  try {
    let trails: Trails | null = null;
    for (let at = 0; at < plan.steps; at++) {
      if (stopped.aborted) break;
      trails = await drawn.draw(stepAt(at), { trails, passed: (at + 1) / plan.steps });
      await film.add(at === plan.steps - 1 ? LAST_S : STEP_S);
      task.progress(at + 1);
    }
    if (!stopped.aborted) return await film.end();
    await film.cancel();
    return null;
  } catch (failure) {
    await letGo(film);
    throw failure;
  }
}

async function letGo(film: FilmFile): Promise<void> {
  try {
    await film.cancel();
  } catch {
    // What stopped it has been told already.
  }
}

type Ground = { base: Awaited<ReturnType<typeof shapesOf>>; zoom: number; whole: FilmStep };
type Painter = {
  canvas: HTMLCanvasElement;
  draw: (step: FilmStep, at: { trails: Trails | null; passed: number }) => Promise<Trails>;
};

async function drawGround(task: FilmTask, view: MapView, { base, zoom, whole }: Ground): Promise<Painter> {
  const { stage, words } = task;
  const { tokens, look, hidden } = stage;
  const scene = (step: FilmStep, trails: Trails | null) =>
    sceneOf(sourceOfSnapshot(step.snapshot, step.filter), { zoom, look, hidden, written: task.written }, trails);
  const all = scene(whole, null).data;
  // Goods that a correction has taken away since are added where they turn up.
  const seen = new Set(all.slots);
  const keyOf = (data: MapData) => {
    for (const slot of data.slots) seen.add(slot);
    return stage.keyOf(
      data,
      SLOTS.filter((slot) => seen.has(slot)),
    );
  };
  const frame = frameOf(view, words, stage.keyOf(all, [...SLOTS]), tokens);
  const canvas = canvasFor(frame);
  const context = canvas.getContext("2d");
  if (!context) throw new FilmProblem("unsupported");
  const ground = await imageOf(filmGround(base, view, words, { frame, tokens }));
  return {
    canvas,
    async draw(step, { trails, passed }) {
      const { data, shapes, lit, trails: after } = scene(step, trails);
      const counted = task.counted(task.countsOf(step));
      const moment = { shapes, lit, said: step.said, counted, key: keyOf(data), passed };
      const over = await imageOf(filmMoment(base, view, moment, { frame, tokens }));
      for (const image of [ground, over]) context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return after;
    },
  };
}

/** As the map lies: the plane of the world, moved and stretched. */
function viewOf({ map }: MapStage): MapView {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const size = WORLD * 2 ** map.getZoom();
  const origin = map.project([0, 0]);
  return {
    width,
    height,
    at([lon, lat]) {
      const [x, y] = mercatorOf([lon, lat]);
      return [origin.x + (x - 0.5) * size, origin.y + (y - 0.5) * size];
    },
  };
}

/** Sharp, not larger than what is usual, and with even sides, as encoders want them. */
function canvasFor({ width, height }: FilmFrame): HTMLCanvasElement {
  const scale = Math.min(2, MOST_WIDTH / width, MOST_HEIGHT / height);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * Math.round((width * scale) / 2), 2 * Math.round((height * scale) / 2)];
  return canvas;
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
