import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { CLOSING_CHECKS } from "#app/domain/closing.ts";
import type { ClosingLine, GivenLine } from "./closing-types.ts";

/** Closings, openings and the reasons that were given, the latest first: nothing of it is ever taken back. */
export function ClosingHistory({
  closings,
  reasons,
}: {
  closings: readonly ClosingLine[];
  reasons: readonly GivenLine[];
}) {
  const text = useText();
  const lines = [
    ...closings.flatMap(({ number, by, closedAt, reopened }) => [
      { key: `c${number}`, at: closedAt, by, title: text("closing.history.closed"), words: "" },
      ...(reopened
        ? [
            {
              ...{ key: `o${number}`, at: reopened.at, by: reopened.by },
              ...{ title: text("closing.history.reopened"), words: reopened.why },
            },
          ]
        : []),
    ]),
    ...reasons.map(({ id, what, open, reason, by, at }) => {
      const known = CLOSING_CHECKS.find((check) => check.what === what);
      const name = known ? text(`closing.check.${known.what}`) : what;
      return { key: id, at, by, title: text("closing.history.left", { what: name, n: open }), words: reason };
    }),
  ].sort((left, right) => (left.at < right.at ? 1 : -1));
  return (
    <Panel title={text("closing.history")}>
      <ul className="closing-history">
        {lines.map(({ key, at, by, title, words }) => (
          <li key={key}>
            <p className="strong">{title}</p>
            {words && <p dir="auto">{words}</p>}
            <p className="caption">
              {by} · <Time at={at} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
