import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
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
  const { id, kind, sides, state, note, closedNote, proposedAt, may, commands, agreed } = pair;
  const refused = ["agree", "close"]
    .map((intent) => refusalOf(answer, intent))
    .find((one) => one?.form.duplicate === id);
  const errors = refused?.fields.note ?? [];
  return (
    <li className="pair" id={`pair-${id}`}>
      <p className="pair-reasons">
        <Tag tone={state === "proposed" ? "lamp" : "plain"}>{text.label(`duplicates.state.${state}`)}</Tag>
        {kind === "same_consignment" && state !== "joined" && <Tag>{text("duplicates.kind.same_consignment")}</Tag>}
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
        <SidesTable
          sides={sides}
          home={home}
          heads={kind === "duplicate" ? [text("duplicates.kept"), text("duplicates.dropped")] : undefined}
        />
      </details>
      {errors.length === 0 && <Refusal refused={refused} />}
      {may.agree && (
        <CommandForm command={commands.agree} intent="agree" hidden={{ duplicate: id }} replace>
          <Button kind="primary">{text(`duplicates.agree_act.${kind}`)}</Button>
        </CommandForm>
      )}
      {may.close && (
        <CommandForm command={commands.close} intent="close" hidden={{ duplicate: id }} replace className="pair-acts">
          <Field label={text("duplicates.why")} errors={errors}>
            <TextInput name="note" defaultValue={String(refused?.form.note ?? "")} />
          </Field>
          <Button>{text.label(`duplicates.close.${state}`)}</Button>
        </CommandForm>
      )}
    </li>
  );
}
