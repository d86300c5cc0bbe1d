import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer, FormValues } from "#app/form-answer.ts";
import { PlanBoundaries, PlanHandling } from "./plan-handling.tsx";
import { usePlanLabels } from "./plan-labels.ts";
import { PlanTimes } from "./plan-times.tsx";
import { PlanScope, PlanWhat } from "./plan-what.tsx";
import { StalePlan } from "./stale-plan.tsx";
import "./plan.css";

type PlanChangeProps = {
  initial: FormValues;
  /** The version that the change begins from. */
  version: number;
  /** Zone, first day and borders hold already. */
  fixed: boolean;
  groups: readonly string[];
  handlings: readonly string[];
  zones: readonly string[];
  command: string;
  refused: FormAnswer | undefined;
};

/** The plan as a form. Where somebody was faster, both versions are shown before this one may take its place. */
export function PlanChange({ initial, version, fixed, groups, handlings, zones, command, refused }: PlanChangeProps) {
  const text = useText();
  const labels = usePlanLabels();
  const theirs = refused?.current as FormValues | undefined;
  const base = theirs ? Number(refused?.values.version) : version;
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <h1 className="title">{text("plan.change")}</h1>
          <p className="page-lead">{fixed ? text("plan.fixed") : text("plan.change.lead")}</p>
        </div>
      </header>
      <FormState initial={initial} refused={refused}>
        <CommandForm command={command} hidden={{ version: String(base) }} className="plan">
          {theirs ? (
            <StalePlan yours={refused?.form ?? {}} theirs={theirs} version={base} />
          ) : (
            <FormErrors refused={refused} labels={labels} />
          )}
          <PlanWhat />
          <PlanScope groups={groups} />
          <PlanTimes zones={zones} fixed={fixed} />
          <PlanHandling handlings={handlings} />
          <PlanBoundaries fixed={fixed} />
          <div className="form-foot plan-foot">
            <Send size="large">{text(theirs ? "plan.change.over" : "plan.change.submit", { n: base + 1 })}</Send>
            <LinkButton to="../plan" relative="path" kind="quiet">
              {text("form.keep")}
            </LinkButton>
          </div>
        </CommandForm>
      </FormState>
    </div>
  );
}
