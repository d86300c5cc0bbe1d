import { FIGURES, type FigureId } from "#app/domain/figures/definition.ts";
import { CountPair } from "../ui/quantity.tsx";
import { RichText, useFormat, useText } from "../ui/text-context.tsx";
import { Time } from "../ui/time.tsx";
import { ComparedLine } from "./compared-cells.tsx";
import { CoverageLine } from "./coverage-line.tsx";
import { leftOutWords } from "./drawing-words.ts";
import { useMarking } from "./markings.tsx";
import type { Reckoning } from "./reckoning.ts";

type FigureCaptionProps = { figure: FigureId; reckoning: Reckoning };

/** n, confirmed and provisional, cut-off, rule, what was left out, what the records are, and the definition on asking. */
export function FigureCaption({ figure, reckoning }: FigureCaptionProps) {
  const text = useText();
  const marking = useMarking(reckoning.marking);
  const { rule, definition } = FIGURES[figure];
  const { cases, asOf } = reckoning;
  return (
    <div className="figure-caption">
      <p>
        <RichText id="figure.caption.n" values={{ n: cases.total }} /> <CountPair {...cases} />
        {" · "}
        <RichText id="figure.caption.as_of" tags={{ time: () => <Time at={asOf} as="moment" /> }} />
        {" · "}
        {text("figure.caption.rule", { rule })}
        <LeftOut excluded={reckoning.excluded} />
      </p>
      {reckoning.behind && <CoverageLine behind={reckoning.behind} />}
      {reckoning.compared && <ComparedLine compared={reckoning.compared} />}
      {marking && <p className="figure-marking">{marking}</p>}
      <details className="definition">
        <summary>{text("figure.definition")}</summary>
        <p>{text(definition)}</p>
      </details>
    </div>
  );
}

function LeftOut({ excluded }: { excluded: Reckoning["excluded"] }) {
  const text = useText();
  const format = useFormat();
  const parts = leftOutWords(excluded, text);
  if (parts.length === 0) return null;
  return <>{` · ${text("figure.left_out", { what: format.list(parts) })}`}</>;
}
