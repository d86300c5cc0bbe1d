import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";

type LiveBadgeProps = {
  /** `live`; `connecting` at first; `reconnecting` after a lost line; `old` where nothing is being tried. */
  state: "live" | "connecting" | "reconnecting" | "old";
  /** The instant up to which the page is complete. */
  asOf: string;
};

/** How fresh the figures on this page are; never a spinner over old ones. */
export function LiveBadge({ state, asOf }: LiveBadgeProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const time = format.relative(asOf, now);
  const words = {
    live: text("shell.live"),
    connecting: text("shell.live.connecting"),
    reconnecting: text("shell.live.reconnecting", { time }),
    old: text("shell.live.old", { time }),
  };
  return (
    <span className={`live live-${state}`} role="status">
      <i className="live-dot" aria-hidden="true" />
      <span className="live-words">{words[state]}</span>
      {state !== "live" && state !== "connecting" && (
        <span className="live-brief" aria-hidden="true">
          {words.old}
        </span>
      )}
    </span>
  );
}
