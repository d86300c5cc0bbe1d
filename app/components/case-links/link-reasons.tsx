import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { looksToldTwice } from "#app/domain/case-links/told-twice.ts";
import type { LinkedPair, ShownReason } from "./link-types.ts";

type LinkReasonsProps = {
  pair: LinkedPair;
  /** Among how many cases was counted how rare a way of hiding is. */
  cases: number;
};

/** Why two cases stand beside each other, the strongest reason first, each with what it is about. */
export function LinkReasons({ pair: { sides, reasons, newKinds }, cases }: LinkReasonsProps) {
  const text = useText();
  const words = useReasonWords(cases);
  return (
    <>
      <ul className="link-reasons" aria-label={text("links.reasons")}>
        {reasons.map((reason) => (
          <li key={reason.kind}>
            {words(reason)}
            {newKinds.includes(reason.kind) && (
              <>
                {" "}
                <Tag tone="lamp">{text("links.new")}</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
      {looksToldTwice(...sides) && <p className="caption link-twice">{text("links.twice")}</p>}
    </>
  );
}

function useReasonWords(cases: number): (reason: ShownReason) => string {
  const text = useText();
  const format = useFormat();
  const countries = useCountryNames();
  const country = (code = "") => countries[code] ?? code;
  const code = (value: string) => {
    const [list = "", of = ""] = value.split(":");
    return text.code(list, of);
  };
  return ({ kind, values, n }) => {
    switch (kind) {
      case "hidden":
        return text("links.reason.hidden", { what: format.list(values.map(code)), n, cases });
      case "route":
        return text("links.reason.route", { from: country(values[0]), to: country(values[1]) });
      case "commodity":
        return text("links.reason.commodity", { what: format.list(values.map((value) => text.commodity(value))) });
      case "packed":
        return text("links.reason.packed", { what: format.list(longest(values)) });
      default:
        return text(`links.reason.${kind}`, { what: format.list([...values]), n });
    }
  };
}

/** Long words say most, and more than some are not read. */
const WORDS_SHOWN = 6;
const longest = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).slice(0, WORDS_SHOWN);
