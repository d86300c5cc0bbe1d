import { Link } from "@remix-run/react";
import { FLOW_STAGES, type FlowStage, NOT_KNOWN } from "#app/domain/flow.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import { columnOf, type FlowLayout, type FlowNode, REST, ribbonPath } from "./flow-layout.ts";

type FlowPlotProps = {
  layout: FlowLayout;
  heads: Record<FlowStage, string>;
  labelOf: (node: FlowNode) => string;
  linkOf?: (flow: string) => string;
};

const SIZE = 1000;
const BAR = 9;
const FRAME = { left: 0, top: 0, width: SIZE, height: SIZE, bar: BAR };

/**
 * Drawn on the server and as wide as there is room: ribbons are stretched, words are not. Every country is a link to its
 * reports, so that the drawing can be walked along by keyboard.
 */
export function FlowPlot({ layout, heads, labelOf, linkOf }: FlowPlotProps) {
  const text = useText();
  return (
    <figure className="flow" aria-label={text("figure.title.flows")}>
      <div className="flow-heads" aria-hidden="true">
        {FLOW_STAGES.map((stage) => (
          <span key={stage} className={`flow-at-${stage}`}>
            {heads[stage]}
          </span>
        ))}
      </div>
      <div className="flow-area">
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          {layout.ribbons.map((ribbon) => (
            <path
              key={ribbon.key}
              className={
                ribbon.intended ? (ribbon.thin ? "flow-intended" : "flow-intended flow-outlined") : "flow-ribbon"
              }
              d={ribbonPath(ribbon, FRAME)}
            />
          ))}
          {layout.nodes.map(({ key, stage, country, top, height }) => (
            <rect
              key={key}
              className={country === NOT_KNOWN ? "flow-node flow-unknown" : "flow-node"}
              x={columnOf(stage) * SIZE}
              y={top * SIZE}
              width={BAR}
              height={Math.max(3, height * SIZE)}
            />
          ))}
        </svg>
        {layout.nodes.map((node) => (
          <FlowLabel
            key={node.key}
            node={node}
            head={heads[node.stage]}
            label={labelOf(node)}
            to={node.country === REST ? null : (linkOf?.(node.key) ?? null)}
          />
        ))}
      </div>
    </figure>
  );
}

type LabelProps = { node: FlowNode; head: string; label: string; to: string | null };

function FlowLabel({ node, head, label, to }: LabelProps) {
  const text = useText();
  const format = useFormat();
  const words = (
    <>
      <span className={node.country === NOT_KNOWN ? "flow-name unknown" : "flow-name"}>{label}</span>
      <b>{format.number(node.count)}</b>
    </>
  );
  const place = { insetBlockStart: `${100 * (node.top + node.height / 2)}%` };
  const said = text("figure.flow.staged", { stage: head, country: label });
  return (
    <span className={`flow-label flow-at-${node.stage}`} style={place} title={`${said}, ${format.number(node.count)}`}>
      {to ? (
        <Link to={to} aria-label={`${said}. ${text("pivot.show", { n: node.count })}`}>
          {words}
        </Link>
      ) : (
        words
      )}
    </span>
  );
}
