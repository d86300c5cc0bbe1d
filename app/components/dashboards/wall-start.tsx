import type { Role } from "#app/domain/member.ts";
import { ROLES } from "#app/domain/member.ts";
import { WALL_HOURS, WALL_LOOK, WALL_LOOKS } from "#app/domain/wall.ts";
import { refusalOf } from "../form/answer.ts";
import { AskChoice, AskSeveral, AskText } from "../form/ask.tsx";
import { CommandForm, Send } from "../form/command-form.tsx";
import { ConfirmSend } from "../form/confirm-send.tsx";
import { Done } from "../form/done.tsx";
import { FormState } from "../form/form-context.tsx";
import { FormErrors } from "../form/form-errors.tsx";
import { wasLost } from "../form/line-loss.ts";
import { TextToCopy } from "../form/text-to-copy.tsx";
import { LinkButton } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { useWorkspace } from "../workspace/use-workspace.ts";
import "../views/views.css";
import "./dashboards.css";

type RunningWall = {
  id: string;
  label: string;
  dashboard: string | null;
  administrations: readonly string[];
  roles: readonly Role[];
  expiresAt: string;
  starter: string | null;
  agency: string | null;
};

type WallStartProps = {
  dashboard: { id: string; name: string };
  administrations: readonly { value: string; name: string }[];
  walls: readonly RunningWall[];
  command: string;
  answer: unknown;
};

/** Who is in the room, and for how long; what opens the screen is shown once. Below, the screens that run. */
export function WallStart({ dashboard, administrations, walls, command, answer }: WallStartProps) {
  const text = useText();
  const back = `/operations/${useWorkspace().operation.id}/dashboards/${dashboard.id}`;
  const address = addressIn(answer);
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("wall.start.title", { name: dashboard.name })}</h1>
        <LinkButton to={back} size="small">
          {dashboard.name}
        </LinkButton>
      </header>
      <div className="stack gap-4">
        {wasLost(answer) && <Notice tone="warn">{text("views.lost")}</Notice>}
        <Done when={address !== null}>
          <p className="strong">{text("wall.started.head")}</p>
          <p>{text("wall.started.text")}</p>
          <TextToCopy label={text("wall.address")} value={address ?? ""} />
        </Done>
        <StartForm administrations={administrations} command={command} answer={answer} />
        <Panel title={text("wall.running")} note={text("wall.running.note")}>
          <FormErrors refused={refusalOf(answer, "end")} />
          <Done when={isDone(answer, "end")}>{text("wall.ended.done")}</Done>
          {walls.length === 0 && <p className="muted">{text("wall.running.none")}</p>}
          <ul className="view-lines">
            {walls.map((wall) => (
              <RunningLine key={wall.id} wall={wall} command={command} />
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

function StartForm({
  administrations,
  command,
  answer,
}: Pick<WallStartProps, "administrations" | "command" | "answer">) {
  const text = useText();
  const refused = refusalOf(answer, "start");
  const labels = {
    label: text("wall.label"),
    administrations: text("wall.administrations"),
    roles: text("wall.roles"),
    hours: text("wall.hours"),
  };
  const hours = WALL_HOURS.map((n) => ({
    value: String(n),
    label: n < 48 ? text("wall.hours.n", { n }) : text("wall.hours.days", { n: n / 24 }),
  }));
  return (
    <Panel title={text("wall.start.act")}>
      <p className="muted">{text("wall.start.note")}</p>
      <FormState initial={{ hours: String(WALL_HOURS.at(-1)), [WALL_LOOK]: WALL_LOOKS[0] }} refused={refused}>
        <CommandForm command={command} intent="start" className="stack">
          <FormErrors refused={refused} labels={labels} />
          <AskText
            name="label"
            label={labels.label}
            hint={text("wall.label.hint")}
            input={{ maxLength: 80, autoComplete: "off" }}
          />
          <AskSeveral
            name="administrations[]"
            label={labels.administrations}
            choices={administrations.map(({ value, name }) => ({ value, label: name }))}
          />
          <AskSeveral
            name="roles[]"
            label={labels.roles}
            choices={ROLES.map((role) => ({ value: role, label: text(`role.${role}`) }))}
          />
          <AskChoice name="hours" label={labels.hours} options={hours} />
          <AskChoice
            name={WALL_LOOK}
            label={text("wall.look")}
            options={WALL_LOOKS.map((look) => ({ value: look, label: text(`wall.look.${look}`) }))}
          />
          <div>
            <Send>{text("wall.start.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </Panel>
  );
}

function RunningLine({ wall, command }: { wall: RunningWall; command: string }) {
  const text = useText();
  const format = useFormat();
  const room = [...wall.administrations, ...wall.roles.map((role) => text(`role.${role}`))];
  return (
    <li className="view-line">
      <div>
        <p className="strong">{wall.label}</p>
        <p>{text("wall.running.of", { dashboard: wall.dashboard ?? "–", room: format.list(room) })}</p>
        <p className="caption">
          {text("wall.running.until", {
            name: wall.starter ?? "–",
            agency: wall.agency ?? "–",
            at: format.moment(wall.expiresAt),
          })}
        </p>
      </div>
      <div className="view-forms">
        <ConfirmSend
          command={command}
          intent="end"
          hidden={{ wall: wall.id }}
          kind="plain"
          size="small"
          label={text("wall.end")}
          title={text("wall.end.title", { name: wall.label })}
          confirm={text("wall.end")}
          keep={text("form.keep")}
        >
          {text("wall.end.text")}
        </ConfirmSend>
      </div>
    </li>
  );
}

function addressIn(answer: unknown): string | null {
  const said = typeof answer === "object" && answer !== null && "address" in answer ? answer.address : null;
  return typeof said === "string" ? said : null;
}

function isDone(answer: unknown, intent: string): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === intent;
}
