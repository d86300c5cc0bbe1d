import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { ReportTaking } from "#app/domain/operation-report/report-forms.ts";

/** Who took a frozen version away, in which form and when. */
export function TakingsPanel({ takings }: { takings: readonly ReportTaking[] }) {
  const text = useText();
  return (
    <Panel title={text("operation_report.taken")}>
      {takings.length === 0 ? (
        <p className="muted">{text("operation_report.taken.none")}</p>
      ) : (
        <ul className="report-missing">
          {takings.map(({ form, person, agency, at }) => (
            <li key={`${at} ${form} ${person}`}>
              {text(`operation_report.${form}`)}: <span dir="auto">{person}</span>, <span dir="auto">{agency}</span>,{" "}
              <Time at={at} as="moment" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
