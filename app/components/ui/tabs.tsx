import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

type SegmentsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
} & ({ onChoose: (value: Value) => void; toOf?: never } | { toOf: (value: Value) => string; onChoose?: never });

/** So much of the one before is seen, so that it is plain that there are more. */
const BESIDE_PX = 48;

/** One of a few views of the same thing, kept in the address (`toOf`) or in memory (`onChoose`). */
export function Segments<Value extends string>({ label, options, value, onChoose, toOf }: SegmentsProps<Value>) {
  const frame = useRef<HTMLDivElement>(null);
  const at = options.findIndex((option) => option.value === value);
  // On a phone there may be more than fit side by side: the chosen one is in sight, and the page stays where it is.
  useEffect(() => {
    const chosen = frame.current?.children.item(at);
    if (!frame.current || !(chosen instanceof HTMLElement)) return;
    frame.current.scrollLeft = chosen.offsetLeft - frame.current.offsetLeft - BESIDE_PX;
  }, [at]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit with the form around it.
    <div className="segments" role="group" aria-label={label} ref={frame}>
      {options.map((option) => {
        const current = option.value === value ? ("true" as const) : undefined;
        return toOf ? (
          <Link
            key={option.value}
            to={toOf(option.value)}
            className="segment"
            aria-current={current}
            preventScrollReset
          >
            {option.label}
          </Link>
        ) : (
          <button
            key={option.value}
            type="button"
            className="segment"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        );
      })}
    </div>
  );
}
