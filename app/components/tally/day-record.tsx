import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { useTallyWords } from "./tally-words.ts";

/** What the case reports of the day come to: what a tally is measured by. */
export function CasesOfDay({ cases, arrested }: { cases: readonly CasesOfGroup[]; arrested: number | null }) {
  const text = useText();
  const words = useTallyWords();
  const controls = { containers: null, parcels: null, passengers: null, vehicles: null };
  return (
    <Panel title={text("tally.day.cases")} foot={text("tally.day.cases.note")}>
      {cases.length === 0 ? (
        <p className="muted">{text("tally.day.cases.none")}</p>
      ) : (
        <ul className="tally-lines">
          {cases.map((row) => (
            <li key={row.group}>{words({ nil: false, groups: [row], arrested: null, controls })}</li>
          ))}
          {arrested !== null && <li>{words({ nil: false, groups: [], arrested, controls })}</li>}
        </ul>
      )}
    </Panel>
  );
}

/** What was on record before it was corrected, the newest first. */
export function EarlierVersions({ versions }: { versions: readonly TallyVersion[] }) {
  const text = useText();
  const words = useTallyWords();
  const format = useFormat();
  if (versions.length === 0) return null;
  return (
    <Panel title={text("tally.day.history")}>
      <ol className="tally-lines">
        {versions.map((version) => (
          <li key={version.version}>
            <span>{words(version)}</span>
            <span className="caption">
              {version.author
                ? text("tally.day.put_by", { at: format.moment(version.at), name: version.author })
                : text("tally.day.put", { at: format.moment(version.at) })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
