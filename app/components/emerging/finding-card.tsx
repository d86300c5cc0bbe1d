import { Link } from "@remix-run/react";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { corridorKeyOf } from "#app/domain/corridor-key.ts";
import { type Cell, legOf } from "#app/domain/emerging/cell.ts";
import type { Earlier } from "#app/domain/emerging/earlier.ts";
import type { Finding } from "#app/domain/emerging/emerging.ts";
import { expectedOfRise } from "#app/domain/emerging/rise.ts";
import { dayOfNumber } from "#app/domain/emerging/tally.ts";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import { type CountryNames, useMapNames } from "../map/map-names.ts";
import { CommodityMark } from "../ui/marks.tsx";
import { Tag } from "../ui/tag.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { WeekBars } from "./week-bars.tsx";

type FindingCardProps = {
  finding: Finding;
  /** The evidence that a finding needed. */
  need: number;
  before: Pick<Earlier, "operations" | "days">;
  countries: CountryNames;
  home: string;
};

/** One finding: what it is in one line, the numbers behind it in words and as weeks, and the way to the seizures. */
export function FindingCard({ finding, need, before, countries, home }: FindingCardProps) {
  const text = useText();
  const format = useFormat();
  const corridor = useCorridorWords(countries);
  const { cell, kind, weeks, also } = finding;
  const from = dayOfNumber(finding.from);
  const leg = corridorKeyOf(legOf(cell), "country");
  const behind = writeFactFilter({ ...NO_FILTER, from, groups: [cell.group], corridors: leg === null ? [] : [leg] });
  return (
    <article className={`finding finding-${kind}`}>
      <h2 className="finding-head">
        <Tag tone={kind === "new" ? "lamp" : "plain"}>{text(`emerging.kind.${kind}`)}</Tag>
        <CommodityMark slot={slotOf(cell.group)} />
        <span>{text("emerging.what", { corridor: corridor(cell), goods: text.commodity(cell.group) })}</span>
        <small className="caption">{text(`emerging.way.${cell.kind}`)}</small>
      </h2>
      <div className="finding-body">
        <div className="finding-words">
          <Numbers finding={finding} before={before} countries={countries} />
          {also.length > 0 && (
            <p className="muted">
              {text("emerging.also", { corridors: format.list([...new Set(also.map((one) => corridor(one.cell)))]) })}
            </p>
          )}
        </div>
        <WeekBars weeks={weeks} from={from} since={weeksSince(finding)} slot={slotOf(cell.group)} />
      </div>
      <p className="finding-foot">
        <b>{timesOf(finding, text, format)}</b>
        <span className="caption">
          {text("emerging.sure", {
            evidence: format.decimal(finding.evidence.toFixed(1)),
            need: format.decimal(need.toFixed(1)),
          })}
        </span>
        <Link to={`${home}/seizures?${behind}`} className="link">
          {text("emerging.open", { n: finding.seen.cases })}
        </Link>
      </p>
    </article>
  );
}

/** What came, what was expected, and from what: the same numbers that the rule weighs. */
function Numbers({ finding, before, countries }: Pick<FindingCardProps, "finding" | "before" | "countries">) {
  const text = useText();
  const format = useFormat();
  const corridor = useCorridorWords(countries);
  const { cell, seen, past, earlier, shift, days } = finding;
  const expected = (count: number) => format.decimal(count === 0 ? "0" : count.toFixed(1));
  return (
    <>
      <p>
        {text("emerging.sentence", {
          cases: seen.cases,
          days,
          from: format.dayShort(dayOfNumber(finding.from)),
          expected: expected(expectedOfRise(finding)),
          past: finding.from - finding.pastFrom,
          own: past.cases,
          among: past.among,
          since: seen.among,
        })}
      </p>
      {shift && (
        <p>
          {text("emerging.shift", {
            corridor: corridor(shift.cell),
            cases: shift.seen.cases,
            expected: expected(shift.expected),
            to: corridor(cell),
          })}
        </p>
      )}
      <p className="muted">
        {before.operations > 0
          ? text("emerging.earlier", { ...before, cases: earlier.cases, among: earlier.among })
          : text("emerging.earlier.none")}
      </p>
    </>
  );
}

function useCorridorWords(countries: CountryNames): (cell: Cell) => string {
  const text = useText();
  const { country } = useMapNames(countries, NO_PLACES);
  return ({ from, to }) => text("map.corridor", { from: country(from), to: country(to) });
}

const NO_PLACES = {};

function weeksSince({ days }: Finding): number {
  return Math.ceil(days / 7);
}

/** "5 times as many as usual", where there is a usual. */
function timesOf(finding: Finding, text: ReturnType<typeof useText>, format: ReturnType<typeof useFormat>): string {
  const expected = expectedOfRise(finding);
  if (expected === 0) return text("emerging.never");
  const times = finding.seen.cases / expected;
  return text("emerging.times", { times: format.decimal(times.toFixed(times < 10 ? 1 : 0)) });
}
