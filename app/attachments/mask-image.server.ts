import sharp, { type OverlayOptions } from "sharp";
import type { Mask } from "../domain/media.ts";
import { Problem } from "../domain/problem.ts";

export type MaskedImage = { view: Buffer; thumb: Buffer; width: number; height: number };

/** JPEG draws in squares of eight: a mask that ends in the middle of one would leave a trace of what lies under it. */
const SQUARE = 8;
const THUMB_EDGE = 360;
const FILL = { r: 16, g: 16, b: 16 };

/**
 * The picture drawn anew with its masks burnt in: one even colour, no blur, up to the edge of the squares that the mask
 * touches. Nothing that stood beside the points of the picture comes along.
 */
export async function maskImage(bytes: Uint8Array, masks: readonly Mask[]): Promise<MaskedImage> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const raw = { width, height, channels };
  const squares = masks.map((mask) => coverOf(mask, raw));
  const view = await sharp(data, { raw })
    .composite(squares)
    .jpeg({ quality: 84, chromaSubsampling: "4:4:4" })
    .toBuffer();
  const thumb = await sharp(view)
    .resize({ width: THUMB_EDGE, height: THUMB_EDGE, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer();
  return { view, thumb, width, height };
}

function coverOf(mask: Mask, picture: { width: number; height: number }): OverlayOptions {
  if (mask.x >= picture.width || mask.y >= picture.height) throw new Problem("invalid", "media.mask.outside");
  const [left, top] = [mask.x, mask.y].map((at) => Math.floor(at / SQUARE) * SQUARE) as [number, number];
  const right = Math.min(picture.width, Math.ceil((mask.x + mask.width) / SQUARE) * SQUARE);
  const bottom = Math.min(picture.height, Math.ceil((mask.y + mask.height) / SQUARE) * SQUARE);
  const create = { width: right - left, height: bottom - top, channels: 3 as const, background: FILL };
  return { input: { create }, left, top };
}
