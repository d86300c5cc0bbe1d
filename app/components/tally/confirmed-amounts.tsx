import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { BASE_UNIT } from "#app/domain/base-unit.ts";
import { DIMENSIONS } from "#app/domain/commodity-groups.ts";
import type { ConfirmedAmount } from "#app/domain/tally/confirmed.ts";
import type { CalendarAgency } from "./calendar-page.tsx";

function useBound() {
  const text = useText();
  const format = useFormat();
  return ({ beyond, dimension, bandVersion }: ConfirmedAmount) => {
    const known = DIMENSIONS.find((one) => one === dimension);
    const bound = known ? format.quantity(beyond, BASE_UNIT[known]) : format.decimal(beyond);
    return text("tally.confirmed.band", { bound, version: bandVersion });
  };
}

/** What the writer of a day's tally confirmed when asked, a line for each quantity. */
export function ConfirmedOnDay({ confirmed }: { confirmed: readonly ConfirmedAmount[] }) {
  const text = useText();
  const format = useFormat();
  const bound = useBound();
  if (confirmed.length === 0) return null;
  return (
    <ul className="tally-lines">
      {confirmed.map((row) => (
        <li key={`${row.group} ${row.dimension}`}>
          {text("tally.confirmed.one", {
            goods: text.commodity(row.group),
            amount: format.quantity(row.quantity, row.unit),
            band: bound(row),
          })}
        </li>
      ))}
    </ul>
  );
}

type ConfirmedAmountsProps = {
  confirmed: readonly ConfirmedAmount[];
  agencies: readonly CalendarAgency[];
  all: boolean;
};

/** All of them in the days shown, beside the questions that tallies and case reports raise. */
export function ConfirmedAmounts({ confirmed, agencies, all }: ConfirmedAmountsProps) {
  const text = useText();
  const format = useFormat();
  const bound = useBound();
  if (confirmed.length === 0) return null;
  const agency: Column<ConfirmedAmount> = {
    key: "agency",
    label: text("tally.agency"),
    cell: ({ agencyId }) => agencies.find(({ id }) => id === agencyId)?.name ?? "",
  };
  const columns: Column<ConfirmedAmount>[] = [
    {
      key: "day",
      label: text("tally.day"),
      names: true,
      cell: ({ agencyId, day }) => <Link to={`${agencyId}/${day}`}>{format.dayLong(day)}</Link>,
    },
    ...(all ? [agency] : []),
    { key: "goods", label: text("tally.goods"), cell: ({ group }) => text.commodity(group) },
    {
      key: "quantity",
      label: text("tally.quantity"),
      numeric: true,
      cell: ({ quantity, unit }) => format.quantity(quantity, unit),
    },
    { key: "bound", label: text("tally.confirmed.bound"), numeric: true, cell: bound },
  ];
  return (
    <div className="tally-questions">
      <Panel title={text("tally.confirmed", { n: confirmed.length })} note={text("tally.confirmed.note")}>
        <Table
          label={text("tally.confirmed.list")}
          columns={columns}
          rows={confirmed}
          keyOf={({ agencyId, day, group, dimension }) => `${agencyId} ${day} ${group} ${dimension}`}
          stack
        />
      </Panel>
    </div>
  );
}
