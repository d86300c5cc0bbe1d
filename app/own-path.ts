/** A path of this installation, or null: never another host, whatever a form or an address says. */
export function ownPath(wanted: unknown): string | null {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return null;
  const here = "http://here.invalid";
  if (!URL.canParse(wanted, here)) return null;
  const url = new URL(wanted, here);
  return url.origin === here ? url.pathname + url.search + url.hash : null;
}
