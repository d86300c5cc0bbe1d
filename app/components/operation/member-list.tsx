import { useAccessWords } from "#app/components/account/access-words.ts";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { MemberRow } from "./participant-types.ts";
import "./members.css";

/** People of an agency: name, role, unit, and what is special about them. */
export function MemberList({ members }: { members: readonly MemberRow[] }) {
  return (
    <ul className="members">
      {members.map((member) => (
        <li key={member.id} className="member">
          <MemberName member={member} />
        </li>
      ))}
    </ul>
  );
}

export function MemberName({ member }: { member: MemberRow }) {
  const text = useText();
  const { name, email, machine, role, unitName, state, accountState } = member;
  const access = useAccessWords({ machine, state: accountState, access: member.access });
  const waits = member.access?.accepted === false;
  return (
    <>
      <span className={state === "suspended" ? "member-name faint" : "member-name"}>
        <b>{name}</b>
        <span className="caption">{machine ? text("people.machine") : email}</span>
      </span>
      <span>{text(`role.${role}`)}</span>
      <span className="muted">{unitName}</span>
      <span className="row wrap">
        {state === "suspended" && <Tag tone="danger">{text("participants.suspended")}</Tag>}
        {(waits || accountState === "suspended") && <span className="caption">{access}</span>}
        <Term member={member} />
      </span>
    </>
  );
}

function Term({ member: { fromDay, toDay } }: { member: MemberRow }) {
  const text = useText();
  const format = useFormat();
  if (!toDay) return null;
  return <span className="caption">{text("participants.term", { range: format.dayRange(fromDay, toDay) })}</span>;
}
