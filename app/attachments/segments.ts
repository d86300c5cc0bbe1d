/** Segments of a JPEG that tell of device, place and person: application data and comments. Colour profiles stay. */
const PRIVATE = new Set([0xe1, ...Array.from({ length: 12 }, (_, at) => 0xe3 + at), 0xfe]);
const START_OF_SCAN = 0xda;

/** The same picture without them. What is no JPEG comes back as it was. */
export function withoutJpegNotes(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker === START_OF_SCAN) break;
    const length = 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    if (!PRIVATE.has(marker)) kept.push(jpeg.subarray(at, at + length));
    at += length;
  }
  kept.push(jpeg.subarray(at));
  return Buffer.concat(kept);
}

const PNG = [0x89, 0x50, 0x4e, 0x47];
const PNG_NOTES = new Set(["tEXt", "zTXt", "iTXt", "eXIf", "tIME"]);

/** The same for PNG, which keeps such things in chunks of their own. */
export function withoutPngNotes(png: Uint8Array): Uint8Array {
  if (!PNG.every((byte, at) => png[at] === byte)) return png;
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const kept: Uint8Array[] = [view.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= view.length) {
    const length = 12 + view.readUInt32BE(at);
    if (!PNG_NOTES.has(view.toString("latin1", at + 4, at + 8))) kept.push(view.subarray(at, at + length));
    at += length;
  }
  return Buffer.concat(kept);
}
