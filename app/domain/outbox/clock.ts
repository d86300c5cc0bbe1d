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

/** When a device wrote and sent something: ISO with zone, by a clock that may be years off. */
export type DeviceTimes = { wroteAt: string; sentAt: string };

/** How something came in that a device had kept: by its own clock, and by ours. */
export type Delivery = DeviceTimes & { what: "report" | "file" | "tally"; receivedAt: string; by: string };

/**
 * By how many milliseconds the device was ahead of the server when it sent, and when by the server's clock it was
 * written, if the device's clock ran on undisturbed in between. Null where that clock was right.
 */
export function deviceOff({ wroteAt, sentAt, receivedAt }: Pick<Delivery, "wroteAt" | "sentAt" | "receivedAt">) {
  const ahead = Date.parse(sentAt) - Date.parse(receivedAt);
  if (Math.abs(ahead) <= CLOCK_OFF_MS) return null;
  return { ahead, wroteAbout: new Date(Date.parse(wroteAt) - ahead).toISOString() };
}
