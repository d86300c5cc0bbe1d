import { holdsToday, sharedDays } from "#app/domain/compared-periods.ts";
import { changeOf, coverageBeside } from "#app/domain/figures/compare.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { type AgencyDay, type AgencyDays, agencyDaysIn } from "#app/domain/tally/agency-days.ts";
import { useChangeWords, useSecondHead } from "../charts/change-words.ts";
import { usePeriodName } from "../charts/period-name.ts";
import { Unknown } from "../ui/marks.tsx";
import { Notice } from "../ui/notice.tsx";
import { CountPair } from "../ui/quantity.tsx";
import { TableFrame } from "../ui/table-frame.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { Comparing } from "./comparing.ts";
import "./totals.css";

type Found = NonNullable<Comparing["comparison"]>;
type Cases = EvaluatedFigures["cases"];
type ComparedHeadProps = {
  comparison: Found;
  span: Comparing["span"];
  cases: { first: Cases; second: Cases };
  /** Null where it is not known: of a moment of the past. */
  agencyDays: AgencyDays | null;
};

/** Both totals with their days and who stands behind them, and what lies between them. */
export function ComparedHead({ comparison, span, cases, agencyDays }: ComparedHeadProps) {
  const text = useText();
  const periodName = usePeriodName();
  const secondHead = useSecondHead();
  const { first, second } = comparison;
  const told = agencyDays && { first: agencyDaysIn(agencyDays, first), second: agencyDaysIn(agencyDays, second) };
  const sides = [
    { side: "first", period: first, cases: cases.first, days: told?.first },
    { side: "second", period: second, cases: cases.second, days: told?.second },
  ] as const;
  return (
    <section className="compared-head" aria-label={text("compare.title")}>
      <TableFrame label={text("compare.title")}>
        <table className="table">
          <caption className="aside">{text("compare.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("compare.period")}</th>
              <th scope="col" className="numeric">
                {text("figure.column.cases")}
              </th>
              <th scope="col">{text("compare.agency_days")}</th>
            </tr>
          </thead>
          <tbody>
            {sides.map(({ side, period, ...row }) => (
              <tr key={side}>
                <th scope="row">
                  <span className="caption">
                    {side === "first" ? text("compare.column.this") : secondHead(comparison)}
                  </span>{" "}
                  <span className="compared-days">{periodName(period)}</span>
                  <span className="caption">, {text("compare.days", { n: period.days })}</span>
                </th>
                <td className="numeric">
                  <CasesOf cases={row.cases} known={period.days > 0} />
                </td>
                <td>{row.days ? <DaysOf days={row.days} /> : <Unknown />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <Difference comparison={comparison} cases={cases} span={span} />
      {told && coverageBeside(told.first, told.second) === "apart" && (
        <Notice tone="warn">{text("compare.apart")}</Notice>
      )}
    </section>
  );
}

/** Nothing is counted on days that the operation has not had: that is not known, and no zero. */
function CasesOf({ cases, known }: { cases: Cases; known: boolean }) {
  const format = useFormat();
  if (!known) return <Unknown />;
  return (
    <>
      <b className="compared-total">{format.number(cases.total)}</b>
      <span className="compared-pair">
        <CountPair {...cases} />
      </span>
    </>
  );
}

function DaysOf({ days: { onRecord, nil, missing } }: { days: AgencyDay }) {
  const text = useText();
  const format = useFormat();
  const due = onRecord + missing;
  if (due === 0) return text("figure.behind.none_due");
  return (
    <>
      {text("compare.agency_days.of", { n: onRecord, due, nil })}
      {missing > 0 && (
        <span className="compared-missing">
          {text("compare.agency_days.missing", { n: missing, share: format.percent(missing, due) })}
        </span>
      )}
    </>
  );
}

function Difference({ comparison, cases, span }: Omit<ComparedHeadProps, "agencyDays">) {
  const text = useText();
  const format = useFormat();
  const wordsOf = useChangeWords();
  const { first, second } = comparison;
  const lengths = { first: first.days, second: second.days };
  const change = changeOf({ first: cases.first.total, second: cases.second.total }, lengths);
  const { difference, share } = wordsOf(change);
  if (difference === null) return <p className="compared-difference">{text("compare.no_days")}</p>;
  const shared = sharedDays(comparison, span);
  const rate = (total: number, days: number) => format.decimal((total / days).toFixed(2));
  const said = [
    change.per === "day" &&
      text("compare.rates", {
        first: rate(cases.first.total, first.days),
        second: rate(cases.second.total, second.days),
      }),
    change.share === null && text("compare.small_base"),
    shared > 0 && text("compare.shared", { n: shared }),
    holdsToday(comparison, span) && text("compare.today"),
  ].filter((part) => part !== false);
  return (
    <p className="compared-difference">
      <b>{text("compare.difference", { difference, share: share ?? "", has: share === null ? "no" : "yes" })}</b>
      <span className="caption">{said.join(" ")}</span>
    </p>
  );
}
