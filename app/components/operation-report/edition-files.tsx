import { useText } from "#app/components/ui/text-context.tsx";

/** A frozen version as files. `home`: its own address. */
export function EditionFiles({ home }: { home: string }) {
  const text = useText();
  return (
    <span className="edition-files">
      {(["pdf", "docx", "xlsx", "pptx", "html", "csv", "geojson", "zip"] as const).map((form) => (
        <a key={form} href={`${home}/report.${form}`} className="link" download>
          {text(`operation_report.${form}`)}
        </a>
      ))}
    </span>
  );
}
