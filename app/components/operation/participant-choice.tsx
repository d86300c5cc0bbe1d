import type { AgencyView, OrganisationView } from "#app/components/account/organisation-types.ts";
import { AskChoice, AskText, AskYes } from "#app/components/form/ask.tsx";
import { anchorOf, useTyped } from "#app/components/form/form-context.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { PlanSection } from "./plan-section.tsx";
import "./plan.css";

type ParticipantChoiceProps = {
  organisations: readonly OrganisationView[];
  /** The agency of whoever opens: it leads in any case. */
  ownAgency: string;
};

/** Who takes part from the first day: agencies under the official names of their countries and territories. */
export function ParticipantChoice({ organisations, ownAgency }: ParticipantChoiceProps) {
  const text = useText();
  return (
    <PlanSection id="participants" title={text("plan.participants")} lead={text("plan.participants.lead")}>
      <ul className="choice-list">
        {organisations
          .filter(({ agencies }) => agencies.length > 0)
          .map((head) => (
            <Administration key={head.id} head={head} ownAgency={ownAgency} />
          ))}
      </ul>
    </PlanSection>
  );
}

function Administration({ head, ownAgency }: { head: OrganisationView; ownAgency: string }) {
  const text = useText();
  return (
    <li className="choice" id={anchorOf(`administration.${head.id}`)}>
      <h3 className="row">
        <span className="heading">{head.name}</span>
        <Tag code>{head.code}</Tag>
      </h3>
      {head.agencies.map((agency) => (
        <Agency key={agency.id} agency={agency} own={agency.id === ownAgency} />
      ))}
      <div className="choice-name">
        <AskText
          name={`official.${head.id}`}
          label={text("plan.official_name")}
          hint={text("plan.official_name.hint")}
        />
      </div>
    </li>
  );
}

/** The terms of an agency open when it is chosen, by style alone: without scripts too. */
function Agency({ agency, own }: { agency: AgencyView; own: boolean }) {
  const text = useText();
  const { id, name } = agency;
  const chosen = useTyped(`takes.${id}`) === "yes" || own;
  return (
    <fieldset className="choice-agency">
      <legend className="aside">{name}</legend>
      <label className="check choice-takes">
        <input
          type="checkbox"
          className="check-box"
          name={`takes.${id}`}
          value="yes"
          defaultChecked={chosen}
          disabled={own}
        />
        <span>
          {name} {own && <Tag tone="lamp">{text("plan.you_lead")}</Tag>}
        </span>
      </label>
      <div className="choice-terms">
        {!own && (
          <div className="choice-checks">
            <AskYes name={`leads.${id}`}>{text("plan.leads_too")}</AskYes>
            <AskYes name={`all.${id}`}>{text("plan.reads_all")}</AskYes>
          </div>
        )}
        <div className="fields">
          <StepsChoice name={`steps.${id}`} />
          {!own && <AskText name={`contact_name.${id}`} label={text("plan.contact_name")} optional />}
          {!own && (
            <AskText
              name={`contact_email.${id}`}
              label={text("plan.contact_email")}
              optional
              input={{ type: "email", spellCheck: false }}
            />
          )}
        </div>
      </div>
    </fieldset>
  );
}

const STEPS = [0, 1, 2, 3, 4];

/** How many national approvals the reports of an agency pass. */
export function StepsChoice({ name, hint }: { name: string; hint?: string }) {
  const text = useText();
  return (
    <AskChoice
      name={name}
      label={text("plan.steps")}
      hint={hint}
      options={STEPS.map((n) => ({ value: String(n), label: text("plan.steps.n", { n }) }))}
    />
  );
}
