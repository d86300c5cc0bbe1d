import { SLOTS } from "#app/domain/commodity-groups.ts";
import { drawSvg } from "./draw-svg.ts";
import type { Drawing, DrawingWords, Palette } from "./drawing.ts";

/** Twice the size it is drawn in: sharp on paper and on a slide. */
const SCALE = 2;

type Wanted = { kind: "svg" | "png"; name: string };

/** Hands the figure to the browser as a file. Nothing leaves this page: it is drawn here. */
export async function savePicture(drawing: Drawing, words: DrawingWords, { kind, name }: Wanted): Promise<void> {
  const svg = new Blob([drawSvg(drawing, words, printPalette())], { type: "image/svg+xml" });
  saveFile(kind === "svg" ? svg : await pngOf(svg), `${name}.${kind}`);
}

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // After the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pngOf(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * SCALE, image.height * SCALE];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("The picture could not be made"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The tokens of the light theme, whatever theme the page is in: what paper is printed with. */
export function printPalette(): Palette {
  const paper = document.createElement("div");
  paper.dataset.theme = "light";
  document.body.append(paper);
  const style = getComputedStyle(paper);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const palette = {
    ground: "#ffffff",
    text1: token("text-1"),
    text2: token("text-2"),
    text3: token("text-3"),
    line: token("line-1"),
    heat: token("river"),
    slots: { ...Object.fromEntries(SLOTS.map((slot) => [slot, token(`c-${slot}`)])), mixed: token("text-2") },
    font: "'Source Sans 3', 'Noto Sans', sans-serif",
  };
  paper.remove();
  return palette;
}
