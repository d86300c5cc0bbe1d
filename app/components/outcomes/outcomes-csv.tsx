import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { Icon } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { type CsvCell, csvOf } from "#app/domain/csv.ts";
import { OUTCOME_KINDS } from "#app/domain/outcome/kinds.ts";
import type { Told } from "#app/domain/outcome/tabulate.ts";
import { rowsByName, useAnswerWords } from "./outcome-tables.tsx";
import type { OutcomesPage } from "./outcome-types.ts";

const RULE = "outcome-v1";

/** The same numbers as a file: one table under the other, each row with its cases, its rule and its cut-off. */
export function OutcomesCsv({ page }: { page: OutcomesPage }) {
  const text = useText();
  const rows = useRows(page);
  const header = [
    ...[text("outcomes.csv.table"), text("outcomes.agency"), text("outcomes.kind"), text("outcomes.answer")],
    ...[text("outcomes.with"), text("outcomes.of"), text("outcomes.unknown"), text("outcomes.told")],
    ...[text("outcomes.persons"), text("outcomes.csv.amount"), text("outcomes.csv.unit"), text("outcomes.unsaid")],
    ...[text("outcomes.csv.rule"), text("outcomes.csv.as_of")],
  ];
  const file = csvOf(
    header,
    rows.map((row) => [...row, RULE, `${page.day} ${page.zone}`]),
  );
  return (
    <a
      className="button button-quiet button-icon button-small screen-only"
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(file)}`}
      download={`${page.code}-outcomes-${page.day}.csv`.toLowerCase()}
    >
      <Icon of={DownloadSimpleIcon} label={text("outcomes.csv")} />
    </a>
  );
}

/** What nobody said stays empty: in a file as on the page it is no 0. */
function useRows({ table, silent, agencies }: OutcomesPage): CsvCell[][] {
  const text = useText();
  const answerOf = useAnswerWords();
  const told = ({ told: cases, of }: Told): CsvCell[] => [cases === 0 ? null : cases, of, of - cases];
  const none = [null, null, null, null, null];
  const kinds = [...table.kinds.map(({ kind, ...rest }) => ({ name: text(`outcome.kind.${kind}`), told: rest }))];
  const ofKinds = [...kinds, { name: text("outcomes.any"), told: table.any }].map((row) => [
    ...[text("outcomes.by_kind"), text("outcomes.all"), row.name, null, ...told(row.told), ...none],
  ]);
  const ofAgencies = rowsByName(table, agencies).flatMap((row) =>
    OUTCOME_KINDS.map((kind) => [
      ...[text("outcomes.by_agency"), row.name, text(`outcome.kind.${kind}`), null, ...told(row.kinds[kind]), ...none],
    ]),
  );
  const ofSilent = (silent.named ?? []).map(({ agency, of }) => [
    ...[
      text("outcomes.by_agency"),
      agencies[agency] ?? "",
      text("outcomes.any"),
      null,
      ...told({ told: 0, of }),
      ...none,
    ],
  ]);
  const ofDetails = table.details.flatMap((row) => {
    const sums = row.sums.length > 0 ? row.sums : [{ amount: "", unit: "" }];
    return sums.map(({ amount, unit }): CsvCell[] => [
      ...[text("outcomes.details"), text("outcomes.all"), text(`outcome.kind.${row.kind}`), answerOf(row)],
      ...[row.cases, table.of, null, row.outcomes, row.persons],
      ...[amount === "" ? null : { decimal: amount }, unit, row.unsaid],
    ]);
  });
  return [...ofKinds, ...ofAgencies, ...ofSilent, ...ofDetails];
}
