import { refusalOf } from "../form/answer.ts";
import { AskText, AskYes } from "../form/ask.tsx";
import { CommandForm, Send } from "../form/command-form.tsx";
import { FormState } from "../form/form-context.tsx";
import { FormErrors } from "../form/form-errors.tsx";
import { useText } from "../ui/text-context.tsx";
import type { DashboardPageProps } from "./dashboard-page.tsx";

/** What it is called, and who reads it. */
export function DashboardNaming({ dashboard, shares, command, answer }: DashboardPageProps) {
  const text = useText();
  const refused = refusalOf(answer, "rename");
  const { name, shared, version } = dashboard;
  return (
    <FormState initial={{ name, shared: shared ? "yes" : "" }} refused={refused}>
      <CommandForm
        command={command}
        intent="rename"
        hidden={{ base: `${version}` }}
        className="board-naming"
        key={version}
      >
        <FormErrors refused={refused} labels={{ name: text("views.name") }} />
        <AskText name="name" label={text("views.name")} input={{ maxLength: 80, autoComplete: "off" }} />
        {shares || shared ? (
          <AskYes name="shared">{text("views.share")}</AskYes>
        ) : (
          <p className="caption">{text("dashboards.share.who")}</p>
        )}
        <div>
          <Send kind="plain">{text("views.rename.send")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}
