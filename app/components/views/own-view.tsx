import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskText, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { filterOf } from "#app/domain/saved-view.ts";
import { ViewHead } from "./view-head.tsx";
import { useViewPlaces } from "./view-place.ts";
import type { View } from "./views-types.ts";

type OwnViewProps = { view: View; command: string; keeps: boolean; answer: unknown; formKey: string };

/** A view that the reader made: what it shows, whom it tells, and what can be done with it. */
export function OwnView(props: OwnViewProps) {
  const { view, keeps, command, answer } = props;
  const text = useText();
  const { home } = useViewPlaces();
  const refused = refusalAbout(answer, "drop", view.id);
  return (
    <li className="view-line">
      <div>
        <ViewHead view={view}>{view.shared && <Tag>{text("views.shared.tag")}</Tag>}</ViewHead>
        {view.shared && (
          <p className="caption">
            <Link to={`${home}/${view.id}`}>{text("views.pass_on")}</Link>
          </p>
        )}
        <WatchWords view={view} />
        <FormErrors refused={refused} />
      </div>
      {keeps && (
        <div className="view-forms">
          <WatchForm {...props} />
          <RenameForm {...props} />
          <ConfirmSend
            command={command}
            intent="drop"
            hidden={{ view: view.id }}
            kind="plain"
            size="small"
            label={text("views.drop")}
            title={text("views.drop.title", { name: view.name })}
            confirm={text("views.drop")}
            keep={text("form.keep")}
          >
            {text(view.shared ? "views.drop.text.shared" : "views.drop.text")}
          </ConfirmSend>
        </div>
      )}
    </li>
  );
}

function WatchWords({ view: { watch, query } }: { view: View }) {
  const text = useText();
  if (!watch) return null;
  if (filterOf(query).dropped.length > 0) return <p className="warn">{text("views.watch.rests")}</p>;
  const { threshold, days } = watch;
  return (
    <p>
      <Tag tone="lamp">
        {days === null
          ? text("views.watch.holds", { n: threshold })
          : text("views.watch.holds.days", { n: threshold, days })}
      </Tag>
    </p>
  );
}

/** From how many new cases on, and of which days: without days of all. */
function WatchForm({ view, command, answer, formKey }: OwnViewProps) {
  const text = useText();
  const refused = refusalAbout(answer, "watch", view.id);
  const labels = { threshold: text("views.watch.threshold"), days: text("views.watch.days") };
  const initial = { threshold: String(view.watch?.threshold ?? 1), days: String(view.watch?.days ?? "") };
  const whole = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <details className="view-more" key={`watch ${formKey}`} open={refused ? true : undefined}>
      <summary className="button button-small">{text(view.watch ? "views.watch.change" : "views.watch")}</summary>
      <FormState initial={initial} refused={refused}>
        <CommandForm command={command} intent="watch" hidden={{ view: view.id }} className="stack view-form">
          <FormErrors refused={refused} labels={labels} />
          <p className="caption">{text("views.watch.note")}</p>
          <div className="fields">
            <AskText
              name="threshold"
              label={labels.threshold}
              hint={text("views.watch.threshold.hint")}
              input={whole}
            />
            <AskText name="days" label={labels.days} hint={text("views.watch.days.hint")} input={whole} optional />
          </div>
          <div>
            <Send kind="plain">{text("views.watch.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
      {view.watch && (
        <CommandForm command={command} intent="unwatch" hidden={{ view: view.id }} className="view-form">
          <Send kind="plain">{text("views.watch.stop")}</Send>
        </CommandForm>
      )}
    </details>
  );
}

function RenameForm({ view, command, answer, formKey }: OwnViewProps) {
  const text = useText();
  const refused = refusalAbout(answer, "rename", view.id);
  const { id, name, version, shared } = view;
  const hidden = { view: id, base: String(version) };
  return (
    <details className="view-more" key={`rename ${formKey} ${version}`} open={refused ? true : undefined}>
      <summary className="button button-small">{text("views.rename")}</summary>
      <FormState initial={{ name, shared: shared ? "yes" : "" }} refused={refused}>
        <CommandForm command={command} intent="rename" hidden={hidden} className="stack view-form">
          <FormErrors refused={refused} labels={{ name: text("views.name") }} />
          <AskText name="name" label={text("views.name")} input={{ maxLength: 80, autoComplete: "off" }} />
          <AskYes name="shared">{text("views.share")}</AskYes>
          <p className="caption">{text("views.share.note")}</p>
          <div>
            <Send kind="plain">{text("views.rename.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </details>
  );
}

/** The refusal of a form that stands on the page once for each view. */
function refusalAbout(answer: unknown, intent: string, view: string) {
  const refused = refusalOf(answer, intent);
  return refused?.form.view === view ? refused : undefined;
}
