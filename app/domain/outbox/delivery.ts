import { z } from "zod";
import type { DeviceTimes } from "./clock.ts";

/** What a device says with everything that it had kept: when it was written and when sent, by its own clock. */
export const WROTE_AT = "Naga-Wrote-At";
export const SENT_AT = "Naga-Sent-At";

const Times = z.object({ wroteAt: z.iso.datetime(), sentAt: z.iso.datetime() });

/** Null where nothing of the kind was said, or nothing that is a time: no clock is a reason to refuse a report. */
export function deviceTimesIn(headers: Headers): DeviceTimes | null {
  const said = { wroteAt: headers.get(WROTE_AT), sentAt: headers.get(SENT_AT) };
  return Times.safeParse(said).data ?? null;
}

export function headersOfDevice({ wroteAt, sentAt }: DeviceTimes): Record<string, string> {
  return { [WROTE_AT]: wroteAt, [SENT_AT]: sentAt };
}
