import { useText } from "#app/components/ui/text-context.tsx";
import type { ReleasedPage } from "./page-types.ts";

type ReachLostProps = { page: Pick<ReleasedPage, "case" | "reach"> };

/** Who reads the case now and will lose it, by name, before it is taken from all of them. */
export function ReachLost({ page: { case: kase, reach } }: ReachLostProps) {
  const text = useText();
  if (reach === null) return null;
  if (kase?.held) return <p className="caption">{text("seizure.reach.held")}</p>;
  const { kind, readers, coordination } = reach;
  const beside = coordination.filter(({ id }) => !readers.some((reader) => reader.id === id));
  return (
    <div className="reach">
      <p>
        <b>{text(`seizure.reach.${kind}`, { n: readers.length })}</b>{" "}
        {beside.length > 0 && text("seizure.reach.coordination")}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ul className="reach-names" tabIndex={0} aria-label={text("seizure.reach.names")}>
        {readers.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {beside.map(({ id, name }) => (
          <li key={id}>
            {name} <span className="faint">{text("report.readers.coordinates")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
