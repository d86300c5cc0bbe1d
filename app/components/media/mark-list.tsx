import type { ReactNode } from "react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { MarkLine } from "./media-types.ts";

type MarkListProps = { marks: readonly MarkLine[]; none?: string; act?: (mark: MarkLine) => ReactNode };

/** Marks that something about a case is open, to those who may know which. */
export function MarkList({ marks, none, act }: MarkListProps) {
  const text = useText();
  const format = useFormat();
  if (marks.length === 0) return none ? <p className="muted panel-part">{none}</p> : null;
  return (
    <ul className="media-marks">
      {marks.map((mark) => (
        <li key={mark.id}>
          <p className="media-head">
            <Tag tone="danger">{text(`media.open.kind.${mark.kind}`)}</Tag>
            <span className="code">{mark.caseNo}</span>
            <span className="muted">
              {mark.until
                ? text("media.open.until", { at: format.moment(mark.until) })
                : text("media.open.lifted_only")}
            </span>
          </p>
          <p dir="auto">{mark.reason}</p>
          {act?.(mark)}
        </li>
      ))}
    </ul>
  );
}
