import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { KnownLine } from "./media-types.ts";

type Known = Pick<KnownLine, "id" | "caseNo" | "outlet" | "source" | "day">;

/** What of these cases is public in its country already: it is no news. */
export function KnownWords({ known }: { known: readonly Known[] }) {
  const text = useText();
  const format = useFormat();
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
