import { Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

type TabsProps = {
  /** What the tabs choose, for screen readers. */
  label: string;
  tabs: readonly { to: string; label: string; end?: boolean; badge?: ReactNode }[];
};

/** Parts of one place. Each has an address, so they are links and work without scripts. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end} className="tab" preventScrollReset>
          {tab.label}
          {tab.badge}
        </NavLink>
      ))}
    </nav>
  );
}

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
