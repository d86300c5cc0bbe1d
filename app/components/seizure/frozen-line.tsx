import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Frozen } from "./page-types.ts";

/** Where it was counted in figures that were written down: there it stays, whatever becomes of it. */
export function FrozenLine({ frozen }: { frozen: Frozen | null }) {
  const text = useText();
  const { operation } = useWorkspace();
  if (frozen === null) return null;
  const { days, versions } = frozen;
  const words = text("seizure.frozen", { n: days });
  if (days === 0 && versions.length === 0) return <p>{words}</p>;
  return (
    <>
      {days > 0 && (
        <p>
          <Link to={`/operations/${operation.id}/deadlines`}>{words}</Link>
        </p>
      )}
      {versions.length > 0 && <FrozenVersions versions={versions} />}
    </>
  );
}

/** Frozen versions of reports by name, and how many the reader may not open. */
export function FrozenVersions({ versions }: Pick<Frozen, "versions">) {
  const text = useText();
  const { operation } = useWorkspace();
  const unread = versions.filter(({ title }) => title === null).length;
  return (
    <>
      <p>{text("seizure.frozen.versions", { n: versions.length })}</p>
      <ul className="frozen-versions">
        {versions.map(({ report, number, title }) =>
          title === null ? null : (
            <li key={`${report} ${number}`}>
              <Link to={`/operations/${operation.id}/reports/${report}/versions/${number}`}>
                {text("seizure.frozen.version", { title, n: number })}
              </Link>
            </li>
          ),
        )}
        {unread > 0 && <li>{text("seizure.frozen.unread", { n: unread })}</li>}
      </ul>
    </>
  );
}
