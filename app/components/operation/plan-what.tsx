import { AskArea, AskSeveral, AskText } from "#app/components/form/ask.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { PlanSection } from "./plan-section.tsx";

type PlanWhatProps = {
  /** Asked for once, when the operation opens. */
  withCode?: boolean;
};

/** What the operation is called and what it is for. */
export function PlanWhat({ withCode = false }: PlanWhatProps) {
  const text = useText();
  return (
    <PlanSection id="what" title={text("plan.what")}>
      <div className="fields">
        <AskText name="plan.name" label={text("plan.name")} hint={text("plan.name.hint")} />
        <AskText name="plan.edition" label={text("plan.edition")} hint={text("plan.edition.hint")} optional />
      </div>
      {withCode && (
        <AskText
          name="code"
          label={text("plan.code")}
          hint={text("plan.code.hint")}
          input={{ spellCheck: false, autoCapitalize: "characters", maxLength: 12 }}
        />
      )}
      <AskArea name="plan.objectives" label={text("plan.objectives")} hint={text("plan.objectives.hint")} rows={5} />
    </PlanSection>
  );
}

/** The goods that count, by groups of the commodity tree. */
export function PlanScope({ groups }: { groups: readonly string[] }) {
  const text = useText();
  return (
    <PlanSection id="scope" title={text("plan.scope")} lead={text("plan.scope.lead")}>
      <AskSeveral
        name="plan.scope[]"
        label={text("plan.scope.groups")}
        choices={groups.map((group) => ({
          value: group,
          label: text.commodity(group),
          mark: <CommodityMark slot={slotOf(group)} />,
        }))}
      />
    </PlanSection>
  );
}
