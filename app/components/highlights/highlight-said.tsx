import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { HighlightStateTag } from "./highlight-state.tsx";
import type { AskedLine, HighlightLine } from "./highlight-types.ts";

type Said = Pick<AskedLine & HighlightLine, "seizure" | "caseNo" | "words" | "handling"> & {
  state: AskedLine["state"] | HighlightLine["state"];
};

/** Where it stands with a chosen case, which one it is, and what the report is to say of it. */
export function HighlightSaid({ home, seizure, caseNo, words, handling, state }: Said & { home: string }) {
  const text = useText();
  return (
    <>
      <p className="highlight-head">
        <HighlightStateTag state={state} />
        <Link to={`${home}/seizures/${seizure}`} className="code link">
          {caseNo}
        </Link>
        <Tag>
          <span className="code">{handling}</span> {text.code("handling", handling)}
        </Tag>
      </p>
      <blockquote className="highlight-words" dir="auto">
        {words}
      </blockquote>
    </>
  );
}
