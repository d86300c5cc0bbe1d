import { NOT_KNOWN } from "#app/domain/flow.ts";
import { useText } from "../ui/text-context.tsx";

/** How a country in its stage, or a step between two, is called. */
export function useFlowName(countryName: (code: string) => string): (flow: string) => string {
  const text = useText();
  const country = (code: string) => (code === NOT_KNOWN ? text("figure.flow.unknown") : countryName(code));
  const staged = (end: string) =>
    text("figure.flow.staged", {
      stage: text.label(`figure.flow.stage.${end.slice(0, 1)}`),
      country: country(end.slice(1)),
    });
  return (flow) => {
    const [from = "", to] = flow.split(">");
    if (to === undefined) return staged(from);
    return text("figure.flow.step", { from: staged(from), to: staged(to) });
  };
}
