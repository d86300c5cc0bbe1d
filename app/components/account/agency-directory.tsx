import { BuildingsIcon } from "@phosphor-icons/react/dist/ssr/Buildings";
import { Link } from "@remix-run/react";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { AgencyView, OrganisationView } from "./organisation-types.ts";

/** Countries and organisations in the order of their names, each with its agencies and their units. */
export function AgencyDirectory({ organisations }: { organisations: readonly OrganisationView[] }) {
  const text = useText();
  if (organisations.length === 0) {
    return (
      <EmptyState icon={BuildingsIcon} title={text("directory.none")}>
        {text("directory.none.text")}
      </EmptyState>
    );
  }
  return (
    <ul className="directory">
      {organisations.map((head) => (
        <li key={head.id} className="directory-head">
          <h2 className="row">
            <span className="heading">{head.name}</span>
            <Tag code>{head.code}</Tag>
          </h2>
          <ul className="stack gap-1">
            {head.agencies.map((agency) => (
              <Agency key={agency.id} agency={agency} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Agency({ agency }: { agency: AgencyView }) {
  const text = useText();
  const names = agency.units.map((unit) => unit.name).join(", ");
  return (
    <li>
      <Link to={`/accounts?agency=${agency.id}`} className="link">
        {agency.name}
      </Link>{" "}
      <Tag code>{agency.code}</Tag>
      <p className="caption">{text("directory.units", { n: agency.units.length, names })}</p>
    </li>
  );
}
