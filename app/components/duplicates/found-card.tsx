import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { FoundPair } from "./duplicate-types.ts";
import { SidesTable } from "./sides-table.tsx";

type FoundCardProps = { pair: FoundPair; home: string; answer: unknown };

/** A pair that nobody has decided on: why it was found, both messages, and the answers. */
export function FoundCard({ pair, home, answer }: FoundCardProps) {
  const text = useText();
  const { sides, commands } = pair;
  const ids = sides.map(({ id }) => id);
  const refused = ["merge", "join", "apart"]
    .map((intent) => refusalOf(answer, intent))
    .find((one) => one?.form.id === commands.pair || ids.every((id) => String(one?.form.pair).includes(id)));
  return (
    <li className="pair">
      <Reasons pair={pair} />
      <details open={pair.certain}>
        <summary>{text("duplicates.beside", { left: sides[0].messageNo, right: sides[1].messageNo })}</summary>
        <SidesTable sides={sides} home={home} />
      </details>
      <Refusal refused={refused} />
      <Answers pair={pair} note={refused?.form.note} />
    </li>
  );
}

/**
 * One word to the owners and every answer in one form. A button says its intent or its order of the pair; what it leaves
 * out follows behind the buttons, since of two values of one name the first counts.
 */
function Answers({ pair: { kind, sides, commands }, note }: { pair: FoundPair; note: unknown }) {
  const text = useText();
  const ids = sides.map(({ id }) => id);
  const foreign = sides[0].reporter !== sides[1].reporter;
  const orders = kind === "duplicate" ? [ids, [...ids].reverse()] : [];
  return (
    <CommandForm command={commands.answer} hidden={{ id: commands.pair }} replace className="pair-acts">
      <Field label={text("duplicates.note")} optional>
        <TextInput name="note" defaultValue={String(note ?? "")} />
      </Field>
      <div className="row wrap">
        {orders.map((order, index) => (
          <Button key={order.join(" ")} name="pair" value={order.join(" ")} kind={index === 0 ? "lamp" : "plain"}>
            {text("duplicates.merge", { no: sides[index]?.messageNo ?? "" })}
          </Button>
        ))}
        {foreign && (
          <Button name="intent" value="join" kind={kind === "duplicate" ? "plain" : "lamp"}>
            {text("duplicates.join")}
          </Button>
        )}
        <Button name="intent" value="apart">
          {text("duplicates.apart")}
        </Button>
      </div>
      <input type="hidden" name="intent" value="merge" />
      <input type="hidden" name="pair" value={ids.join(" ")} />
    </CommandForm>
  );
}

/** What speaks for one case and what against it. */
function Reasons({ pair: { kind, certain, score, reasons } }: { pair: FoundPair }) {
  const text = useText();
  const format = useFormat();
  const said = (says: string) =>
    format.list(
      reasons.filter((reason) => reason.says === says).map(({ about }) => text.label(`duplicates.about.${about}`)),
    );
  const [agrees, near, differs] = [said("agrees"), said("near"), said("differs")];
  return (
    <p className="pair-reasons">
      <Tag tone={certain ? "warn" : "lamp"}>
        {certain ? text("duplicates.certain") : text("duplicates.score", { percent: Math.round(score * 100) })}
      </Tag>
      {kind === "same_consignment" && <Tag>{text("duplicates.kind.same_consignment")}</Tag>}
      {agrees && <span>{text("duplicates.agree", { what: agrees })}</span>}
      {near && <span className="muted">{text("duplicates.near", { what: near })}</span>}
      {differs && <span className="muted">{text("duplicates.differ", { what: differs })}</span>}
    </p>
  );
}
