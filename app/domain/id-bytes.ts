const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const CHUNK = 0x6000;

/** Ids behind each other as base64, 16 bytes each. */
export function base64OfIds(ids: readonly string[]): string {
  const bytes = new Uint8Array(ids.length * 16);
  ids.forEach((id, row) => {
    const hex = id.replaceAll("-", "");
    for (let at = 0; at < 16; at++) bytes[row * 16 + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  });
  let text = "";
  // A multiple of three bytes at a time, so that the parts join without padding between them.
  for (let at = 0; at < bytes.length; at += CHUNK) text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return text;
}

export function idsOfBase64(text: string): string[] {
  const binary = atob(text);
  const ids: string[] = [];
  for (let at = 0; at + 16 <= binary.length; at += 16) {
    let id = "";
    for (let place = 0; place < 16; place++) {
      if (place === 4 || place === 6 || place === 8 || place === 10) id += "-";
      id += HEX[binary.charCodeAt(at + place)];
    }
    ids.push(id);
  }
  return ids;
}

/** The same as four numbers for each id, without making texts of them. */
export function wordsOfBase64(text: string): Uint32Array {
  const binary = atob(text);
  const words = new Uint32Array(Math.floor(binary.length / 16) * 4);
  for (let word = 0; word < words.length; word++) {
    const at = word * 4;
    words[word] =
      (binary.charCodeAt(at) << 24) |
      (binary.charCodeAt(at + 1) << 16) |
      (binary.charCodeAt(at + 2) << 8) |
      binary.charCodeAt(at + 3);
  }
  return words;
}

const DASHES = [8, 13, 18, 23];
const LONG = 36;

/** An id as four numbers; null for what is no UUID. */
export function wordsOfId(id: string): Uint32Array | null {
  if (id.length !== LONG || DASHES.some((place) => id[place] !== "-")) return null;
  const words = new Uint32Array(4);
  let digits = 0;
  for (let place = 0; place < LONG; place++) {
    if (place === 8 || place === 13 || place === 18 || place === 23) continue;
    const digit = digitOf(id.charCodeAt(place));
    if (digit < 0) return null;
    words[digits >> 3] = ((words[digits >> 3] ?? 0) << 4) | digit;
    digits += 1;
  }
  return words;
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

export function textOfIdWords(words: Uint32Array): string {
  const hex = Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
