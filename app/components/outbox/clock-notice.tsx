import { useSyncExternalStore } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { clock } from "#app/outbox/send.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A clock that is off fills in wrong days: said as soon as the server's answer shows it. */
export function ClockNotice() {
  const text = useText();
  const ahead = useSyncExternalStore(clock.subscribe, clock.ahead, () => null);
  if (ahead === null) return null;
  const off = Math.abs(ahead);
  const by =
    off >= 2 * DAY
      ? text("outbox.clock.days", { n: Math.round(off / DAY) })
      : text("outbox.clock.minutes", { n: Math.round(off / MINUTE) });
  return (
    <Notice tone="warn" title={text(ahead > 0 ? "outbox.clock.ahead" : "outbox.clock.behind", { by })}>
      {text("outbox.clock.text")}
    </Notice>
  );
}
