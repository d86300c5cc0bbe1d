/** The address parameter that says as of which moment a page shows what was known: without it, as of now. */
export const KNOWN = "known";

const WRITTEN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d))?(?:\.(\d{1,3}))?Z$/;

/** The moment an address asks for; null for the present, which every moment is that has not come yet. */
export function readKnown(params: URLSearchParams, now: Date): Date | null {
  const [, minute, seconds = "00", milliseconds = ""] = WRITTEN.exec(params.get(KNOWN) ?? "") ?? [];
  if (minute === undefined) return null;
  const at = new Date(`${minute}:${seconds}.${milliseconds.padEnd(3, "0")}Z`);
  return at < now ? at : null;
}

/** As it stands in addresses: to the minute where nothing is lost by it. */
export function writeKnown(at: Date): string {
  return at.toISOString().replace(/(:00)?\.000Z$/, "Z");
}
