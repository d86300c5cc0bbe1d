import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { AskText, AskYes } from "#app/components/form/ask.tsx";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { countRefusedAsReports, countStandings } from "#app/domain/import/progress.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import { ImportResult } from "./import-result.tsx";
import type { ImportPageData } from "./import-types.ts";

type StartPanelProps = ImportPageData & { refused: FormAnswer | undefined; children: ReactNode };

/** What is asked of the file, and the reports of it: the good ones, or all or nothing; corrections by themselves. */
export function StartPanel({ line, commands, refused, children, mode, given }: StartPanelProps) {
  const text = useText();
  const format = useFormat();
  const { ok, question, error, differs, done } = countStandings(line.counts);
  const left = ok + question + countRefusedAsReports(line.counts);
  return (
    <Panel title={text("import.make")} note={text("import.make.note", { ok, question, error })}>
      <div className="import-make">
        {done + differs > 0 && <ImportResult counts={line.counts} />}
        {children}
        <FormErrors refused={refused} labels={{ mode: text("import.mode"), givenAt: text("import.given") }} />
        {differs > 0 && (
          <div className="import-differs">
            <p>
              {text("import.differing", { n: differs })}{" "}
              <Link to="?show=differs" preventScrollReset className="link">
                {text("import.differing.see")}
              </Link>
            </p>
            <ConfirmSend
              command={commands.correct}
              intent="start"
              kind="plain"
              hidden={{ mode: "good", corrects: "yes" }}
              label={text("import.correct", { n: differs })}
              title={text("import.correct.title", { n: differs })}
              confirm={text("import.correct.yes")}
              keep={text("form.keep")}
            >
              {text("import.correct.text")}
            </ConfirmSend>
          </div>
        )}
        {left > 0 && (
          <CommandForm command={commands.start} intent="start" className="import-go">
            <FormState initial={{ mode: mode || "good", givenAt: given?.at ?? "" }} refused={refused}>
              <AskOne
                name="mode"
                label={text("import.mode")}
                choices={[
                  { value: "good", label: text("import.mode.good"), note: text("import.mode.good.note") },
                  { value: "all", label: text("import.mode.all"), note: text("import.mode.all.note") },
                ]}
              />
              <AskYes name="drafts">{text("import.drafts", { n: question })}</AskYes>
              {given && (
                <AskText
                  name="givenAt"
                  label={text("import.given")}
                  hint={text("import.given.hint", { zone: format.zoneName(given.zone) })}
                  input={{ type: "datetime-local" }}
                  optional
                />
              )}
              <div className="import-foot">
                <Send>{text("import.go")}</Send>
                <span className="caption">{text("import.go.note")}</span>
              </div>
            </FormState>
          </CommandForm>
        )}
        {left === 0 && differs === 0 && <p className="caption">{text("import.none_left")}</p>}
      </div>
    </Panel>
  );
}
