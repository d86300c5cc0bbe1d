import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { KnownLine } from "./media-types.ts";
import "./known.css";

type Known = Pick<KnownLine, "id" | "outlet" | "source" | "day"> & { caseNo?: string };

/** What of these cases is public in its country already: it is no news. */
export function KnownWords({ known }: { known: readonly Known[] }) {
  const text = useText();
  const format = useFormat();
  if (known.length === 0) return null;
  return (
    <ul className="media-known">
      {known.map(({ id, caseNo, outlet, source, day }) => (
        <li key={id}>
          <span className="strong">{text("media.known.already")}</span>{" "}
          {caseNo && <span className="code">{caseNo}</span>} <bdi>{outlet}</bdi>, {format.day(day)}
          {source && (
            <>
              {" · "}
              <bdi className="media-source">{source}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
