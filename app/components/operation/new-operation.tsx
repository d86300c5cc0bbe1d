import { AccountFrame } from "#app/components/account/account-frame.tsx";
import type { OrganisationView } from "#app/components/account/organisation-types.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer, FormValues } from "#app/form-answer.ts";
import { ParticipantChoice } from "./participant-choice.tsx";
import { PlanBoundaries, PlanHandling } from "./plan-handling.tsx";
import { usePlanLabels } from "./plan-labels.ts";
import { PlanTimes } from "./plan-times.tsx";
import { PlanScope, PlanWhat } from "./plan-what.tsx";
import "./plan.css";

type NewOperationProps = {
  organisations: readonly OrganisationView[];
  ownAgency: string;
  groups: readonly string[];
  handlings: readonly string[];
  zones: readonly string[];
  initial: FormValues;
  /** The id of the operation to be. */
  id: string;
  command: string;
  refused: FormAnswer | undefined;
};

/** Everything that a lead says of a new operation, on one page; it opens as a draft that only its members see. */
export function NewOperation(props: NewOperationProps) {
  const { organisations, ownAgency, groups, handlings, zones, initial, id, command, refused } = props;
  const text = useText();
  const labels = usePlanLabels(organisations);
  return (
    <AccountFrame title={text("plan.new.title")} lead={text("plan.new.lead")}>
      <FormState initial={initial} refused={refused}>
        <CommandForm command={command} hidden={{ id }} className="plan">
          <FormErrors refused={refused} labels={labels} />
          <PlanWhat withCode />
          <PlanScope groups={groups} />
          <PlanTimes zones={zones} />
          <ParticipantChoice organisations={organisations} ownAgency={ownAgency} />
          <PlanHandling handlings={handlings} />
          <PlanBoundaries />
          <div className="form-foot plan-foot">
            <Send size="large">{text("plan.new.submit")}</Send>
            <LinkButton to="/" kind="quiet">
              {text("ui.cancel")}
            </LinkButton>
            <p className="caption">{text("plan.new.after")}</p>
          </div>
        </CommandForm>
      </FormState>
    </AccountFrame>
  );
}
