import sharp from "sharp";

/** A drawing (SVG) as pixels (PNG) of so many times its size. Letters are of the fonts that this process was started with. */
export function pixelsOf(svg: string, scale: number): Promise<Uint8Array> {
  return sharp(Buffer.from(svg), { density: 72 * scale })
    .flatten({ background: "#ffffff" })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
