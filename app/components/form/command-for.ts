/**
 * The command of one of a page's forms, made from the page's own. Where all forms had the same, one that is pressed after
 * another was answered, and before the page has come again, would be refused as that other one with other content.
 */
export function commandFor(page: string, intent: string, about: Readonly<Record<string, string>> = {}): string {
  const said = [intent, ...Object.entries(about).flat()].join(" ");
  const mixed = [page.slice(24, 30), page.slice(30)].map((part, at) =>
    ((Number.parseInt(part, 16) ^ hashed(said, at)) & 0xff_ff_ff).toString(16).padStart(6, "0"),
  );
  return page.slice(0, 24) + mixed.join("");
}

/** FNV-1a, from another beginning for each part. */
function hashed(said: string, at: number): number {
  let hash = 0x811c9dc5 + at;
  for (const letter of said) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
