import { Link } from "@remix-run/react";
import { AddForm } from "#app/components/account/add-form.tsx";
import { isDone, refusalOf } from "#app/components/form/answer.ts";
import { AskChoice, AskText } from "#app/components/form/ask.tsx";
import { Done as Said } from "#app/components/form/done.tsx";
import { TextToCopy } from "#app/components/form/text-to-copy.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AgencyPageProps, Done, KeyRow } from "./agency-page.tsx";
import { MachineKey, NewKey } from "./machine-key.tsx";
import type { MemberRow } from "./participant-types.ts";

type MachinesPanelProps = AgencyPageProps & { done: Done | undefined };

/** Machines that act for the agency by key: what they are, their keys, and the ways to end them. */
export function MachinesPanel(props: MachinesPanelProps) {
  const { members, keys, command, answer, done } = props;
  const rounds = useRounds(answer, isDone);
  const text = useText();
  const machines = members.filter((member) => member.machine);
  const name = done?.about ?? "";
  return (
    <Panel title={text("machine.title")}>
      <div className="panel-part stack">
        <p className="muted">
          {text("machine.lead")}{" "}
          <Link to="/machines" className="link">
            {text("machine.guide")}
          </Link>
        </p>
        <Said when={done?.done === "machine"}>{text("machine.created")}</Said>
        <Said when={done?.done === "rotate"}>{text("machine.key.rotated")}</Said>
        <Said when={done?.done === "revoke"}>{text("machine.key.revoked")}</Said>
        {done?.key && (
          <TextToCopy
            label={text("machine.key.made", { name })}
            hint={text("machine.key.hint", { name })}
            value={done.key}
          />
        )}
        {machines.length === 0 && <p className="faint">{text("machine.none")}</p>}
        <ul className="stack">
          {machines.map((machine) => (
            <Machine
              key={machine.id}
              machine={machine}
              keys={keys.filter((key) => key.personId === machine.personId)}
              command={command}
              answer={answer}
            />
          ))}
        </ul>
        {machines.length > 0 && (
          <p>
            <Link to="webhooks" className="link">
              {text("webhook.title")}
            </Link>{" "}
            <span className="muted">{text("webhook.about")}</span>
          </p>
        )}
        <NewMachine {...props} key={rounds} />
      </div>
    </Panel>
  );
}

type MachineProps = {
  machine: MemberRow;
  keys: readonly KeyRow[];
  command: string;
  answer: unknown;
};

function Machine({ machine, keys, command, answer }: MachineProps) {
  const text = useText();
  const { name, role, personId } = machine;
  const rounds = useRounds(answer, isDone);
  return (
    <li className="stack">
      <p>
        <b>{name}</b> <span className="muted">{text(`role.${role}`)}</span>
      </p>
      <ul className="stack gap-4">
        {keys.map((key) => (
          <MachineKey
            key={key.id}
            of={key}
            machine={name}
            {...{ command, rounds }}
            refused={refusalOf(answer, "rotate")}
          />
        ))}
      </ul>
      <NewKey key={rounds} machineId={personId} machine={name} command={command} refused={refusalOf(answer, "key")} />
    </li>
  );
}

const MACHINE_ROLES = ["ncp", "reporter"] as const;

function NewMachine({ units, ids, today, command, answer }: MachinesPanelProps) {
  const text = useText();
  const labels = { name: text("machine.name"), unitId: text("form.unit"), role: text("participants.role") };
  return (
    <AddForm
      title={text("machine.new")}
      command={command}
      intent="machine"
      refused={refusalOf(answer, "machine")}
      labels={labels}
      hidden={{ personId: ids.machine, memberId: ids.machineMember, fromDay: today }}
    >
      <AskText name="name" label={labels.name} hint={text("machine.name.hint")} />
      <AskChoice
        name="role"
        label={labels.role}
        options={MACHINE_ROLES.map((role) => ({ value: role, label: text(`role.${role}`) }))}
      />
      <AskChoice
        name="unitId"
        label={labels.unitId}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
    </AddForm>
  );
}
