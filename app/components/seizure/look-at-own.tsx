import { EyeIcon } from "@phosphor-icons/react/dist/ssr/Eye";
import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { type RecordsLook, withoutLook } from "#app/domain/look.ts";
import { AgencyChoice } from "./agency-choice.tsx";
import { TURNS } from "./list-address.ts";

/** For a contact point: shows this view of the own records as an agency that takes part sees them. */
export function LookAtOwn({ params }: { params: URLSearchParams }) {
  const text = useText();
  const { participants, me } = useWorkspace();
  const others = participants.filter(({ agencyId }) => agencyId !== me.agencyId);
  if (others.length === 0) return null;
  const kept = [...withoutLook(params)].filter(([name]) => !TURNS.includes(name));
  return (
    <details className="look-at-own">
      <summary className="button button-small">
        <Icon of={EyeIcon} />
        {text("look.own")}
      </summary>
      <AgencyChoice label={text("look.own.choose")}>
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </AgencyChoice>
    </details>
  );
}

/** As whom the own records are shown, what is left out, and the way back. */
export function RecordsLookBanner({ look, params }: { look: RecordsLook; params: URLSearchParams }) {
  const text = useText();
  const { participants } = useWorkspace();
  const { agencyId, rows, role } = look;
  const agency = participants.find((row) => row.agencyId === agencyId)?.agencyName ?? text("look.own.nobody");
  const own = withoutLook(params);
  for (const name of TURNS) own.delete(name);
  const as = (one: string) => new URLSearchParams([...own, ["as", agencyId], ["role", one]]);
  return (
    <div className="look-banner">
      <Notice tone="lamp" icon={EyeIcon} title={text("seizure.look.title", { agency })}>
        <p>{text("look.own.text")}</p>
        {rows.length === 0 && <p>{text("seizure.look.nobody")}</p>}
        <ul>
          {rows.map((row) => (
            <li key={row.role}>
              <Link to={`?${as(row.role)}`} aria-current={row.role === role ? "true" : undefined}>
                {text(`role.${row.role}`)}
              </Link>{" "}
              {text("seizure.look.persons", { n: row.persons })}: {text("look.own.records", { n: row.records })}
            </li>
          ))}
        </ul>
        <p>
          <LinkButton to={`?${own}`}>{text("seizure.look.back")}</LinkButton>
        </p>
      </Notice>
    </div>
  );
}
