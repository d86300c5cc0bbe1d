import { Link } from "@remix-run/react";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { refusalOf } from "../form/answer.ts";
import { AskText, AskYes } from "../form/ask.tsx";
import { CommandForm, Send } from "../form/command-form.tsx";
import { ConfirmSend } from "../form/confirm-send.tsx";
import { Done } from "../form/done.tsx";
import { FormState } from "../form/form-context.tsx";
import { FormErrors } from "../form/form-errors.tsx";
import { wasLost } from "../form/line-loss.ts";
import { LinkButton } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { Tag } from "../ui/tag.tsx";
import { useText } from "../ui/text-context.tsx";
import { useWorkspace } from "../workspace/use-workspace.ts";
import type { ListedDashboard } from "./dashboard-types.ts";
import "../views/views.css";
import "./dashboards.css";

type DashboardsPageProps = {
  dashboards: readonly ListedDashboard[];
  keeps: boolean;
  shares: boolean;
  command: string;
  answer: unknown;
};

/** Dashboards that the reader made and those that others share, and a new one. */
export function DashboardsPage({ dashboards, keeps, shares, command, answer }: DashboardsPageProps) {
  const text = useText();
  const home = useDashboards();
  useRenewalOn("operation", (type) => type.startsWith("dashboard."));
  const [own, others] = [dashboards.filter((one) => one.own), dashboards.filter((one) => !one.own)];
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("dashboards.title")}</h1>
        <LinkButton to="../statistics" relative="path" size="small">
          {text("shell.place.figures")}
        </LinkButton>
      </header>
      <div className="stack gap-4">
        {wasLost(answer) && <Notice tone="warn">{text("views.lost")}</Notice>}
        <FormErrors refused={refusalOf(answer, "drop")} />
        <Done when={isDropped(answer)}>{text("dashboards.dropped")}</Done>
        <Panel title={text("dashboards.own")} note={text("dashboards.own.note")}>
          {own.length === 0 && <p className="muted">{text("dashboards.own.none")}</p>}
          <ul className="view-lines">
            {own.map((one) => (
              <li key={one.id} className="view-line">
                <DashboardHead dashboard={one} to={`${home}/${one.id}`} />
                {keeps && (
                  <div className="view-forms">
                    <LinkButton to={`${home}/${one.id}?arrange`} size="small">
                      {text("dashboards.arrange")}
                    </LinkButton>
                    <DropForm dashboard={one} command={command} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Panel>
        {keeps && <NewDashboard shares={shares} command={command} answer={answer} />}
        <Panel title={text("dashboards.shared")} note={text("dashboards.shared.note")}>
          {others.length === 0 && <p className="muted">{text("dashboards.shared.none")}</p>}
          <ul className="view-lines">
            {others.map((one) => (
              <li key={one.id} className="view-line">
                <DashboardHead dashboard={one} to={`${home}/${one.id}`} />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

const useDashboards = () => `/operations/${useWorkspace().operation.id}/dashboards`;

function isDropped(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === "drop";
}

function DashboardHead({ dashboard, to }: { dashboard: ListedDashboard; to: string }) {
  const text = useText();
  const { name, shared, own, panels, maker, agency } = dashboard;
  const by = own ? "" : ` · ${text("views.by", { name: maker ?? "–", agency: agency ?? "–" })}`;
  return (
    <div>
      <p>
        <Link to={to} className="strong">
          {name}
        </Link>{" "}
        {own && shared && <Tag>{text("views.shared.tag")}</Tag>}
      </p>
      <p className="caption">
        {text("dashboards.panels", { n: panels })}
        {by}
      </p>
    </div>
  );
}

function DropForm({ dashboard: { id, name, shared }, command }: { dashboard: ListedDashboard; command: string }) {
  const text = useText();
  return (
    <ConfirmSend
      command={command}
      intent="drop"
      hidden={{ dashboard: id }}
      kind="plain"
      size="small"
      label={text("views.drop")}
      title={text("views.drop.title", { name })}
      confirm={text("views.drop")}
      keep={text("form.keep")}
    >
      {text(shared ? "dashboards.drop.shared" : "dashboards.drop.text")}
    </ConfirmSend>
  );
}

function NewDashboard({ shares, command, answer }: Pick<DashboardsPageProps, "shares" | "command" | "answer">) {
  const text = useText();
  const refused = refusalOf(answer, "make");
  return (
    <Panel title={text("dashboards.new")}>
      <FormState refused={refused}>
        <CommandForm command={command} intent="make" className="stack board-new">
          <FormErrors refused={refused} labels={{ name: text("views.name") }} />
          <AskText name="name" label={text("views.name")} input={{ maxLength: 80, autoComplete: "off" }} />
          {shares ? (
            <AskYes name="shared">{text("views.share")}</AskYes>
          ) : (
            <p className="caption">{text("dashboards.share.who")}</p>
          )}
          <div>
            <Send>{text("dashboards.new.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </Panel>
  );
}
