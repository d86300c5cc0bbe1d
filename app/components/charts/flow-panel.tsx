import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { FLOW_STAGES, NOT_KNOWN } from "#app/domain/flow.ts";
import { useText } from "../ui/text-context.tsx";
import { FigurePanel } from "./figure-panel.tsx";
import { type FlowLayout, type FlowNode, flowLayout, REST } from "./flow-layout.ts";
import { FlowPlot } from "./flow-plot.tsx";
import { FlowTable, useSteps } from "./flow-table.tsx";
import type { Reckoning } from "./reckoning.ts";
import { useStageNames } from "./stage-names.ts";

/** So many countries of a column stand by themselves. */
const MOST = 7;

type FlowPanelProps = {
  rows: EvaluatedFigures["flows"];
  nameOf: (country: string) => string;
  /** Where the reports of a country in its stage, or of a step, are listed. None leads to a past. */
  linkOf?: (flow: string) => string;
  reckoning: Reckoning;
};

/** From where to where goods went: origin, transit, seizure and destination side by side, as enforcement sees it. */
export function FlowPanel({ rows, nameOf, linkOf, reckoning }: FlowPanelProps) {
  const text = useText();
  const layout = flowLayout(rows, MOST);
  const labelOf = useNodeName(nameOf);
  const heads = useStageNames();
  const steps = useSteps(rows, nameOf);
  const view = text("figure.flow.view");
  const most = layout.nodes.some(({ country }) => country === REST) ? [text("figure.flow.most", { n: MOST })] : [];
  const title = text("figure.title.flows");
  return (
    <FigurePanel
      figure="flows"
      title={title}
      note={text("figure.flow.note")}
      reckoning={reckoning}
      csv={{
        header: [
          ...(["code", "from", "to"] as const).map((name) => text(`figure.csv.${name}`)),
          ...(["cases", "confirmed", "provisional"] as const).map((name) => text(`figure.csv.${name}`)),
        ],
        rows: steps.map(({ key, from, to, total, confirmed, provisional }) => [
          ...[key, from, to, total, confirmed, provisional],
        ]),
        notes: [view],
      }}
      drawing={{ kind: "flow", layout, heads, names: namesOf(layout, labelOf), notes: [view, ...most] }}
      numbers={<FlowTable title={title} steps={steps} linkOf={linkOf} />}
    >
      <FlowPlot layout={layout} heads={heads} labelOf={labelOf} linkOf={linkOf} />
      <p className="caption">{[view, ...most].join(" ")}</p>
      <p className="caution">{text("figure.caution")}</p>
    </FigurePanel>
  );
}

function useNodeName(nameOf: (country: string) => string): (node: FlowNode) => string {
  const text = useText();
  return ({ country, countries }) => {
    if (country === REST) return text("figure.flow.rest", { n: countries });
    return country === NOT_KNOWN ? text("figure.flow.unknown") : nameOf(country);
  };
}

function namesOf({ nodes }: FlowLayout, labelOf: (node: FlowNode) => string): Record<string, string> {
  const inStages = FLOW_STAGES.flatMap((stage) => nodes.filter((node) => node.stage === stage));
  return Object.fromEntries(inStages.map((node) => [node.key, labelOf(node)]));
}
