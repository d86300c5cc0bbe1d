import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import {
  type ChangedLine,
  type FigureLine,
  type LineValues,
  lineValues,
  valueOfLine,
} from "#app/domain/operation-report/lines.ts";
import { valueShown } from "./count-parts.ts";
import type { ReportSource } from "./document-types.ts";
import { lineName } from "./line-names.ts";
import { useReportWords } from "./report-words.ts";

type Figures = { values: LineValues; now: LineValues; asOf: string };

const ReportFigures = createContext<Figures | null>(null);

type FiguresOfReportProps = Pick<ReportSource, "results" | "asOf"> & {
  /** What has changed since: of a draft alone. */
  moved?: readonly ChangedLine[];
  children: ReactNode;
};

/** The figures that texts below name. */
export function FiguresOfReport({ results, asOf, moved = [], children }: FiguresOfReportProps) {
  const figures = useMemo(() => {
    const values = lineValues(results);
    const now = new Map(values);
    for (const { line, after } of moved) {
      if (after === null) now.delete(line);
      else now.set(line, after);
    }
    return { values, now, asOf };
  }, [results, moved, asOf]);
  return <ReportFigures.Provider value={figures}>{children}</ReportFigures.Provider>;
}

/** The figures that texts below name, where nothing else of a report is known. */
export function FiguresNamed({
  lines,
  asOf,
  children,
}: {
  lines: readonly FigureLine[];
  asOf: string;
  children: ReactNode;
}) {
  const figures = useMemo(() => {
    const values = new Map(lines.flatMap(({ line, value }) => (value === "" ? [] : [[line, value] as const])));
    return { values, now: values, asOf };
  }, [lines, asOf]);
  return <ReportFigures.Provider value={figures}>{children}</ReportFigures.Provider>;
}

/** A figure in the midst of words: its value in the report, its name on asking, grey where it has moved since. */
export function FigureChip({ line }: { line: string }) {
  const said = useFigure(line);
  return (
    <data
      className={said.moved ? "figure-chip figure-chip-moved" : "figure-chip"}
      value={said.value}
      title={said.title}
    >
      {said.shown}
    </data>
  );
}

/** The same for an editor, which draws it by itself. */
export function useFigure(line: string) {
  const text = useText();
  const format = useFormat();
  const words = useReportWords();
  const figures = useContext(ReportFigures);
  const value = figures && valueOfLine(figures.values, line);
  if (!figures || value === null) {
    return { value: "", shown: "?", title: text("operation_report.chip.gone"), moved: true };
  }
  const [shown, name] = [valueShown({ format }, value), lineName(line, words)];
  const now = valueOfLine(figures.now, line);
  if (now === value)
    return { value, shown, title: text("operation_report.chip", { name, value: shown }), moved: false };
  const later = now === null ? text("operation_report.no_share") : valueShown({ format }, now);
  const at = format.moment(figures.asOf);
  return {
    value,
    shown,
    title: text("operation_report.chip.moved", { name, value: shown, at, now: later }),
    moved: true,
  };
}

/** Names of all lines with their values, for whoever looks for one. */
export function useFigureList(): { line: string; name: string; value: string }[] {
  const words = useReportWords();
  const figures = useContext(ReportFigures);
  return useMemo(
    () =>
      [...(figures?.values ?? [])].map(([line, value]) => ({
        line,
        name: lineName(line, words),
        value: valueShown(words, value),
      })),
    [figures, words],
  );
}
