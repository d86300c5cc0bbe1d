import { refusalOf } from "#app/components/form/answer.ts";
import { AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done as Said } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AgencyPageProps, Done } from "./agency-page.tsx";
import { StepsChoice } from "./participant-choice.tsx";

/** On what terms the agency takes part: a lead sets all of them, its contact point how its reports are cleared. */
export function AgencyTerms(props: AgencyPageProps & { done: Done | undefined }) {
  const { agency, may, answer, done } = props;
  const text = useText();
  const refused = refusalOf(answer, "terms") ?? refusalOf(answer, "steps") ?? refusalOf(answer, "leave");
  return (
    <Panel title={text("participants.terms")}>
      <div className="panel-part stack">
        <FormErrors
          refused={refused}
          labels={{
            officialName: text("plan.official_name"),
            clearanceSteps: text("plan.steps"),
            leads: text("participants.leads"),
          }}
        />
        <Said when={done?.done === "terms"}>{text("form.saved")}</Said>
        {may.invite ? (
          <LeadForm {...props} refused={refused} />
        ) : may.steps ? (
          <StepsForm {...props} refused={refused} />
        ) : (
          <p>{text("participants.steps", { n: agency.clearanceSteps })}</p>
        )}
      </div>
    </Panel>
  );
}

type TermsFormProps = AgencyPageProps & { refused: ReturnType<typeof refusalOf> };

function LeadForm({ agency, isOwn, command, refused }: TermsFormProps) {
  const text = useText();
  const initial = {
    officialName: agency.officialName,
    clearanceSteps: String(agency.clearanceSteps),
    readsAll: agency.readsAll ? "yes" : "",
    leads: agency.leads ? "yes" : "",
  };
  const back = agency.leftAt !== null;
  return (
    <FormState initial={initial} refused={refused}>
      <CommandForm command={command} intent="terms" className="form">
        <AskText
          name="officialName"
          label={text("plan.official_name")}
          hint={text("participants.official_name.hint")}
        />
        <StepsChoice name="clearanceSteps" hint={text("plan.steps.hint")} />
        <AskYes name="readsAll">{text("plan.reads_all")}</AskYes>
        {isOwn ? (
          <input type="hidden" name="leads" value="yes" />
        ) : (
          <AskYes name="leads">{text("participants.leads_here")}</AskYes>
        )}
        <div>
          <Send kind="plain">{text(back ? "participants.invite_again" : "form.save")}</Send>
        </div>
      </CommandForm>
      {!isOwn && !back && (
        <ConfirmSend
          command={command}
          intent="leave"
          label={text("participants.end")}
          title={text("participants.end.title", { name: agency.agencyName })}
          confirm={text("participants.end.confirm")}
          keep={text("form.keep")}
        >
          {text("participants.end.text")}
        </ConfirmSend>
      )}
    </FormState>
  );
}

function StepsForm({ agency, command, refused }: TermsFormProps) {
  const text = useText();
  return (
    <FormState initial={{ clearanceSteps: String(agency.clearanceSteps) }} refused={refused}>
      <CommandForm command={command} intent="steps" className="form">
        <StepsChoice name="clearanceSteps" hint={text("plan.steps.hint")} />
        <div>
          <Send kind="plain">{text("form.save")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}
