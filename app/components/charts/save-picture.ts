import { SLOTS } from "#app/domain/commodity-groups.ts";
import { onPaper, type PictureFile, saveSvg } from "../pictures/save-svg.ts";
import { drawSvg } from "./draw-svg.ts";
import type { Drawing, DrawingWords, Palette } from "./drawing.ts";

/** Hands the figure to the browser as a file. Nothing leaves this page: it is drawn here. */
export async function savePicture(drawing: Drawing, words: DrawingWords, { kind, name }: PictureFile): Promise<void> {
  await saveSvg(drawSvg(drawing, words, printPalette()), { kind, name });
}

/** The tokens of the light theme, whatever theme the page is in: what paper is printed with. */
export function printPalette(): Palette {
  return onPaper((paper) => {
    const style = getComputedStyle(paper);
    const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
      ground: "#ffffff",
      text1: token("text-1"),
      text2: token("text-2"),
      text3: token("text-3"),
      line: token("line-1"),
      heat: token("river"),
      slots: { ...Object.fromEntries(SLOTS.map((slot) => [slot, token(`c-${slot}`)])), mixed: token("text-2") },
      font: "'Source Sans 3', 'Noto Sans', sans-serif",
    };
  });
}
