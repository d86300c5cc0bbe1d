import { Link } from "@remix-run/react";
import { AddUnit } from "#app/components/account/add-unit.tsx";
import { isDone, refusalOf } from "#app/components/form/answer.ts";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { type PromiseMade, PromisePanel } from "#app/components/tally/promise-panel.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { Scope } from "#app/domain/key.ts";
import type { Role } from "#app/domain/member.ts";
import { AgencyPeople } from "./agency-people.tsx";
import { AgencyTerms } from "./agency-terms.tsx";
import { InviteMember } from "./invite-member.tsx";
import { MachinesPanel } from "./machines-panel.tsx";
import type { AgencyRow, MemberRow } from "./participant-types.ts";
import { PresencePanel, type PresenceRow } from "./presence-panel.tsx";

export type KeyRow = {
  id: string;
  personId: string;
  label: string;
  createdAt: string;
  usedAt: string;
  expiresAt: string;
  prefix: string;
  scopes: readonly Scope[];
  operationId: string | null;
  madeBy: string;
  renewed: boolean;
};
export type Done = { done: string; about?: string; link?: string; key?: string };

export type AgencyPageProps = {
  agency: AgencyRow;
  isOwn: boolean;
  members: readonly MemberRow[];
  units: readonly { id: string; name: string }[];
  keys: readonly KeyRow[];
  /** Roles that this reader gives here. */
  roles: readonly Role[];
  may: { invite: boolean; manage: boolean; steps: boolean; keys: boolean; tallies: boolean; promise: boolean };
  /** Of the own agency, where the plan shows who is here. */
  presence: PresenceRow | null;
  /** What was promised of its tallies, the last first. */
  promises: readonly PromiseMade[];
  owesByDefault: boolean;
  zones: readonly string[];
  zone: string;
  today: string;
  origin: string;
  /** For the member and the person to be. */
  /** Of what is to be; each form has its own. */
  ids: Record<"member" | "person" | "machineMember" | "machine" | "unit", string>;
  command: string;
  answer: unknown;
};

/** One agency in this operation: its terms, its people, its machines. */
export function AgencyPage(props: AgencyPageProps) {
  const { agency, may, units, ids, command, answer } = props;
  const text = useText();
  const format = useFormat();
  const done = doneOf(answer);
  // Emptied once its own page did something; what others do leaves what is typed alone.
  const rounds = useRounds(answer, isDone);
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <p>
            <Link to="../participants" relative="path" className="link">
              {text("participants.title")}
            </Link>
          </p>
          <h1 className="title">{agency.agencyName}</h1>
          <p className="page-lead">
            {text("participants.agency.lead", { country: agency.officialName, since: format.day(agency.joinedOn) })}
          </p>
        </div>
      </header>
      {agency.leftAt && (
        <Notice tone="warn" title={text("participants.has_left", { at: format.moment(agency.leftAt) })}>
          {text("participants.has_left.text")}
        </Notice>
      )}
      <div className="parts">
        <AgencyPeople {...props} done={done} />
        {may.manage && <InviteMember {...props} done={done} key={`invite ${rounds}`} />}
        {may.manage && (
          <AddUnit
            key={`unit ${rounds}`}
            organisations={[]}
            agencyId={agency.agencyId}
            id={ids.unit}
            command={command}
            refused={refusalOf(answer, "unit")}
          />
        )}
        {props.presence && <PresencePanel presence={props.presence} command={command} answer={answer} />}
        <AgencyTerms {...props} done={done} />
        {may.tallies && <PromisePanel key={`promise ${rounds}`} {...props} done={done?.done === "promise"} />}
        {may.keys && units.length > 0 && <MachinesPanel {...props} done={done} />}
      </div>
    </div>
  );
}

function doneOf(answer: unknown): Done | undefined {
  return typeof answer === "object" && answer !== null && "done" in answer ? (answer as Done) : undefined;
}
