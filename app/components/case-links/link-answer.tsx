import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { LinkedPair } from "./link-types.ts";

type LinkAnswerProps = { pair: LinkedPair; answer: unknown };

/** The answers that are possible now, with a word to whoever reads both cases. */
export function LinkAnswer({ pair, answer }: LinkAnswerProps) {
  const text = useText();
  const { sides, state, base, command, mayAnswer } = pair;
  const ids = sides.map(({ id }) => id);
  const refused = refusalOf(answer, "link");
  const own = refused && ids.every((id) => String(refused.form.pair).includes(id)) ? refused : undefined;
  if (!mayAnswer) return <Refusal refused={own} />;
  const errors = own?.fields.note ?? [];
  return (
    <>
      {errors.length === 0 && <Refusal refused={own} />}
      <CommandForm
        command={command}
        intent="link"
        hidden={{ pair: ids.join(" "), base: String(base) }}
        replace
        className="link-answer screen-only"
      >
        {state === "open" ? (
          <>
            <div className="row wrap">
              <Button name="answer" value="linked" kind="lamp">
                {text("links.answer.linked")}
              </Button>
              <Button name="answer" value="apart">
                {text("links.answer.apart")}
              </Button>
            </div>
            <details open={own !== undefined || undefined}>
              <summary>{text("links.note")}</summary>
              <Field label={text("links.note")} hint={text("links.note.hint")} optional errors={errors}>
                <TextInput name="note" maxLength={1000} defaultValue={String(own?.form.note ?? "")} />
              </Field>
            </details>
          </>
        ) : (
          <Button name="answer" value="open" size="small">
            {text("links.answer.open")}
          </Button>
        )}
      </CommandForm>
    </>
  );
}
