import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { InsertedNode } from "#app/domain/operation-report/report-text.ts";
import type { DocumentPart } from "./document-types.ts";
import { useInsertable } from "./inserted-part.tsx";

/** Tables, charts and maps of the report, to be put between the words. */
export function PartFinder({ insert }: { insert: (attrs: InsertedNode["attrs"]) => void }) {
  const text = useText();
  const parts = useInsertable();
  return (
    <div className="figure-finder">
      <p className="strong">{text("operation_report.editor.part.which")}</p>
      <ul className="figure-found part-found">
        {parts.map((one) => (
          <PartOffer key={one.part} of={one} insert={insert} />
        ))}
      </ul>
    </div>
  );
}

type PartOfferProps = { of: DocumentPart; insert: (attrs: InsertedNode["attrs"]) => void };

function PartOffer({ of: { part, title, drawing, table }, insert }: PartOfferProps) {
  const text = useText();
  if (part === "highlights" || (drawing === null && table.rows.length === 0)) return null;
  const picture = drawing?.kind === "corridors" ? "map" : "chart";
  return (
    <li className="part-offer">
      <span>{title}</span>
      <span className="row">
        {drawing && drawing.kind !== "heat" && (
          <Button
            type="button"
            size="small"
            aria-label={text(`operation_report.editor.part.${picture}.of`, { title })}
            onClick={() => insert({ part, form: "picture" })}
          >
            {text(`operation_report.editor.part.${picture}`)}
          </Button>
        )}
        <Button
          type="button"
          size="small"
          aria-label={text("operation_report.editor.part.table.of", { title })}
          onClick={() => insert({ part, form: "table" })}
        >
          {text("operation_report.editor.part.table")}
        </Button>
      </span>
    </li>
  );
}
