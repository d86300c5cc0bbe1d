import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import type { TallyTodayData } from "#app/components/tally/tally-today.tsx";
import { useTalliesHome } from "#app/components/tally/use-tallies-home.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";

/** Nothing was seized today: one tap, and one that means it. Gone once something is on record or was reported. */
export function NilAtThumb({ tallies }: { tallies: TallyTodayData | null }) {
  const text = useText();
  const format = useFormat();
  const home = useTalliesHome();
  if (!tallies?.own) return null;
  const { own, day } = tallies;
  if (!own.standing || own.said !== null || own.cases > 0 || own.standing.mark === "nil") return null;
  return (
    <div className="officer-nil">
      <ConfirmSend
        action={`${home}/${own.agencyId}/${day}`}
        command={own.command}
        intent="post"
        hidden={{ "tallies.0.day": day, "tallies.0.baseVersion": "0", "tallies.0.said": "nil" }}
        label={text("today.nil")}
        title={text("today.nil.title", {
          day: own.since < day ? format.dayRange(own.since, day) : format.dayShort(day),
        })}
        confirm={text("today.nil.confirm")}
        keep={text("ui.cancel")}
        kind="primary"
      >
        {text("today.nil.text")}
      </ConfirmSend>
    </div>
  );
}
