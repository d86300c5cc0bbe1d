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

/** A pair that nobody has decided on: why it was found, both messages, and the two answers. */
export function FoundCard({ pair, home, answer }: FoundCardProps) {
  const text = useText();
  const { sides, commands } = pair;
  const ids = sides.map(({ id }) => id);
  const refused = ["merge", "apart"]
    .map((intent) => refusalOf(answer, intent))
    .find((one) => one?.form.id === commands.pair || ids.every((id) => String(one?.form.pair).includes(id)));
  return (
    <li className="pair">
      <Reasons pair={pair} />
      <details open={pair.certain}>
        <summary>{text("duplicates.beside", { left: sides[0].messageNo, right: sides[1].messageNo })}</summary>
        <SidesTable sides={sides} home={home} />
      </details>
      <CommandForm command={commands.merge} intent="merge" replace className="pair-acts">
        <input type="hidden" name="id" value={commands.pair} />
        <Refusal refused={refused} />
        <Field label={text("duplicates.note")} optional>
          <TextInput name="note" defaultValue={String(refused?.form.note ?? "")} />
        </Field>
        <div className="row wrap">
          {[ids, ids.toReversed()].map((pairIds, index) => (
            <Button
              key={pairIds.join(" ")}
              name="pair"
              value={pairIds.join(" ")}
              kind={index === 0 ? "primary" : "plain"}
            >
              {text("duplicates.merge", { no: sides[index]?.messageNo ?? "" })}
            </Button>
          ))}
        </div>
      </CommandForm>
      <CommandForm command={commands.apart} intent="apart" replace>
        <input type="hidden" name="id" value={commands.pair} />
        <input type="hidden" name="pair" value={ids.join(" ")} />
        <Button>{text("duplicates.apart")}</Button>
      </CommandForm>
    </li>
  );
}

/** What speaks for one case and what against it. */
function Reasons({ pair: { certain, score, reasons } }: { pair: FoundPair }) {
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
      {agrees && <span>{text("duplicates.agree", { what: agrees })}</span>}
      {near && <span className="muted">{text("duplicates.near", { what: near })}</span>}
      {differs && <span className="muted">{text("duplicates.differ", { what: differs })}</span>}
    </p>
  );
}
