import { useText } from "./text-context.tsx";

/** What one administration has said for the day or the span. */
export type Tooth = "full" | "nil" | "missing" | "part" | "not_due";

type CoverageCombProps = {
  /** One per administration, in the operation's order. */
  teeth: readonly { name: string; state: Tooth }[];
  /** A sentence beside the comb says it already: the drawing is then silent. */
  silent?: boolean;
};

/** Who stands behind a total: full reported, hollow nil, hatched missing, half some days. */
export function CoverageComb({ teeth, silent = false }: CoverageCombProps) {
  const text = useText();
  const count = (state: Tooth) => teeth.filter((tooth) => tooth.state === state).length;
  const summary = text("ui.coverage.summary", {
    total: teeth.length,
    full: count("full"),
    nil: count("nil"),
    missing: count("missing"),
    part: count("part"),
  });
  const naming = silent ? { "aria-hidden": true } : { role: "img", "aria-label": summary };
  return (
    <span className="comb" {...naming}>
      {teeth.map(({ name, state }) => (
        <i key={name} className={`tooth tooth-${state}`} title={text(`ui.coverage.${state}`, { name })} />
      ))}
    </span>
  );
}
