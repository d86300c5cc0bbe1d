import type { FlowStage } from "#app/domain/flow.ts";
import { useText } from "../ui/text-context.tsx";

/** How the columns of a flow are called. */
export function useStageNames(): Record<FlowStage, string> {
  const text = useText();
  return {
    o: text("figure.flow.stage.o"),
    t: text("figure.flow.stage.t"),
    s: text("figure.flow.stage.s"),
    d: text("figure.flow.stage.d"),
  };
}
