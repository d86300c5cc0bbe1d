import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  type VideoCodec,
  WebMOutputFormat,
} from "mediabunny";
import { FilmProblem } from "./film-plan.ts";

type Size = { width: number; height: number };

/** What most programs play first; a browser that has no encoder for it gives the other. */
const CODECS: readonly VideoCodec[] = ["avc", "vp9", "vp8"];

export type FilmFile = {
  /** Takes the canvas as it is now for so many seconds. */
  add: (seconds: number) => Promise<void>;
  end: () => Promise<{ file: Blob; ending: string }>;
  cancel: () => Promise<void>;
};

/** A video that is written while it is drawn, each picture as long as it says and not as long as it took. */
export async function beginFile(canvas: HTMLCanvasElement): Promise<FilmFile> {
  const codec = await codecFor(canvas);
  if (codec === null) throw new FilmProblem("unsupported");
  const format = codec === "avc" ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat();
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH, keyFrameInterval: 2 });
  output.addVideoTrack(source);
  await output.start();
  let passed = 0;
  return {
    async add(seconds) {
      await source.add(passed, seconds);
      passed += seconds;
    },
    async end() {
      await output.finalize();
      if (!target.buffer) throw new FilmProblem("failed");
      return { file: new Blob([target.buffer], { type: format.mimeType }), ending: codec === "avc" ? "mp4" : "webm" };
    },
    cancel: () => output.cancel(),
  };
}

/** Null where the browser encodes no video: an old one, or a page that came over a line that is not secured. */
async function codecFor({ width, height }: Size): Promise<VideoCodec | null> {
  if (typeof VideoEncoder === "undefined") return null;
  for (const codec of CODECS) if (await canEncodeVideo(codec, { width, height, quality: QUALITY_HIGH })) return codec;
  return null;
}
