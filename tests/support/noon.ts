/** A zone in which it is about noon now: somebody is at work there, whenever the test runs. */
export const zoneAtNoon = () => zoneAt(12);

/** One in which it is about midnight: nobody is reminded of anything there. */
export const zoneAtMidnight = () => zoneAt(0);

function zoneAt(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  // From twelve hours behind to as many before: there is no zone beyond that in this list on the one side.
  const east = ahead < -12 ? ahead + 24 : ahead;
  return east === 0 ? "Etc/GMT" : `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}
