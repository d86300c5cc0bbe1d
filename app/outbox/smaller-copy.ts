import type { AttachmentKind, PhotoReduced } from "../domain/attachment.ts";
import { lineIsGood } from "./good-line.ts";

/** How photos go out: a smaller copy first and the whole one when nothing else waits, the copy alone, or as they are. */
export const PHOTO_WAYS = ["first", "only", "whole"] as const;
export type PhotoWay = (typeof PHOTO_WAYS)[number];

/** One file that goes over the line. */
export type Going = { file: File; of?: PhotoReduced; last?: boolean };

/** Longest side of a smaller copy: words on a label can be read, and it goes in a minute or two over 32 kbit/s. */
const SIDE = 1_600;
const QUALITY = 0.8;
/** Below that a copy saves too little to be worth being one. */
const SMALL_ENOUGH = 400_000;

/** What goes of a photo that was chosen, in its order. What cannot be made smaller goes as it is. */
export async function goingOut(file: File, kind: AttachmentKind, way: PhotoWay): Promise<Going[]> {
  const copy = kind === "photo" && way !== "whole" ? await smallerCopy(file).catch(() => null) : null;
  if (!copy) return [{ file }];
  return way === "first" ? [copy, { file, last: true }] : [copy];
}

async function smallerCopy(photo: File): Promise<Going | null> {
  if (photo.size <= SMALL_ENOUGH) return null;
  const drawn = await drawnSmaller(photo);
  if (!drawn || drawn.size > photo.size / 2) return null;
  const of = { bytes: photo.size, sha256: await sha256Of(photo) };
  const name = `${photo.name.replace(/\.[^.]*$/, "") || "photo"}.jpg`;
  return { file: new File([drawn], name, { type: drawn.type, lastModified: photo.lastModified }), of };
}

/** Upright, as its camera says; what the camera wrote into the file beside the picture is not in it. */
async function drawnSmaller(photo: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(photo);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const brush = canvas.getContext("2d");
  if (brush) brush.imageSmoothingQuality = "high";
  brush?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  // A phone of 2 GB has no room for several of them.
  picture.close();
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}

async function sha256Of(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is offered first: over a line that is slow, and on a phone, which may leave the good one any time, a copy. */
export function usualWay(): PhotoWay {
  const isPhone = matchMedia("(pointer: coarse) and (max-width: 600px)").matches;
  return isPhone || !lineIsGood() ? "first" : "whole";
}
