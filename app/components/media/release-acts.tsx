import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskChoice, AskDay, AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { MediaProps } from "./media-page.tsx";
import type { ReleaseLine } from "./media-types.ts";
import { NameOrder } from "./name-order.tsx";

type ActsProps = MediaProps & { release: ReleaseLine };

/** What a lead may still do: other minute, other order, no release at all; of what is out, a correction. */
export function ReleaseActs(props: ActsProps) {
  const { state } = props.release;
  if (state === "cancelled") return null;
  return (
    <div className="media-acts">
      {state === "released" ? (
        <Correct {...props} />
      ) : (
        <>
          <Move {...props} />
          <NameOrder {...props} />
          <Cancel {...props} />
        </>
      )}
    </div>
  );
}

/** The refusal of this release's form of that name. */
export function refusalFor({ answer, release }: ActsProps, intent: string) {
  const refused = refusalOf(answer, intent);
  return refused?.form.release === release.id ? refused : undefined;
}

function Move(props: ActsProps) {
  const { release, command, zone } = props;
  const text = useText();
  const format = useFormat();
  const refused = refusalFor(props, "move_release");
  return (
    <details open={refused !== undefined || undefined}>
      <summary>{text("media.move")}</summary>
      <CommandForm
        key={release.releaseAt}
        command={command}
        intent="move_release"
        hidden={{ release: release.id }}
        className="media-form"
      >
        <FormState refused={refused}>
          {Object.keys(refused?.fields ?? {}).length === 0 && <Refusal refused={refused} />}
          <div className="media-minute">
            <AskDay name="day" label={text("media.plan.day")} />
            <AskText name="time" label={text("media.plan.time")} input={{ type: "time" }} />
          </div>
          <p className="muted">{text("media.plan.zone", { zone: format.zoneName(zone) })}</p>
          <div>
            <Send>{text("media.move.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

function Cancel(props: ActsProps) {
  const text = useText();
  const refused = refusalFor(props, "cancel_release");
  return (
    <details open={refused !== undefined || undefined}>
      <summary>{text("media.cancel")}</summary>
      <CommandForm
        command={props.command}
        intent="cancel_release"
        hidden={{ release: props.release.id }}
        className="media-form"
      >
        <FormState refused={refused}>
          {Object.keys(refused?.fields ?? {}).length === 0 && <Refusal refused={refused} />}
          <AskText name="why" label={text("media.why")} />
          <div>
            <Send kind="danger">{text("media.cancel.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

function Correct(props: ActsProps) {
  const text = useText();
  const { release, command } = props;
  const refused = refusalFor(props, "correct_release");
  const kinds = (["correction", "retraction"] as const).map((value) => ({
    value,
    label: text(`media.correction.${value}`),
  }));
  return (
    <details open={refused !== undefined || undefined}>
      <summary>{text("media.correct")}</summary>
      <CommandForm
        key={release.corrections.length}
        command={command}
        intent="correct_release"
        hidden={{ release: release.id }}
        className="media-form"
      >
        <FormState refused={refused} initial={{ kind: "correction" }}>
          <p className="muted">{text("media.correct.hint")}</p>
          {Object.keys(refused?.fields ?? {}).length === 0 && <Refusal refused={refused} />}
          <AskChoice name="kind" label={text("media.correct.kind")} options={kinds} />
          <AskArea name="words" label={text("media.correct.words")} rows={3} />
          <div>
            <Send>{text("media.correct.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}
