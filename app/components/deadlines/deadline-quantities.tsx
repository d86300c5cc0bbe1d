import { Panel } from "#app/components/ui/panel.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { BASE_UNIT } from "#app/domain/base-unit.ts";
import type { DeadlineFigures } from "#app/domain/deadline.ts";
import { fromMicro } from "#app/domain/exact-decimal.ts";

type Quantity = DeadlineFigures["quantities"][number];

/** What was taken by kind of goods, in four figures; below the table to the last digit, where that says more. */
export function DeadlineQuantities({ quantities }: Pick<DeadlineFigures, "quantities">) {
  const text = useText();
  const format = useFormat();
  const amount = (micro: string, { dimension }: Quantity) =>
    micro === "0" ? "" : format.total(fromMicro(BigInt(micro)), BASE_UNIT[dimension]);
  return (
    <Panel title={text("deadlines.quantities")}>
      <Table
        label={text("deadlines.quantities")}
        rows={quantities}
        keyOf={({ commodity, dimension }) => `${commodity} ${dimension}`}
        stack
        columns={[
          {
            key: "goods",
            label: text("report.line.goods"),
            names: true,
            cell: ({ commodity }) => text.commodity(commodity),
          },
          { key: "cases", label: text("deadlines.cases"), numeric: true, cell: ({ cases }) => format.number(cases) },
          {
            key: "amount",
            label: text("deadlines.measured"),
            numeric: true,
            cell: (row) => amount(row.micro, row),
          },
          {
            key: "estimated",
            label: text("deadlines.estimated"),
            numeric: true,
            cell: (row) => amount(row.estimatedMicro, row),
          },
        ]}
      />
      <Exact quantities={quantities} />
    </Panel>
  );
}

function Exact({ quantities }: Pick<DeadlineFigures, "quantities">) {
  const text = useText();
  const format = useFormat();
  const exact = ({ dimension }: Quantity, micro: string) =>
    format.quantity(fromMicro(BigInt(micro)), BASE_UNIT[dimension]);
  const isRounded = (row: Quantity) =>
    [row.micro, row.estimatedMicro].some(
      (micro) => exact(row, micro) !== format.total(fromMicro(BigInt(micro)), BASE_UNIT[row.dimension]),
    );
  const rounded = quantities.filter(isRounded);
  if (rounded.length === 0) return null;
  return (
    <details className="sum-exact">
      <summary>{text("deadlines.exact")}</summary>
      <ul>
        {rounded.map((row) => (
          <li key={`${row.commodity} ${row.dimension}`}>
            {text.commodity(row.commodity)}: {row.micro !== "0" && exact(row, row.micro)}
            {row.micro !== "0" && row.estimatedMicro !== "0" && "; "}
            {row.estimatedMicro !== "0" &&
              text("deadlines.exact.estimated", { quantity: exact(row, row.estimatedMicro) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
