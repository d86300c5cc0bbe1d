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
