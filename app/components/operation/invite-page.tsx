import { AddAdministration } from "#app/components/account/add-administration.tsx";
import { AddAgency } from "#app/components/account/add-agency.tsx";
import { AgencySelect } from "#app/components/account/agency-select.tsx";
import type { OrganisationView } from "#app/components/account/organisation-types.ts";
import { Ask, AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState, useTyped } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { StepsChoice } from "./participant-choice.tsx";

type InvitePageProps = {
  organisations: readonly OrganisationView[];
  /** Agencies that do not take part. */
  outside: readonly OrganisationView[];
  officialNames: readonly { id: string; name: string }[];
  agency: string;
  id: string;
  command: string;
  refused: Record<"invite" | "administration" | "agency", FormAnswer | undefined>;
};

/** One agency more; one that no list knows yet is added beside. */
export function InvitePage(props: InvitePageProps) {
  const { organisations, outside, agency, id, command, refused } = props;
  const text = useText();
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <h1 className="title">{text("participants.invite")}</h1>
          <p className="page-lead">{text("participants.invite.lead")}</p>
        </div>
      </header>
      <div className="parts parts-two">
        <InviteForm {...props} key={agency} refused={refused.invite} />
        <div className="stack gap-4" key={`${agency} ${organisations.length}`}>
          <p className="muted">{text("participants.invite.missing")}</p>
          <AddAdministration id={id} command={command} refused={refused.administration} />
          <AddAgency organisations={organisations} id={id} command={command} refused={refused.agency} />
          {outside.length === 0 && <p className="faint">{text("participants.invite.all_in")}</p>}
        </div>
      </div>
    </div>
  );
}

type InviteFormProps = Omit<InvitePageProps, "refused"> & { refused: FormAnswer | undefined };

function InviteForm({ outside, officialNames, agency, command, refused }: InviteFormProps) {
  const text = useText();
  const head = outside.find(({ agencies }) => agencies.some(({ id }) => id === agency));
  const officialName = officialNames.find(({ id }) => id === head?.id)?.name ?? "";
  const labels = {
    agencyId: text("form.agency"),
    officialName: text("plan.official_name"),
    clearanceSteps: text("plan.steps"),
  };
  const initial = { agencyId: agency, officialName, clearanceSteps: "1", readsAll: "yes" };
  return (
    <FormState initial={initial} refused={refused}>
      <CommandForm command={command} intent="invite" className="form">
        <FormErrors refused={refused} labels={labels} />
        <AgencyChoice outside={outside} />
        <AskText name="officialName" label={labels.officialName} hint={text("participants.official_name.hint")} />
        <StepsChoice name="clearanceSteps" hint={text("plan.steps.hint")} />
        <AskYes name="readsAll">{text("plan.reads_all")}</AskYes>
        <AskYes name="leads">{text("plan.leads_too")}</AskYes>
        <div className="form-foot">
          <Send>{text("participants.invite.submit")}</Send>
          <LinkButton to=".." relative="path" kind="quiet">
            {text("ui.cancel")}
          </LinkButton>
        </div>
      </CommandForm>
    </FormState>
  );
}

function AgencyChoice({ outside }: Pick<InvitePageProps, "outside">) {
  const text = useText();
  return (
    <Ask name="agencyId" label={text("form.agency")}>
      <AgencySelect name="agencyId" organisations={outside} initial={useTyped("agencyId")} none={text("form.choose")} />
    </Ask>
  );
}
