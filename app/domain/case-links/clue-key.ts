/** Text as clues are compared: small letters and digits, whatever stands between them. `clue_key` of the database is the same. */
export function clueKey(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s!-/:-@[-`{-~]+/g, "")
    .toLowerCase()
    .slice(0, 80);
}

const QUOTED = /["“«「]([^"“”«»「」\n]{3,40})["”»」]/g;

/** What stands in quotation marks: how a parcel was marked, as its finder wrote it down. */
export function quotedIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].flatMap(([, mark]) => mark ?? []);
}

/** A clue that can be looked up. */
export const clueOf = (kind: string, value: string) => `${kind} ${clueKey(value)}`;
