import { Done } from "#app/components/form/done.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { AgencyReading } from "#app/domain/reading.ts";
import type { ActAnswer } from "./act-form.tsx";

/** For its owner: which other agencies had the case before them, and what they did with it. */
export function CaseReadings({ readings }: { readings: readonly AgencyReading[] | null }) {
  const text = useText();
  const format = useFormat();
  if (readings === null) return null;
  return (
    <section className="fact-group">
      <h2 className="heading">{text("seizure.readings.title")}</h2>
      <p>{text("seizure.readings", { n: readings.length })}</p>
      <ul className="readings">
        {readings.map(({ agencyId, agency, persons, first, last, kinds }) => (
          <li key={agencyId}>
            <b>{agency}</b> {text("seizure.readings.persons", { n: persons })}
            <div className="caption">
              {format.list(kinds.map((kind) => text(`seizure.readings.${kind}`)))} · <Time at={first} as="moment" />
              {first !== last && (
                <>
                  {" "}
                  {text("seizure.readings.last")} <Time at={last} as="moment" />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const TAKES_AWAY = ["withdraw", "narrow", "hold"] as const;

/** What was just done to its readers, and who had opened it until then. */
export function ActReceipt({ readings }: { readings: readonly AgencyReading[] | null }) {
  const text = useText();
  const format = useFormat();
  const answer = useAnswer<ActAnswer>();
  const done = answer && "done" in answer ? answer : null;
  const act = TAKES_AWAY.find((one) => one === done?.done);
  if (!act || readings === null) return null;
  const names = format.list(readings.map(({ agency }) => agency));
  return (
    <div className="sent">
      <Done when>
        <b>{text(`seizure.done.${act}`, { n: Number(done?.lost ?? 0) })}</b>{" "}
        {text("seizure.done.readings", { n: readings.length, names })}
      </Done>
    </div>
  );
}
