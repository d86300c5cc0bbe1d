import { Link } from "@remix-run/react";

type SegmentsProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
} & ({ onChoose: (value: Value) => void; toOf?: never } | { toOf: (value: Value) => string; onChoose?: never });

/** One of a few views of the same thing, kept in the address (`toOf`) or in memory (`onChoose`). */
export function Segments<Value extends string>({ label, options, value, onChoose, toOf }: SegmentsProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would submit with the form around it.
    <div className="segments" role="group" aria-label={label}>
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
