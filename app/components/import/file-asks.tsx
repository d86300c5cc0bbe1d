import { AskYes } from "#app/components/form/ask.tsx";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import type { FileAsks } from "./import-types.ts";

type FileAsksPanelProps = FileAsks & { command: string; refused: FormAnswer | undefined };

/** What the whole file is asked once. */
export function FileAsksPanel({ command, refused, ...asks }: FileAsksPanelProps) {
  const text = useText();
  const { handlingInFile, order, mark, outside, abroad, answers, codes } = asks;
  const initial = {
    ...{ handling: answers.handling ?? "", order: answers.order ?? "", mark: answers.mark ?? "" },
    ...{ outside: answers.outside ? "yes" : "", abroad: answers.abroad ? "yes" : "" },
  };
  const labels = {
    handling: text("import.ask.handling"),
    order: text("import.ask.order"),
    mark: text("import.ask.mark"),
  };
  return (
    <CommandForm command={command} intent="answer" className="import-asks">
      <FormState initial={initial} refused={refused}>
        <FormErrors refused={refused} labels={labels} />
        <AskOne
          name="handling"
          label={labels.handling}
          hint={text(handlingInFile ? "import.ask.handling.rest" : "import.ask.handling.all")}
          choices={codes.map((code) => ({ value: code, label: `${code} · ${text.code("handling", code)}` }))}
        />
        {(order || answers.order) && (
          <AskOne
            name="order"
            label={labels.order}
            hint={text("import.ask.order.hint")}
            choices={(["day_first", "month_first"] as const).map((value) => ({
              value,
              label: text(`import.order.${value}`),
            }))}
          />
        )}
        {(mark || answers.mark) && (
          <AskOne
            name="mark"
            label={labels.mark}
            hint={text("import.ask.mark.hint")}
            choices={[
              { value: ".", label: text("import.mark.point") },
              { value: ",", label: text("import.mark.comma") },
            ]}
          />
        )}
        {outside > 0 && <AskYes name="outside">{text("import.ask.outside", { n: outside })}</AskYes>}
        {abroad > 0 && <AskYes name="abroad">{text("import.ask.abroad", { n: abroad })}</AskYes>}
        <div>
          <Send kind="plain">{text("import.ask.keep")}</Send>
        </div>
      </FormState>
    </CommandForm>
  );
}
