import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { tiersIn } from "#app/domain/look.ts";
import { AgencyChoice } from "./agency-choice.tsx";
import type { Look } from "./page-types.ts";

/** For the owner: shows this page as an agency that takes part would see it. */
export function LookAs({ allowed }: { allowed: boolean }) {
  const text = useText();
  return allowed ? <AgencyChoice label={text("seizure.look.choose")} /> : null;
}

/** As whom the page is shown, and what the others of that agency see. */
export function LookBanner({ look, agency }: { look: Look; agency: string }) {
  const text = useText();
  const { rows, role, page } = look;
  return (
    <div className="sent">
      <Notice tone="lamp" title={text("seizure.look.title", { agency })}>
        {rows.length === 0 && <p>{text("seizure.look.nobody")}</p>}
        {rows.length > 0 && page === null && <p>{text("seizure.look.nothing")}</p>}
        <ul>
          {rows.map((row) => (
            <li key={`${row.role} ${tiersIn(row)}`}>
              <Link to={`?as=${look.agencyId}&role=${row.role}`} aria-current={row.role === role ? "true" : undefined}>
                {text(`role.${row.role}`)}
              </Link>{" "}
              {text("seizure.look.persons", { n: row.persons })}: {text(`seizure.look.tiers.${tiersIn(row)}`)}
            </li>
          ))}
        </ul>
        <p>
          <LinkButton to=".">{text("seizure.look.back")}</LinkButton>
        </p>
      </Notice>
    </div>
  );
}
