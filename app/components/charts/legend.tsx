import { MIXED } from "#app/domain/figures/definition.ts";
import { CertaintyMark, CommodityMark } from "../ui/marks.tsx";
import { useText } from "../ui/text-context.tsx";
import type { Kind } from "./stack.ts";

/** The name of a kind: a slot, or several in one case. */
export function useKindName(): (kind: Kind) => string {
  const text = useText();
  return (kind) => (kind === MIXED ? text("figure.kind.mixed") : text(`slot.${kind}`));
}

export function KindMark({ kind, hollow }: { kind: Kind; hollow?: boolean }) {
  if (kind === MIXED) return <span className={`kind-mixed${hollow ? " kind-mixed-hollow" : ""}`} aria-hidden="true" />;
  return <CommodityMark slot={kind} hollow={hollow} />;
}

/** The kinds that are on the chart, each with its mark and its word. */
export function KindLegend({ kinds }: { kinds: readonly Kind[] }) {
  const nameOf = useKindName();
  return (
    <ul className="legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <KindMark kind={kind} />
          {nameOf(kind)}
        </li>
      ))}
    </ul>
  );
}

/** Filled confirmed, hollow provisional: once for the page. */
export function CertaintyLegend() {
  const text = useText();
  return (
    <ul className="legend">
      {(["confirmed", "provisional"] as const).map((certainty) => (
        <li key={certainty}>
          <CertaintyMark certainty={certainty} />
          <span className={certainty === "provisional" ? "provisional" : undefined}>{text(`ui.${certainty}`)}</span>
        </li>
      ))}
    </ul>
  );
}
