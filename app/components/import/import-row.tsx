import { Link } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { RowStanding } from "#app/domain/import/progress.ts";
import type { GridRow } from "./import-types.ts";
import { MendRow } from "./mend-row.tsx";
import { RowNotes } from "./row-notes.tsx";
import { RowSaidList } from "./row-said.tsx";

type ImportRowProps = {
  row: GridRow;
  home: string;
  /** Where the forms of the page are sent. */
  address: string;
  open: boolean;
};

const TONES: Partial<Record<RowStanding | "held", "warn" | "danger" | "passed" | "lamp">> = {
  error: "danger",
  question: "warn",
  held: "warn",
  differs: "lamp",
  ok: "passed",
};

/** One record of the file, on a phone under each other what stands side by side on a desk. */
export function ImportRow({ row, home, address, open }: ImportRowProps) {
  const text = useText();
  const [mending, setMending] = useState(false);
  const { standing, outcome, seizureId, forgotten } = row;
  const mendable = open && standing !== "done" && standing !== "skip" && !forgotten;
  // Clear in itself, and kept back by the other lines of its case.
  const isHeld = standing === "ok" && row.heldBy.length + row.contradicts.length > 0;
  const shown = isHeld ? "held" : standing;
  const word = standing === "done" ? text.label(`import.outcome.${outcome}`) : text(`import.standing.${shown}`);
  return (
    <li className="import-row">
      <div className="import-row-head">
        <span className="code">{text("import.row", { n: row.row + 1 })}</span>
        <Tag tone={TONES[shown]}>{word}</Tag>
        {seizureId && (
          <Link to={`${home}/seizures/${seizureId}${outcome === "drafted" ? "/draft" : ""}`} className="link">
            {text("import.row.seizure")}
          </Link>
        )}
        {mendable && !mending && (
          <Button type="button" size="small" kind="quiet" onClick={() => setMending(true)}>
            {text("import.mend")}
          </Button>
        )}
      </div>
      {forgotten ? (
        <p className="caption">{text("import.row.forgotten")}</p>
      ) : (
        <>
          <Written row={row} />
          {standing !== "skip" && <RowSaidList said={row.said} />}
          <RowNotes row={row} address={address} open={mendable} mend={() => setMending(true)} />
        </>
      )}
      {mending && mendable && <MendRow row={row} address={address} done={() => setMending(false)} />}
    </li>
  );
}

function Written({ row }: { row: GridRow }) {
  const text = useText();
  const cells = row.cells.filter(({ written, mended }) => written.trim() !== "" || mended !== null);
  return (
    <div className="import-part">
      <h3 className="caption">{text("import.written")}</h3>
      <dl className="import-cells">
        {cells.map(({ at, heading, written, mended }) => (
          <div key={at}>
            <dt>{heading || text("import.column.unnamed", { n: at + 1 })}</dt>
            <dd>
              {mended === null ? (
                written
              ) : (
                <>
                  {written.trim() !== "" && <del>{written}</del>} <ins>{mended}</ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
