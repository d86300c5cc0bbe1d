import type { CaseCount, EvaluatedFigures } from "#app/domain/figures/result.ts";
import { type FlowStage, NOT_KNOWN } from "#app/domain/flow.ts";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { CountHeads } from "./count-heads.tsx";
import { DrillCount } from "./drill-count.tsx";
import { useStageNames } from "./stage-names.ts";

export type Step = CaseCount & { key: string; from: string; to: string };

/** Every step between two countries, most cases first: the drawing names some of them, this all. */
export function useSteps(rows: EvaluatedFigures["flows"], nameOf: (country: string) => string): Step[] {
  const text = useText();
  const stages = useStageNames();
  const staged = (end: string) => {
    const country = end.slice(1) === NOT_KNOWN ? text("figure.flow.unknown") : nameOf(end.slice(1));
    const stage = stages[end.slice(0, 1) as FlowStage];
    return text("figure.flow.staged", { stage, country });
  };
  return rows
    .flatMap(({ key: { flow }, ...count }) => {
      const [from, to] = (flow ?? "").split(">");
      return flow && from && to ? [{ ...count, key: flow, from: staged(from), to: staged(to) }] : [];
    })
    .sort((left, right) => right.total - left.total || (left.key < right.key ? -1 : 1));
}

type FlowTableProps = { title: string; steps: readonly Step[]; linkOf?: (flow: string) => string };

export function FlowTable({ title, steps, linkOf }: FlowTableProps) {
  const text = useText();
  const format = useFormat();
  return (
    <TableFrame label={text("figure.table_of", { title })}>
      <table className="table drill-table">
        <caption className="aside">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text("figure.flow.from")}</th>
            <th scope="col">{text("figure.flow.to")}</th>
            <CountHeads />
          </tr>
        </thead>
        <tbody>
          {steps.map(({ key, from, to, total, confirmed, provisional }) => (
            <tr key={key}>
              <th scope="row">{from}</th>
              <td>{to}</td>
              <td className="numeric bar-total">
                <DrillCount count={total} to={linkOf?.(key) ?? null} />
              </td>
              <td className="numeric">{format.number(confirmed)}</td>
              <td className="numeric provisional">{format.number(provisional)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
