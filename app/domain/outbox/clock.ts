/** A device whose clock is further off than this is told so; reports of the day before look like today's from here on. */
export const CLOCK_OFF_MS = 5 * 60_000;

/**
 * By how much the device is ahead of the server, in milliseconds, as one answer tells: between asking and hearing the
 * server's clock stood at `serverAt`. Null where the difference is less than the line took, or not worth a word.
 */
export function clockAhead({ asked, heard, serverAt }: { asked: number; heard: number; serverAt: number }) {
  const ahead = (asked + heard) / 2 - serverAt;
  return Math.abs(ahead) > CLOCK_OFF_MS + (heard - asked) / 2 ? Math.round(ahead) : null;
}
