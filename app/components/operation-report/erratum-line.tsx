import { useState } from "react";
import { Ask } from "#app/components/form/ask.tsx";
import { useTyped } from "#app/components/form/form-context.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { paragraphLine, paragraphOf, paragraphsIn } from "#app/domain/operation-report/erratum-line.ts";
import type { ReportSource } from "./document-types.ts";
import { placeName } from "./erratum-place.ts";
import { FigureFinder } from "./figure-finder.tsx";
import { useReportWords } from "./report-words.ts";

type Section = { code: string; number: string; title: string };
type ErratumLineProps = { sections: readonly Section[]; source: Pick<ReportSource, "texts" | "results"> };

const SHOWN = 90;

/** Which paragraph or figure an erratum corrects: paragraphs from a list, figures found by their names. */
export function ErratumLine({ sections, source }: ErratumLineProps) {
  const text = useText();
  const words = useReportWords();
  const typed = useTyped("line");
  const [figure, choose] = useState(typed !== "" && paragraphOf(typed) === null ? typed : "");
  const offered = sections.map((section) => ({ section, said: paragraphsIn(source, section.code) }));
  return (
    <Ask
      name="line"
      label={text("operation_report.errata.line")}
      hint={text("operation_report.errata.line.hint")}
      group
    >
      {figure === "" ? (
        <>
          <select name="line" defaultValue={typed} className="input" aria-label={text("operation_report.errata.line")}>
            <option value="">{text("operation_report.errata.line.none")}</option>
            {offered
              .filter(({ said }) => said.some(Boolean))
              .map(({ section: { code, number, title }, said }) => (
                <optgroup key={code} label={`${number} ${title}`}>
                  {said.map(
                    (paragraph, at) =>
                      paragraph !== "" && (
                        <option key={paragraphLine(code, at + 1)} value={paragraphLine(code, at + 1)}>
                          {text("operation_report.errata.paragraph", { n: at + 1 })}: {paragraph.slice(0, SHOWN)}
                        </option>
                      ),
                  )}
                </optgroup>
              ))}
          </select>
          <details className="erratum-figure">
            <summary>{text("operation_report.errata.line.figure")}</summary>
            <FigureFinder insert={choose} />
          </details>
        </>
      ) : (
        <p className="erratum-chosen">
          <input type="hidden" name="line" value={figure} />
          <span>{placeName(figure, words)}</span>
          <Button type="button" size="small" onClick={() => choose("")}>
            {text("operation_report.errata.line.other")}
          </Button>
        </p>
      )}
    </Ask>
  );
}
