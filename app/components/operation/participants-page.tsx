import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { MemberList } from "./member-list.tsx";
import type { AgencyRow, MemberRow } from "./participant-types.ts";

type ParticipantsPageProps = {
  participants: readonly AgencyRow[];
  members: readonly MemberRow[];
  ownAgency: string;
  mayInvite: boolean;
  /** Agencies whose people this reader brings in. */
  managed: readonly string[];
};

/** Countries and territories under the names that the plan lists, their agencies, and the people of each. */
export function ParticipantsPage({ participants, members, ownAgency, mayInvite, managed }: ParticipantsPageProps) {
  const text = useText();
  const present = participants.filter((row) => row.leftAt === null);
  const heads = [...new Map(present.map((row) => [row.administrationId, row])).values()];
  const counts = { administrations: heads.length, agencies: present.length, people: members.length };
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <h1 className="title">{text("participants.title")}</h1>
          <p className="page-lead">{text("participants.lead", counts)}</p>
        </div>
        {mayInvite && (
          <div className="page-acts">
            <LinkButton to="invite" kind="primary" icon={PlusIcon}>
              {text("participants.invite")}
            </LinkButton>
          </div>
        )}
      </header>
      <ul className="directory">
        {heads.map((head) => (
          <li key={head.administrationId} className="directory-head">
            <h2 className="row">
              <span className="title-2">{head.officialName}</span>
              <Tag code>{head.administrationCode}</Tag>
            </h2>
            {present
              .filter((row) => row.administrationId === head.administrationId)
              .map((agency) => (
                <Agency
                  key={agency.agencyId}
                  agency={agency}
                  members={members.filter((member) => member.agencyId === agency.agencyId)}
                  own={agency.agencyId === ownAgency}
                  managed={managed.includes(agency.agencyId)}
                />
              ))}
          </li>
        ))}
      </ul>
      <Left agencies={participants.filter((row) => row.leftAt !== null)} />
    </div>
  );
}

type AgencyProps = { agency: AgencyRow; members: readonly MemberRow[]; own: boolean; managed: boolean };

function Agency({ agency, members, own, managed }: AgencyProps) {
  const text = useText();
  return (
    <section className={own ? "agency agency-own" : "agency"}>
      <h3 className="row wrap">
        <Link to={agency.agencyId} className="link heading">
          {agency.agencyName}
        </Link>
        {own && <Tag tone="lamp">{text("participants.own")}</Tag>}
        {agency.leads && <Tag>{text("participants.leads")}</Tag>}
        {!agency.readsAll && <Tag>{text("participants.reads_named")}</Tag>}
        <span className="caption">{text("participants.steps", { n: agency.clearanceSteps })}</span>
        {managed && (
          <Link to={`${agency.agencyId}#invite`} className="link agency-add">
            {text("participants.add_person")}
          </Link>
        )}
      </h3>
      {members.length === 0 ? <p className="faint">{text("participants.nobody")}</p> : <MemberList members={members} />}
    </section>
  );
}

/** Agencies that have left: their records stay and count. */
function Left({ agencies }: { agencies: readonly AgencyRow[] }) {
  const text = useText();
  const format = useFormat();
  if (agencies.length === 0) return null;
  return (
    <section className="agency">
      <h2 className="heading">{text("participants.left")}</h2>
      <ul>
        {agencies.map((agency) => (
          <li key={agency.agencyId}>
            <Link to={agency.agencyId} className="link">
              {agency.agencyName}
            </Link>
            , {agency.officialName}
            {agency.leftAt && <span className="caption"> {format.moment(agency.leftAt)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
