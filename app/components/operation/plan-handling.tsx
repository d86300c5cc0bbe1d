import { AskChoice, AskYes } from "#app/components/form/ask.tsx";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { JOINING_RULES } from "#app/domain/operation.ts";
import { PlanSection } from "./plan-section.tsx";

/** How what is reported is handled unless its owner says otherwise, and who reads it. */
export function PlanHandling({ handlings }: { handlings: readonly string[] }) {
  const text = useText();
  return (
    <PlanSection id="handling" title={text("plan.handling")} lead={text("plan.handling.lead")}>
      <AskChoice
        name="plan.handling"
        label={text("plan.handling.default")}
        hint={text("plan.handling.hint")}
        options={handlings.map((code) => ({ value: code, label: `${code}: ${text.code("handling", code)}` }))}
      />
      <AskOne
        name="plan.tier"
        label={text("plan.tier")}
        choices={[
          { value: "B", label: text("plan.tier.B"), note: text("plan.tier.B.note") },
          { value: "A", label: text("plan.tier.A"), note: text("plan.tier.A.note") },
        ]}
      />
      <AskOne
        name="plan.joining"
        label={text("plan.joining")}
        choices={JOINING_RULES.map((rule) => ({ value: rule, label: text(`plan.joining.${rule}`) }))}
      />
      <AskYes name="plan.reportersReadFacts">{text("plan.reporters_read")}</AskYes>
      <AskYes name="plan.showsPresence">{text("plan.presence")}</AskYes>
    </PlanSection>
  );
}

/** What the map draws of borders; a lead approves it before the operation begins. */
export function PlanBoundaries({ fixed = false }: { fixed?: boolean }) {
  const text = useText();
  return (
    <PlanSection id="borders" title={text("plan.boundaries")} lead={text("plan.boundaries.lead")}>
      <AskOne
        name="plan.boundaryProfile"
        label={text("plan.boundaries.profile")}
        lockedBy={fixed ? "" : undefined}
        choices={[
          {
            value: "no_disputed",
            label: text("plan.boundaries.no_disputed"),
            note: text("plan.boundaries.no_disputed.note"),
          },
          { value: "national", label: text("plan.boundaries.national"), note: text("plan.boundaries.national.note") },
        ]}
      />
    </PlanSection>
  );
}
