import { escaped } from "../pictures/svg-text.ts";

/** A part of a picture, and where it ends. */
export type Body = { svg: string; bottom: number };
/** Where a part may be drawn. */
export type Sheet = { top: number; left: number; width: number };

export type Look = { size: number; fill: string; weight?: number; anchor?: "end" | "middle" };

export function text(x: number, y: number, words: string, { size, fill, weight = 400, anchor }: Look): string {
  const at = anchor ? ` text-anchor="${anchor}"` : "";
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${at}>${escaped(words)}</text>`;
}

export const round = (value: number) => Math.round(value * 100) / 100;

export function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}
