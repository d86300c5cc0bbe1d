import sharp from "sharp";
import { Problem } from "../domain/problem.ts";
import type { Cleaned } from "./clean.server.ts";

/** A picture of a hundred million pixels is larger than any camera's; beyond it somebody means to fill our memory. */
const MOST_PIXELS = 100_000_000;
const VIEW_EDGE = 2560;
const THUMB_EDGE = 360;

/**
 * Drawn anew from its pixels: upright, without position, device or owner, and without whatever else was hidden in the
 * file. The first page of several.
 */
export async function cleanImage(bytes: Uint8Array): Promise<Cleaned> {
  await mustBeOfBearableSize(bytes);
  try {
    const upright = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .resize({ width: VIEW_EDGE, height: VIEW_EDGE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 84 })
      .toBuffer({ resolveWithObject: true });
    const thumb = await sharp(upright.data)
      .resize({ width: THUMB_EDGE, height: THUMB_EDGE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
    const { width, height } = upright.info;
    return { view: { bytes: upright.data, mediaType: "image/jpeg" }, thumb, width, height };
  } catch {
    throw new Problem("invalid", "attachment.damaged");
  }
}

async function mustBeOfBearableSize(bytes: Uint8Array) {
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!head) throw new Problem("invalid", "attachment.damaged");
  if (head.width * head.height > MOST_PIXELS) throw new Problem("invalid", "attachment.pixels");
}
