import { open } from "node:fs/promises";
import { FileRefusal } from "./refusal.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

const SAMPLE = 256 * 1024;

/** The encoding of a text file, by its mark, by its noughts, or by which of the others its bytes can be. */
export async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(SAMPLE);
    const { bytesRead } = await file.read(buffer, 0, SAMPLE, 0);
    return encodingIn(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

export function encodingIn(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  const wide = byNoughts(bytes);
  if (wide) return wide;
  if (bytes.includes(0)) throw new FileRefusal("import.file.no_table");
  if (decodes("utf-8", bytes)) return "utf-8";
  return looksChinese(bytes) ? "gb18030" : "windows-1252";
}

/** Latin text in two bytes a letter has a nought in every other byte. */
function byNoughts(bytes: Uint8Array): Encoding | null {
  const seen = Math.min(bytes.length, 4096);
  let [even, odd] = [0, 0];
  for (let at = 0; at < seen; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > seen / 5 && even < seen / 50) return "utf-16le";
  if (even > seen / 5 && odd < seen / 50) return "utf-16be";
  return null;
}

/** The sample may end within a letter: its last bytes are not held against it. */
function decodes(encoding: Encoding, bytes: Uint8Array): boolean {
  for (let cut = 0; cut < 4; cut++) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, Math.max(0, bytes.length - cut)));
      return true;
    } catch {
      // One byte less, in case a letter was cut.
    }
  }
  return false;
}

/**
 * Chinese in GB18030 is pairs of high bytes; Western text in Windows-1252 has single ones between plain letters
 * ("São", "Müller").
 */
function looksChinese(bytes: Uint8Array): boolean {
  if (!decodes("gb18030", bytes)) return false;
  let [paired, single] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const [here, after] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (here < 0x81) continue;
    if (after >= 0x80 || (after >= 0x40 && here >= 0xb0 && (bytes[at - 1] ?? 0) >= 0x80)) {
      paired++;
      at++;
    } else single++;
  }
  return paired > single;
}
