import { useText } from "#app/components/ui/text-context.tsx";
import { REPORT_FORMS } from "#app/domain/operation-report/report-forms.ts";

/** A frozen version as files. `home`: its own address. */
export function EditionFiles({ home }: { home: string }) {
  const text = useText();
  return (
    <span className="edition-files">
      {REPORT_FORMS.map((form) => (
        <a key={form} href={`${home}/report.${form}`} className="link" download>
          {text(`operation_report.${form}`)}
        </a>
      ))}
    </span>
  );
}
