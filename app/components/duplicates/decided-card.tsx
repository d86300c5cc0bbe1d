import { Form } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { DecidedPair } from "./duplicate-types.ts";
import { SidesTable } from "./sides-table.tsx";

type DecidedCardProps = { pair: DecidedPair; home: string; answer: unknown };

/** A proposal and who has agreed, or what was decided; owners agree, refuse and take back. */
export function DecidedCard({ pair, home, answer }: DecidedCardProps) {
  const text = useText();
  const { id, sides, state, note, closedNote, proposedAt, may, commands, agreed } = pair;
  const refused = ["agree", "close"]
    .map((intent) => refusalOf(answer, intent))
    .find((one) => one?.form.duplicate === id);
  const errors = refused?.fields.note ?? [];
  return (
    <li className="pair">
      <p className="pair-reasons">
        <Tag tone={state === "proposed" ? "lamp" : "plain"}>{text.label(`duplicates.state.${state}`)}</Tag>
        <span className="caption">
          <Time at={proposedAt} />
        </span>
        {note && <q>{note}</q>}
        {closedNote && <q>{closedNote}</q>}
      </p>
      {state === "proposed" && (
        <p className="caption">
          {sides
            .map(({ agency }, index) => text(agreed[index] ? "duplicates.agreed" : "duplicates.awaited", { agency }))
            .join(" · ")}
        </p>
      )}
      <details open={state === "proposed"}>
        <summary>{text("duplicates.beside", { left: sides[0].messageNo, right: sides[1].messageNo })}</summary>
        <SidesTable sides={sides} home={home} heads={[text("duplicates.kept"), text("duplicates.dropped")]} />
      </details>
      {refused && errors.length === 0 && (
        <p className="message message-error" role="alert">
          {text.error(refused.problem, refused.values)}
        </p>
      )}
      {may.agree && (
        <Form method="post" replace preventScrollReset>
          <Hidden intent="agree" command={commands.agree} duplicate={id} />
          <Button kind="primary">{text("duplicates.agree_act")}</Button>
        </Form>
      )}
      {may.close && (
        <Form method="post" replace preventScrollReset className="pair-acts">
          <Hidden intent="close" command={commands.close} duplicate={id} />
          <Field label={text("duplicates.why")} errors={errors}>
            <TextInput name="note" defaultValue={String(refused?.form.note ?? "")} />
          </Field>
          <Button>{text.label(`duplicates.close.${state}`)}</Button>
        </Form>
      )}
    </li>
  );
}

function Hidden({ intent, command, duplicate }: { intent: string; command: string; duplicate: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="duplicate" value={duplicate} />
    </>
  );
}
