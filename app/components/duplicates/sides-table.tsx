import { Link } from "@remix-run/react";
import { useReportLines } from "#app/components/seizure/report-lines.ts";
import { StateWord } from "#app/components/seizure/seizure-words.tsx";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { fillSeizureForm } from "#app/domain/seizure-form/fill.ts";
import { SEIZURE_STATES } from "#app/domain/seizure-states.ts";
import type { PairSide } from "./duplicate-types.ts";

type SidesProps = {
  sides: readonly [PairSide, PairSide];
  home: string;
  /** What stands over each: which of them goes on counting. */
  heads?: readonly [string, string];
};

/** Two messages beside each other, line by line; where they differ it is marked. */
export function SidesTable({ sides, home, heads }: SidesProps) {
  const text = useText();
  const rows = useRows(sides);
  const label = sides.map(({ messageNo }) => messageNo).join(" – ");
  return (
    <TableFrame label={label}>
      <table className="table beside pair-table">
        <thead>
          <tr>
            <td />
            {sides.map((side, index) => (
              <th key={side.id} scope="col">
                {heads && <div>{heads[index]}</div>}
                <Link to={`${home}/${side.id}`} className="code">
                  {side.messageNo}
                </Link>{" "}
                <Standing side={side} />
                <div>{side.agency}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, label: name, words }) => (
            <tr key={path} className={words[0] === words[1] ? undefined : "pair-differs"}>
              <th scope="row">{name}</th>
              {sides.map((side, index) => (
                <td key={side.id}>{words[index] || <span className="unknown">{text("report.line.nothing")}</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {sides.some(({ input }) => input === null) && <p className="caption">{text("duplicates.facts_only")}</p>}
    </TableFrame>
  );
}

function Standing({ side }: { side: PairSide }) {
  const state = SEIZURE_STATES.find((known) => known === side.state);
  return state ? <StateWord fact={{ state }} /> : null;
}

/** What both say, in words: equal lines first to be seen as equal, none left out. */
function useRows(sides: readonly [PairSide, PairSide]) {
  const { mark } = useFormat();
  const { participants } = useWorkspace();
  const countries = useCountryNames();
  const linesOf = useReportLines({
    country: (code) => countries[code] ?? code,
    agency: (id) => participants.find(({ agencyId }) => agencyId === id)?.agencyName ?? id,
    member: (id) => id,
  });
  const lines = (input: SeizureInput | null) => (input ? linesOf(fillSeizureForm(input, { mark, zone: "UTC" })) : []);
  const [left, right] = [lines(sides[0].input), lines(sides[1].input)];
  const paths = [...new Set([...left, ...right].map(({ path }) => path))];
  return paths.map((path) => {
    const [one, other] = [left.find((line) => line.path === path), right.find((line) => line.path === path)];
    return { path, label: one?.label ?? other?.label ?? path, words: [one?.words ?? "", other?.words ?? ""] };
  });
}
