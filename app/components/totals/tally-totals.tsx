import { Link } from "@remix-run/react";
import { slotOf } from "#app/domain/commodity-groups.ts";
import { type GroupTotal, sumOf, type TallyTotals } from "#app/domain/tally/totals.ts";
import { CommodityMark, Unknown } from "../ui/marks.tsx";
import { Count } from "../ui/quantity.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import "./totals.css";

/** The big number of a page that goes by tallies, and the agency-days behind it; what is missing is named, never zero. */
export function TallyHeadline({ totals }: { totals: TallyTotals }) {
  const text = useText();
  const format = useFormat();
  const { said } = sumOf(totals.groups);
  const silent = totals.coverage.onRecord === 0;
  return (
    <div className="headline">
      <span className="headline-number">{silent ? <Unknown /> : format.number(said)}</span>
      <span className="headline-words">
        <b>{text("tally.totals.cases", { n: said })}</b>
      </span>
    </div>
  );
}

/** How many agency-days stand behind a total by tallies. */
export function TallyStanding({ totals }: { totals: TallyTotals }) {
  const text = useText();
  const { coverage, scope, arrested } = totals;
  const { onRecord, due, nil, missing, awaited } = coverage;
  return (
    <p className="tally-behind">
      {onRecord === 0 ? text("tally.totals.none") : text(`tally.totals.behind.${scope}`, { n: onRecord, due, nil })}{" "}
      {missing > 0 && <span className="tally-behind-missing">{text("tally.totals.missing", { n: missing })} </span>}
      {awaited > 0 && `${text("tally.totals.awaited", { n: awaited })} `}
      {arrested !== null && text("tally.totals.arrested", { n: arrested })}
    </p>
  );
}

/**
 * Kinds of goods: cases by tallies and by case reports side by side, and the stated quantities, each in its own unit;
 * in a narrow column (`brief`) below the goods.
 */
export function TallyGroupTotals({ totals, brief = false }: { totals: TallyTotals; brief?: boolean }) {
  const text = useText();
  const format = useFormat();
  const { groups, compared } = totals;
  if (groups.length === 0) return null;
  const columns: Column<GroupTotal>[] = [
    {
      key: "goods",
      label: text("tally.goods"),
      names: true,
      cell: ({ group, quantities }) => (
        <span className="tally-goods">
          <CommodityMark slot={slotOf(group)} />
          <span>
            {text.commodity(group)}
            {brief && quantities.length > 0 && (
              <span className="caption">
                {format.list(quantities.map(({ quantity, unit }) => format.total(quantity, unit)))}
              </span>
            )}
          </span>
        </span>
      ),
    },
    {
      key: "said",
      label: text("tally.totals.said"),
      numeric: true,
      cell: ({ said }) => <Count value={said} />,
    },
    ...(compared
      ? [
          {
            key: "seen",
            label: text("tally.totals.seen"),
            numeric: true,
            cell: ({ seen }: GroupTotal) => <Count value={seen} />,
          },
          ...(brief
            ? []
            : [
                {
                  key: "confirmed",
                  label: text("tally.totals.confirmed"),
                  numeric: true,
                  cell: ({ confirmed }: GroupTotal) => <Count value={confirmed} />,
                },
              ]),
        ]
      : []),
    ...(brief
      ? []
      : [
          {
            key: "quantities",
            label: text("tally.totals.quantities"),
            numeric: true,
            cell: ({ quantities, said }: GroupTotal) => <Amounts of={quantities} said={said} />,
          },
        ]),
  ];
  return (
    <div className="tally-totals">
      <Table
        label={text("tally.totals.groups")}
        columns={columns}
        rows={groups}
        keyOf={({ group }) => group}
        stack={!brief}
      />
      <p className="caption">{text("totals.never_added")}</p>
    </div>
  );
}

function Amounts({ of, said }: { of: GroupTotal["quantities"]; said: number }) {
  const text = useText();
  const format = useFormat();
  if (of.length === 0) return said === 0 ? null : <Unknown>{text("ui.quantity.unknown")}</Unknown>;
  return (
    <span className="tally-amount-list">
      {of.map(({ quantity, unit, tallies }) => (
        <span key={unit}>{text("tally.totals.amount", { quantity: format.total(quantity, unit), n: tallies })}</span>
      ))}
    </span>
  );
}

/** Where tallies and case reports say different things: how many cases, in which direction, and the way to the days. */
export function TallyDifference({ totals, to }: { totals: TallyTotals; to?: string }) {
  const text = useText();
  const format = useFormat();
  const { said, seen, unreported, untallied, untold } = sumOf(totals.groups);
  if (!totals.compared || said + seen === 0) return null;
  const parts = [
    ...(unreported > 0 ? [text("tally.totals.unreported", { n: unreported })] : []),
    ...(untallied > 0 ? [text("tally.totals.untallied", { n: untallied })] : []),
    ...(untold > 0 ? [text("tally.totals.untold", { n: untold })] : []),
  ];
  const agree = parts.length === 0;
  return (
    <p className="tally-difference">
      {agree ? (
        text("tally.totals.agree", { said })
      ) : (
        <>
          <b>{text(said === seen ? "tally.totals.even" : "tally.totals.differ", { said, seen })}</b>{" "}
          {format.list(parts)}.
        </>
      )}{" "}
      {to && !agree && (
        <Link to={to} className="link nowrap">
          {text("tally.totals.calendar")}
        </Link>
      )}{" "}
      <span className="caption">{text("tally.totals.rule")}</span>
    </p>
  );
}
