import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { type CsvCell, csvOf } from "#app/domain/csv.ts";
import { FIGURES, type FigureId } from "#app/domain/figures/definition.ts";
import { Icon } from "../ui/icon.tsx";
import { useText } from "../ui/text-context.tsx";
import { useComparedWords } from "./change-words.ts";
import { useCoverageWords } from "./coverage-line.tsx";
import { useMarking } from "./markings.tsx";
import type { Reckoning } from "./reckoning.ts";

/** The numbers of a figure as rows, without what every file says of itself. */
export type CsvTable = {
  header: readonly string[];
  rows: readonly (readonly CsvCell[])[];
  /** Footnotes, each in a row of its own under the numbers. */
  notes?: readonly string[];
};

type CsvLinkProps = { figure: FigureId; title: string; table: CsvTable; reckoning: Reckoning };

/** The same numbers as a file. Every row says by which rule, as of when, and what the records are. */
export function CsvLink({ figure, title, table, reckoning }: CsvLinkProps) {
  const text = useText();
  const marking = useMarking(reckoning.marking);
  const { rule } = FIGURES[figure];
  const header = [...table.header, text("figure.csv.rule"), text("figure.csv.as_of"), text("figure.csv.records")];
  const told = [rule, reckoning.asOf, marking];
  const behind = useCoverageWords(reckoning.behind);
  const compared = useComparedWords(reckoning.compared);
  const notes = [...(table.notes ?? []), ...(behind ? [behind] : []), ...(compared ? [compared] : [])];
  const footnotes = notes.map((note) => [note, ...table.header.slice(1).map(() => "")]);
  const rows = [...table.rows, ...footnotes].map((row) => [...row, ...told]);
  const name = `${reckoning.operation}-${figure}-${reckoning.asOf.slice(0, 10)}.csv`.toLowerCase();
  return (
    <a
      className="button button-quiet button-icon button-small screen-only"
      href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(header, rows))}`}
      download={name}
    >
      <Icon of={DownloadSimpleIcon} label={text("figure.csv", { title })} />
    </a>
  );
}
