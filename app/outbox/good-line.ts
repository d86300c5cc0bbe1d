/** What the browser tells of its line; where it tells nothing, as on an iPhone, the line is believed to be good. */
export function lineIsGood(): boolean {
  const line = "connection" in navigator ? told(navigator.connection) : undefined;
  return line?.saveData !== true && (line?.effectiveType ?? "4g") === "4g";
}

function told(line: unknown): { saveData?: unknown; effectiveType?: unknown } {
  return typeof line === "object" && line !== null ? line : {};
}
