import { AddForm } from "#app/components/account/add-form.tsx";
import { AskChoice, AskSeveral, AskText } from "#app/components/form/ask.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { REACHES, SCOPES } from "#app/domain/key.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { KeyRow } from "./agency-page.tsx";

type KeyProps = { of: KeyRow; machine: string; command: string; refused: FormAnswer | undefined };
/** `rounds` empties its form after it was answered. */
type MachineKeyProps = KeyProps & { rounds: number };

/** One key: what it is for, how it was used, and the two ways to end it. */
export function MachineKey({ of: key, machine, command, refused, rounds }: MachineKeyProps) {
  const text = useText();
  return (
    <li className="stack gap-2">
      <KeyFacts of={key} />
      <div className="row wrap">
        <ConfirmSend
          command={command}
          intent="revoke"
          size="small"
          hidden={{ key: key.id }}
          label={text("machine.key.revoke")}
          title={text("machine.key.revoke.title", { label: key.label })}
          confirm={text("machine.key.revoke.confirm")}
          keep={text("form.keep")}
        >
          {text("machine.key.revoke.text")}
        </ConfirmSend>
      </div>
      {!key.renewed && <Rotation key={rounds} of={key} {...{ machine, command, refused }} />}
    </li>
  );
}

function KeyFacts({ of: key }: { of: KeyRow }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const until = format.moment(key.expiresAt);
  const since = format.moment(key.createdAt);
  return (
    <>
      <p className="row wrap">
        <b>{key.label}</b>
        {key.prefix && <code>{key.prefix}…</code>}
        {key.renewed && <Tag tone="warn">{text("machine.key.ending")}</Tag>}
        <span className="caption">
          {key.usedAt === key.createdAt
            ? text("machine.key.unused", { until })
            : text("machine.key.used", { used: format.relative(key.usedAt, now), until })}
        </span>
      </p>
      <p className="row wrap">
        {key.scopes.map((scope) => (
          <Tag key={scope}>{text(`scope.${scope}`)}</Tag>
        ))}
        {key.operationId === null && <Tag tone="lamp">{text("machine.key.everywhere")}</Tag>}
      </p>
      <p className="caption">
        {key.madeBy ? text("machine.key.made_by", { since, by: key.madeBy }) : text("machine.key.made_at", { since })}
      </p>
    </>
  );
}

function Rotation({ of: key, machine, command, refused }: KeyProps) {
  const text = useText();
  const labels = { days: text("machine.key.days"), overlapHours: text("machine.key.overlap") };
  return (
    <AddForm
      title={text("machine.key.rotate")}
      command={command}
      intent="rotate"
      refused={refused?.form.key === key.id ? refused : undefined}
      labels={labels}
      hidden={{ key: key.id, name: machine }}
      initial={{ days: "365", overlapHours: "72" }}
    >
      <p className="muted">{text("machine.key.rotate.hint")}</p>
      <AskText name="days" label={labels.days} input={{ inputMode: "numeric" }} />
      <AskText name="overlapHours" label={labels.overlapHours} input={{ inputMode: "numeric" }} />
    </AddForm>
  );
}

type NewKeyProps = { machineId: string; machine: string; command: string; refused: FormAnswer | undefined };

export function NewKey({ machineId, machine, command, refused }: NewKeyProps) {
  const text = useText();
  const labels = {
    label: text("machine.key.label"),
    scopes: text("machine.key.scopes"),
    reach: text("machine.key.reach"),
    days: text("machine.key.days"),
  };
  return (
    <AddForm
      title={text("machine.key.new")}
      command={command}
      intent="key"
      refused={refused?.form.machineId === machineId ? refused : undefined}
      labels={labels}
      hidden={{ machineId, name: machine }}
      initial={{ days: "365", reach: "operation" }}
    >
      <AskText name="label" label={labels.label} />
      <AskSeveral
        name="scopes[]"
        label={labels.scopes}
        hint={text("machine.key.scopes.hint")}
        choices={SCOPES.map((scope) => ({ value: scope, label: text(`scope.${scope}`) }))}
      />
      <AskChoice
        name="reach"
        label={labels.reach}
        options={REACHES.map((reach) => ({ value: reach, label: text(`machine.key.reach.${reach}`) }))}
      />
      <AskText name="days" label={labels.days} input={{ inputMode: "numeric" }} />
    </AddForm>
  );
}
