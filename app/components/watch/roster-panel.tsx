import { useLocation } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskChoice, AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { onDuty, type Shift } from "#app/domain/watch/shift.ts";
import { rosterOf } from "./warning-place.ts";
import { isDone, refusalAbout } from "./watch-answer.ts";
import type { WatchPageProps } from "./watch-types.ts";

/** Who of the own agency is on duty now and next, and a way to enter somebody. */
export function RosterPanel(props: WatchPageProps & { formKey: string }) {
  const { shifts, agencyId, may, answer, formKey } = props;
  const text = useText();
  const format = useFormat();
  const own = shifts.filter((shift) => shift.agencyId === agencyId);
  return (
    <Panel title={text("watch.roster")} note={text("watch.roster.note", { zone: format.zoneName() })}>
      <div className="panel-part stack" id={rosterOf(agencyId)}>
        <Done when={isDone(answer, "roster")}>{text("watch.roster.sent")}</Done>
        <Done when={isDone(answer, "strike")}>{text("watch.roster.struck")}</Done>
        {own.length === 0 ? (
          <p className="muted">{text("watch.roster.none")}</p>
        ) : (
          <>
            <OnDutyNow shifts={own} />
            <Roster {...props} shifts={own} />
          </>
        )}
        {may.roster && <RosterForm key={formKey} {...props} />}
      </div>
    </Panel>
  );
}

function OnDutyNow({ shifts }: { shifts: readonly Shift[] }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const there = onDuty(shifts, now);
  return (
    <div>
      <p className="caption">{text("watch.now")}</p>
      {there.length === 0 && <p className="watch-nobody">{text("watch.now.nobody")}</p>}
      {there.map(({ id, name, contact, endsAt }) => (
        <p key={id}>
          <b>{name}</b> <span className="muted">{text("watch.now.until", { at: format.relative(endsAt, now) })}</span>
          {contact && <span className="watch-contact"> {contact}</span>}
        </p>
      ))}
    </div>
  );
}

type RosterProps = Pick<WatchPageProps, "shifts" | "may" | "commands" | "answer">;

function Roster({ shifts, may, commands, answer }: RosterProps) {
  const text = useText();
  const columns = useRosterColumns();
  const acts: Column<Shift> = {
    key: "acts",
    label: text("watch.roster.strike"),
    cell: (shift) => <StrikeShift shift={shift} command={commands.strike} answer={answer} />,
  };
  return (
    <Table
      label={text("watch.roster")}
      columns={may.roster ? [...columns, acts] : columns}
      rows={shifts}
      keyOf={({ id }) => id}
      stack
    />
  );
}

/** A roster is about these days: the year stands nowhere. */
function Moment({ at }: { at: string }) {
  return <span className="watch-moment">{useFormat().momentShort(at)}</span>;
}

function useRosterColumns(): Column<Shift>[] {
  const text = useText();
  return [
    {
      key: "who",
      label: text("watch.roster.who"),
      names: true,
      cell: ({ name, present }) => (
        <>
          {name} {!present && <Tag tone="warn">{text("watch.roster.absent")}</Tag>}
        </>
      ),
    },
    { key: "from", label: text("watch.roster.from"), cell: ({ startsAt }) => <Moment at={startsAt} /> },
    { key: "to", label: text("watch.roster.to"), cell: ({ endsAt }) => <Moment at={endsAt} /> },
    { key: "contact", label: text("watch.roster.contact"), cell: ({ contact }) => contact || "–" },
  ];
}

function StrikeShift({ shift, command, answer }: { shift: Shift; command: string; answer: unknown }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <FormErrors refused={refusalAbout(answer, "strike", "shift", shift.id)} />
      <ConfirmSend
        command={command}
        intent="strike"
        hidden={{ shift: shift.id }}
        kind="plain"
        size="small"
        label={text("watch.roster.strike")}
        title={text("watch.roster.strike.title", { name: shift.name, from: format.moment(shift.startsAt) })}
        confirm={text("watch.roster.strike")}
        keep={text("form.keep")}
      >
        {text("watch.roster.strike.text")}
      </ConfirmSend>
    </>
  );
}

/** Times are typed by the reader's own clock; the zone goes along. */
function RosterForm({ people, commands, answer }: WatchPageProps) {
  const text = useText();
  const format = useFormat();
  const refused = refusalOf(answer, "roster");
  const labels = {
    memberId: text("watch.roster.who"),
    startsAt: text("watch.roster.from"),
    endsAt: text("watch.roster.to"),
    contact: text("watch.roster.contact"),
  };
  const options = people.map(({ id, name, role }) => ({ value: id, label: `${name}, ${text.label(`role.${role}`)}` }));
  return (
    <details className="watch-more" open={refused ? true : undefined}>
      <summary>{text("watch.roster.add")}</summary>
      <FormState refused={refused}>
        <CommandForm command={commands.roster} intent="roster" hidden={{ zone: format.zone }} className="form">
          <FormErrors refused={refused} labels={labels} />
          <AskChoice name="memberId" label={labels.memberId} options={options} none={text("watch.roster.choose")} />
          <div className="fields">
            <AskText name="startsAt" label={labels.startsAt} input={{ type: "datetime-local" }} />
            <AskText name="endsAt" label={labels.endsAt} input={{ type: "datetime-local" }} />
          </div>
          <p className="caption">{text("watch.roster.times", { zone: format.zoneName() })}</p>
          <AskText name="contact" label={labels.contact} hint={text("watch.roster.contact.hint")} optional />
          <div>
            <Send kind="plain">{text("watch.roster.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </details>
  );
}

/** For leads and the coordination unit: who is on duty elsewhere, agency by agency. */
export function OtherRosters({ shifts, agencyId, agencies }: WatchPageProps) {
  const text = useText();
  const { hash } = useLocation();
  const columns = useRosterColumns();
  const others = shifts.filter((shift) => shift.agencyId !== agencyId);
  if (others.length === 0) return null;
  const nameOf = (id: string) => agencies[id] ?? "";
  const rows = [...others].sort((left, right) => (nameOf(left.agencyId) < nameOf(right.agencyId) ? -1 : 1));
  const isFirst = ({ id, agencyId: of }: Shift) => rows.find((row) => row.agencyId === of)?.id === id;
  const agency: Column<Shift> = {
    key: "agency",
    label: text("tally.agency"),
    cell: (shift) => <span id={isFirst(shift) ? rosterOf(shift.agencyId) : undefined}>{nameOf(shift.agencyId)}</span>,
  };
  return (
    <Panel title={text("watch.roster.others")}>
      <Table
        label={text("watch.roster.others")}
        columns={[...columns.slice(0, 1), agency, ...columns.slice(1)]}
        rows={rows}
        keyOf={({ id }) => id}
        marked={(shift) => hash === `#${rosterOf(shift.agencyId)}`}
        stack
      />
    </Panel>
  );
}
