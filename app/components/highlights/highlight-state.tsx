import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { HighlightState } from "#app/domain/operation-report/highlight.ts";
import type { HighlightLine } from "./highlight-types.ts";

const TONES: Record<HighlightState, "passed" | "lamp" | "danger" | "warn"> = {
  cleared: "passed",
  asked: "lamp",
  refused: "danger",
  wider: "warn",
  barred: "danger",
  away: "warn",
};

export function HighlightStateTag({ state }: { state: HighlightState }) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`operation_report.highlight.state.${state}`)}</Tag>;
}

/** Why it stands where it does, where that is not in the owners' answers. */
export function HighlightWhy({ state, audience, handling }: Pick<HighlightLine, "state" | "audience" | "handling">) {
  const text = useText();
  if (state !== "wider" && state !== "barred" && state !== "away") return null;
  const values = { handling, audience: text(`operation_report.audience.${audience}`) };
  return <p className="highlight-why">{text(`operation_report.highlight.why.${state}`, values)}</p>;
}
