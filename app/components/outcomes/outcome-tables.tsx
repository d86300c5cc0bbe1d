import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { Id } from "#app/domain/id.ts";
import { OUTCOME_KINDS, type OutcomeKind } from "#app/domain/outcome/kinds.ts";
import type { OutcomeTable, Told, ToldDetail } from "#app/domain/outcome/tabulate.ts";

type KindRow = { key: string; label: string; told: Told };

/** Cases with an outcome of each kind, beside the cases that these are of, and of how many nothing is known. */
export function KindTable({ table }: { table: OutcomeTable }) {
  const text = useText();
  const format = useFormat();
  const rows: KindRow[] = [
    ...table.kinds.map(({ kind, ...told }) => ({ key: kind, label: text(`outcome.kind.${kind}`), told })),
    { key: "any", label: text("outcomes.any"), told: table.any },
  ];
  const columns: Column<KindRow>[] = [
    { key: "kind", label: text("outcomes.kind"), names: true, cell: ({ label }) => label },
    { key: "with", label: text("outcomes.with"), numeric: true, cell: ({ told }) => <ToldCases told={told} /> },
    { key: "of", label: text("outcomes.of"), numeric: true, cell: ({ told }) => format.number(told.of) },
    {
      key: "share",
      label: text("outcomes.share"),
      numeric: true,
      cell: ({ told }) => (told.told === 0 ? "–" : format.percent(told.told, told.of)),
    },
    {
      key: "unknown",
      label: text("outcomes.unknown"),
      numeric: true,
      cell: ({ told }) => format.number(told.of - told.told),
    },
  ];
  return <Table label={text("outcomes.by_kind")} columns={columns} rows={rows} keyOf={({ key }) => key} stack />;
}

/** The number of cases; where nobody has said anything it is not 0 but not known. */
function ToldCases({ told }: { told: Told }) {
  const text = useText();
  const format = useFormat();
  if (told.told === 0) return <span className="unknown">{text("outcomes.unknown")}</span>;
  return <>{format.number(told.told)}</>;
}

type AgencyRow = OutcomeTable["agencies"][number] & { name: string };
type AgencyProps = { table: OutcomeTable; agencies: Readonly<Record<Id, string>> };

export function AgencyTable({ table, agencies }: AgencyProps) {
  const text = useText();
  const columns: Column<AgencyRow>[] = [
    { key: "agency", label: text("outcomes.agency"), names: true, cell: ({ name }) => name },
    ...OUTCOME_KINDS.map(
      (kind: OutcomeKind): Column<AgencyRow> => ({
        key: kind,
        label: text(`outcome.kind.${kind}`),
        numeric: true,
        cell: ({ kinds }) => <OfCases told={kinds[kind]} />,
      }),
    ),
    { key: "any", label: text("outcomes.any"), numeric: true, cell: ({ any }) => <OfCases told={any} /> },
  ];
  const rows = rowsByName(table, agencies);
  return (
    <Table label={text("outcomes.by_agency")} columns={columns} rows={rows} keyOf={({ agency }) => agency} stack />
  );
}

/** Agencies with cases, by name. */
export function rowsByName(table: OutcomeTable, agencies: AgencyProps["agencies"]): AgencyRow[] {
  return table.agencies
    .map((row) => ({ ...row, name: agencies[row.agency] ?? "" }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** "3 / 41": numerator and denominator; where nobody has said anything a dash that is read out as that. */
function OfCases({ told }: { told: Told }) {
  const text = useText();
  const format = useFormat();
  if (told.told > 0) return <span className="nowrap">{`${format.number(told.told)} / ${format.number(told.of)}`}</span>;
  return (
    <span className="unknown nowrap">
      <span aria-hidden="true">? / {format.number(told.of)}</span>
      <span className="aside">{text("outcomes.unknown")}</span>
    </span>
  );
}

export function DetailTable({ table }: { table: OutcomeTable }) {
  const text = useText();
  const format = useFormat();
  const answerOf = useAnswerWords();
  const amountOf = useAmountWords();
  const columns: Column<ToldDetail>[] = [
    {
      key: "answer",
      label: text("outcomes.answer"),
      names: true,
      cell: (row) => [text(`outcome.kind.${row.kind}`), answerOf(row)].filter(Boolean).join(": "),
    },
    { key: "cases", label: text("outcomes.in_cases"), numeric: true, cell: ({ cases }) => format.number(cases) },
    { key: "told", label: text("outcomes.told"), numeric: true, cell: ({ outcomes }) => format.number(outcomes) },
    {
      key: "persons",
      label: text("outcomes.persons"),
      numeric: true,
      cell: (row) => (COUNTS_PERSONS.has(row.kind) ? <Persons persons={row.persons} /> : "–"),
    },
    {
      key: "amounts",
      label: text("outcomes.amounts"),
      numeric: true,
      cell: ({ sums }) => sums.map(amountOf).join(" · ") || "–",
    },
    {
      key: "unsaid",
      label: text("outcomes.unsaid"),
      numeric: true,
      cell: ({ kind, unsaid }) => (kind === "laboratory" ? "–" : format.number(unsaid)),
    },
  ];
  const keyOf = ({ kind, code }: ToldDetail) => `${kind} ${code}`;
  return <Table label={text("outcomes.details")} columns={columns} rows={table.details} keyOf={keyOf} stack />;
}

const COUNTS_PERSONS: ReadonlySet<OutcomeKind> = new Set(["charge", "verdict", "sentence"]);

function Persons({ persons }: { persons: number | null }) {
  const text = useText();
  const format = useFormat();
  if (persons === null) return <span className="unknown">{text("outcomes.not_said")}</span>;
  return <>{format.number(persons)}</>;
}

/** Which message names the answer of a kind; goods have a list of codes for it. */
const ANSWERS: Record<Exclude<OutcomeKind, "charge" | "disposal">, string> = {
  laboratory: "finding",
  verdict: "result",
  sentence: "sanction",
  assets: "measure",
};

export function useAnswerWords(): (row: Pick<ToldDetail, "kind" | "code">) => string {
  const text = useText();
  return ({ kind, code }) => {
    if (kind === "charge") return "";
    return kind === "disposal" ? text.code("disposal", code) : text.label(`outcome.${ANSWERS[kind]}.${code}`);
  };
}

/** "12,000 USD", "12.5 kg": what is no unit of goods is a currency. */
function useAmountWords(): (sum: { unit: string; amount: string }) => string {
  const format = useFormat();
  return ({ unit, amount }) =>
    /^[A-Z]{3}$/.test(unit) ? `${format.decimal(amount)}\u00a0${unit}` : format.quantity(amount, unit);
}
