import { RichText, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { LinkedPair, PastAnswer } from "./link-types.ts";

/** What was said last, by whom and when; what stood before is a tap away. */
export function LinkHistory({ history }: Pick<LinkedPair, "history">) {
  const text = useText();
  const [last, ...before] = history;
  if (!last) return null;
  return (
    <div className="link-history">
      <Said said={last} />
      {before.length > 0 && (
        <details>
          <summary>{text("links.before", { n: before.length })}</summary>
          {before.map((said) => (
            <Said key={said.at} said={said} />
          ))}
        </details>
      )}
    </div>
  );
}

function Said({ said: { answer, author, agency, at, note } }: { said: PastAnswer }) {
  return (
    <p className="caption">
      <RichText
        id={`links.said.${answer}`}
        values={{ name: author, agency }}
        tags={{ time: () => <Time at={at} as="moment" /> }}
      />
      {note && (
        <>
          {" "}
          <q dir="auto">{note}</q>
        </>
      )}
    </p>
  );
}
