/** A zone in which it is about noon now: somebody is at work there, whenever the test runs. */
export function zoneAtNoon(): string {
  const east = 12 - new Date().getUTCHours();
  return east === 0 ? "Etc/GMT" : `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}
