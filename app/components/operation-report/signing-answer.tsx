import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { SigningPageData } from "./signing-types.ts";

type SigningAnswerProps = Pick<SigningPageData, "signer" | "maySign" | "command"> & {
  asked: { request: string; hash: string };
  country: string;
  answer: unknown;
};

/** Signs under one's own name, or says why not. */
export function SigningAnswer({ asked, signer, maySign, command, country, answer }: SigningAnswerProps) {
  const text = useText();
  const hidden = { request: asked.request, hash: asked.hash };
  const refused = refusalOf(answer, "refuse");
  if (!maySign) return <p className="muted">{text("operation_report.sign.closed")}</p>;
  const as = text("operation_report.sign.as", { signer: signer.person, agency: signer.agency });
  return (
    <Panel title={text("operation_report.sign.answer")}>
      <div className="stack signing-words">
        <p>{as}</p>
        <ConfirmSend
          command={command}
          intent="sign"
          hidden={hidden}
          kind="primary"
          label={text("operation_report.sign.send")}
          title={text("operation_report.sign.ask", { country })}
          confirm={text("operation_report.sign.send")}
          keep={text("operation_report.sign.stop")}
        >
          {as}
        </ConfirmSend>
        <details open={refused !== undefined}>
          <summary>{text("operation_report.sign.refuse")}</summary>
          <CommandForm command={command} intent="refuse" hidden={hidden} className="stack signing-refusal">
            <FormState refused={refused}>
              <AskArea
                name="reason"
                label={text("operation_report.sign.reason")}
                hint={text("operation_report.sign.reason.hint")}
                rows={3}
              />
              <div>
                <Send kind="danger">{text("operation_report.sign.refuse.send")}</Send>
              </div>
            </FormState>
          </CommandForm>
        </details>
      </div>
    </Panel>
  );
}
