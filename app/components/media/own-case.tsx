import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskChoice, AskDay, AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { OPEN_KINDS } from "#app/domain/media.ts";
import { doneBy } from "./answers.ts";
import type { MediaProps } from "./media-page.tsx";
import type { OwnCase } from "./media-types.ts";

type CaseProps = MediaProps & { ownCase: OwnCase };

/** One own case: marked open, said to be public already, and its photos. */
export function OwnCaseForms(props: CaseProps) {
  const { ownCase, home } = props;
  const text = useText();
  return (
    <div id="case" className="media-part">
      <h3 className="heading">
        <Link to={`${home}/seizures/${ownCase.seizure}`} className="code link">
          {ownCase.caseNo}
        </Link>
      </h3>
      <MarkForm {...props} />
      <KnownForm {...props} />
      <p className="strong">{text("media.own.photos")}</p>
      {ownCase.photos.length === 0 && <p className="muted">{text("media.own.photos.none")}</p>}
      <ul className="media-pictures">
        {ownCase.photos.map((id, at) => (
          <li key={id}>
            <Link to={`?case=${encodeURIComponent(ownCase.caseNo)}&mask=${id}#mask`}>
              <img
                src={`${home}/attachments/${id}/thumb`}
                alt={text("media.own.photo", { n: at + 1 })}
                loading="lazy"
              />
              {text("media.own.mask")}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MarkForm({ ownCase, answer, command, zone }: CaseProps) {
  const text = useText();
  const format = useFormat();
  const refused = refusalOf(answer, "mark_open");
  const labels = { reason: text("media.open.reason"), untilDay: text("media.open.until.day") };
  return (
    <details key={useRounds(answer, doneBy("mark_open"))} open={refused !== undefined || undefined}>
      <summary>{text("media.open.begin")}</summary>
      <CommandForm command={command} intent="mark_open" hidden={{ case: ownCase.caseNo }} className="media-form">
        <FormState refused={refused} initial={{ kind: "arrest" }}>
          <p className="muted">{text("media.open.hint")}</p>
          <FormErrors refused={refused} labels={labels} />
          <AskChoice
            name="kind"
            label={text("media.open.kind")}
            options={OPEN_KINDS.map((value) => ({ value, label: text(`media.open.kind.${value}`) }))}
          />
          <AskText name="reason" label={labels.reason} hint={text("media.open.reason.hint")} />
          <div className="media-minute">
            <AskDay name="untilDay" label={labels.untilDay} optional />
            <AskText name="untilTime" label={text("media.plan.time")} input={{ type: "time" }} optional />
          </div>
          <p className="muted">{text("media.plan.zone", { zone: format.zoneName(zone) })}</p>
          <div>
            <Send>{text("media.open.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

function KnownForm({ ownCase, answer, command }: CaseProps) {
  const text = useText();
  const refused = refusalOf(answer, "say_known");
  const labels = {
    outlet: text("media.known.outlet"),
    source: text("media.known.source"),
    day: text("media.known.day"),
  };
  return (
    <details key={useRounds(answer, doneBy("say_known"))} open={refused !== undefined || undefined}>
      <summary>{text("media.known.begin")}</summary>
      <CommandForm command={command} intent="say_known" hidden={{ case: ownCase.caseNo }} className="media-form">
        <FormState refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <AskText name="outlet" label={labels.outlet} />
          <AskArea name="source" label={labels.source} hint={text("media.known.source.hint")} rows={2} optional />
          <AskDay name="day" label={labels.day} />
          <div>
            <Send>{text("media.known.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}
