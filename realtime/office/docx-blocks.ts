import { AlignmentType, HeadingLevel, ImageRun, Paragraph, TextRun } from "docx";
import type { Run, WrittenBlock } from "../../app/domain/operation-report/paper.ts";
import { LISTS, TEXT_WIDTH } from "./docx-look.ts";
import { runsLeft, writable } from "./letters.ts";

/** What an analyst wrote, in the styles of the office; each numbered list counts from one. */
export function blockParagraphs({ kind, items }: WrittenBlock, list: number): Paragraph[] {
  if (kind === "heading") {
    const said = items[0] ?? [];
    // A heading without a word would stand empty in the contents.
    return wordsIn(said).trim() === "" ? [] : [written(said, { heading: HeadingLevel.HEADING_3 })];
  }
  if (kind === "paragraph") return [written(items[0] ?? [], {})];
  const numbering = { reference: LISTS[kind], level: 0, instance: list };
  return items.map((item) => written(item, { numbering }));
}

type Look = {
  heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel];
  numbering?: { reference: string; level: number; instance: number };
};

const wordsIn = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

function written(runs: readonly Run[], look: Look): Paragraph {
  return new Paragraph({ ...look, bidirectional: runsLeft(wordsIn(runs)), children: runs.flatMap(textRuns) });
}

function textRuns({ text, bold, italic }: Run): TextRun[] {
  // What is not said is the style's: a heading stays bold.
  const look = { ...(bold && { bold }), ...(italic && { italics: italic }) };
  return writable(text)
    .split("\n")
    .map((line, at) => new TextRun({ ...directed(line), ...look, ...(at > 0 && { break: 1 }) }));
}

/** Words with their direction, which an office keeps by the run. */
export function directed(words: string) {
  const text = writable(words);
  return { text, ...(runsLeft(text) && { rightToLeft: true }) };
}

export type StyleName = "Title" | "Subtitle" | "Marking" | "Note" | "TableText" | "TableHead" | "ContentsHead";

type LineLook = { numeric?: boolean; keepNext?: boolean };

export function line(words: string, style: StyleName, { numeric = false, keepNext = false }: LineLook = {}): Paragraph {
  return new Paragraph({
    style,
    ...(keepNext && { keepNext }),
    ...(numeric && { alignment: AlignmentType.RIGHT }),
    bidirectional: runsLeft(words),
    children: [new TextRun(directed(words))],
  });
}

/** Pixels of a page at the resolution that sizes are given in. */
const PIXEL_TWIPS = 15;
const WIDEST = Math.floor(TEXT_WIDTH / PIXEL_TWIPS);
/** Higher ones would not stand on a page with their title. */
const HIGHEST = 820;

/** A chart as wide as the text, with the same in words for those who do not see it. */
export function pictureParagraph(png: Uint8Array, { title, alt }: { title: string; alt: string }): Paragraph {
  const { width, height } = pngSize(png);
  const scale = Math.min(WIDEST / width, HIGHEST / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const words = { name: writable(title), title: writable(title), description: writable(alt) };
  return new Paragraph({
    keepNext: true,
    children: [new ImageRun({ type: "png", data: Buffer.from(png), transformation: size, altText: words })],
  });
}

/** The size stands in the first chunk, which is always the same one. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
