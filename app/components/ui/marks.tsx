import type { Slot } from "#app/domain/commodity.ts";
import { MARK_PATHS } from "./mark-paths.ts";
import { useText } from "./text-context.tsx";

type CommodityMarkProps = {
  slot: Slot;
  /** Hollow for provisional, filled for confirmed. */
  hollow?: boolean;
  size?: number;
  /** Names the kind for screen readers where no word stands beside it. */
  labelled?: boolean;
};

/** Form and colour say what; fill says how sure. Never alone: the name stands beside it, or in the label. */
export function CommodityMark({ slot, hollow = false, size = 14, labelled = false }: CommodityMarkProps) {
  const text = useText();
  const label = labelled ? text(`slot.${slot}`) : undefined;
  return (
    <svg
      width={size}
      height={size}
      viewBox="-7 -7 14 14"
      className={`slot-${slot}`}
      role="img"
      aria-label={label}
      aria-hidden={!label}
    >
      <path d={MARK_PATHS[slot]} className={hollow ? "mark mark-hollow" : "mark"} />
    </svg>
  );
}

export type Certainty = "confirmed" | "provisional" | "missing" | "unknown";

/** A square in one of the four ways of knowing, for legends and rows; the word stands beside it. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return <span className={`certainty certainty-${certainty}`} aria-hidden="true" />;
}

const WORDS = {
  confirmed: "ui.confirmed",
  provisional: "ui.provisional",
  missing: "ui.missing",
  unknown: "ui.unknown",
} as const satisfies Record<Certainty, string>;

/** The word of a certainty in its own hand: upright, italic, red, dotted. */
export function CertaintyWord({ certainty }: { certainty: Certainty }) {
  const text = useText();
  return <span className={certainty}>{text(WORDS[certainty])}</span>;
}

/** 'unknown' as a value that somebody gave. */
export function Unknown({ children }: { children?: string }) {
  const text = useText();
  return <span className="unknown">{children ?? text("ui.unknown")}</span>;
}
