import { BuildingsIcon } from "@phosphor-icons/react/dist/ssr/Buildings";
import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useLive } from "#app/live/live-context.tsx";
import type { Participant } from "./workspace.tsx";
import "./who-is-here.css";

/** As many codes stand in the head; the rest are behind it. */
const IN_HEAD = 4;

type WhoIsHereProps = { participants: readonly Participant[]; own: string; home: string };

/** Which other agencies have somebody here now; nothing where the plan does not show it, or the reader takes no part. */
export function WhoIsHere({ participants, own, home }: WhoIsHereProps) {
  const text = useText();
  const { present } = useLive();
  if (!present) return null;
  const here = participants.filter(({ agencyId }) => agencyId !== own && present.includes(agencyId));
  const codes = [...new Set(here.map(({ administrationCode }) => administrationCode))];
  const summary = (
    <>
      <Icon of={BuildingsIcon} size={16} />
      <span className="here-codes" aria-hidden="true">
        {codes.slice(0, IN_HEAD).map((code) => (
          <span key={code}>{code}</span>
        ))}
        {codes.length > IN_HEAD && <span>+{codes.length - IN_HEAD}</span>}
      </span>
      <span className="here-number" aria-hidden="true">
        {here.length}
      </span>
    </>
  );
  return (
    <Menu summaryClass="here" label={text("presence.here", { n: here.length })} summary={summary}>
      <div className="menu-group here-group">
        <p className="menu-name">{text("presence.title")}</p>
        {here.length === 0 ? (
          <p className="here-line">{text("presence.nobody")}</p>
        ) : (
          <ul className="here-list">
            {here.map(({ agencyId, administrationCode, officialName, agencyName }) => (
              <li key={agencyId} className="here-line">
                <span className="code">{administrationCode.length === 2 ? administrationCode : ""}</span>
                <span>
                  {officialName} <span className="muted">{agencyName}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
        <p className="here-line caption">{text("presence.note")}</p>
      </div>
      <div className="menu-group">
        <Link to={`${home}/participants/${own}#presence`} className="menu-item">
          {text("presence.choose")}
        </Link>
      </div>
    </Menu>
  );
}
