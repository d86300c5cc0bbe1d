import { useSyncExternalStore } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { clock } from "#app/outbox/send.ts";
import { useSpan } from "./use-span.ts";

/** A clock that is off fills in wrong days: said as soon as the server's answer shows it. */
export function ClockNotice() {
  const text = useText();
  const span = useSpan();
  const ahead = useSyncExternalStore(clock.subscribe, clock.ahead, () => null);
  if (ahead === null) return null;
  const by = span(ahead);
  return (
    <Notice tone="warn" title={text(ahead > 0 ? "outbox.clock.ahead" : "outbox.clock.behind", { by })}>
      {text("outbox.clock.text")}
    </Notice>
  );
}
