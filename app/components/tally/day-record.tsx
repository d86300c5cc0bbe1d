import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { useTallyWords } from "./tally-words.ts";

type CasesOfDayProps = { day: string; since: string; cases: readonly CasesOfGroup[]; arrested: number | null };

/** What the case reports of the day, or of the days that a weekly tally stands for, come to: what it is measured by. */
export function CasesOfDay({ day, since, cases, arrested }: CasesOfDayProps) {
  const text = useText();
  const format = useFormat();
  const whole = since < day;
  const words = useTallyWords();
  const controls = { containers: null, parcels: null, passengers: null, vehicles: null };
  return (
    <Panel
      title={whole ? text("tally.cases.of", { span: format.dayRange(since, day) }) : text("tally.day.cases")}
      foot={text("tally.day.cases.note")}
    >
      {cases.length === 0 ? (
        <p className="muted">{text(whole ? "tally.cases.of.none" : "tally.day.cases.none")}</p>
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
