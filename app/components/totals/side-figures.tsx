import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import { Unknown } from "../ui/marks.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";

type SideFiguresProps = { figures: Pick<EvaluatedFigures, "persons" | "liveAnimals" | "late" | "cases"> };

/** Persons, live animals, late reports: each with how many cases say anything of it. */
export function SideFigures({ figures }: SideFiguresProps) {
  const text = useText();
  const format = useFormat();
  const { persons, late, cases, liveAnimals } = figures;
  const animals = liveAnimals.rows.find((row) => row.measure === "animals");
  return (
    <dl className="side-figures">
      <div>
        <dt>{text("figure.title.persons")}</dt>
        <dd>
          {persons.stating === 0 ? <Unknown /> : <b>{format.number(persons.persons)}</b>}{" "}
          <span className="caption">{text("figure.persons.in", { n: persons.stating, unknown: persons.silent })}</span>
        </dd>
      </div>
      <div>
        <dt>{text("figure.title.liveAnimals")}</dt>
        <dd>
          <b>{format.figure(animals?.total ?? "0")}</b>{" "}
          <span className="caption">{text("figure.live_animals.in", { n: animals?.cases ?? 0 })}</span>
        </dd>
      </div>
      <div>
        <dt>{text("figure.title.late")}</dt>
        <dd>
          <b>{format.number(late.total)}</b>{" "}
          <span className="caption">{text("figure.late.of", { n: late.total, of: cases.total })}</span>
        </dd>
      </div>
    </dl>
  );
}
