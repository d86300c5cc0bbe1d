import { z } from "zod";
import { PANEL_KINDS } from "#app/domain/dashboard.ts";
import { refusalOf } from "../form/answer.ts";
import { CommandForm, Send } from "../form/command-form.tsx";
import { Done } from "../form/done.tsx";
import { FormErrors } from "../form/form-errors.tsx";
import { wasLost } from "../form/line-loss.ts";
import { Notice } from "../ui/notice.tsx";
import { useText } from "../ui/text-context.tsx";
import { usePanelNames } from "./panel-names.ts";

const Removed = z.object({
  done: z.literal("remove"),
  base: z.string(),
  at: z.string(),
  kind: z.enum(PANEL_KINDS),
  query: z.string(),
  wide: z.string(),
});

const STEPS = ["add", "move", "widen", "look", "remove"] as const;

/** What became of the last step; what was taken away can be put back where it stood. */
export function DashboardAnswer({ answer, command, arrange }: { answer: unknown; command: string; arrange: boolean }) {
  const text = useText();
  const nameOf = usePanelNames();
  const removed = Removed.safeParse(answer).data;
  return (
    <div className="board-answers">
      {wasLost(answer) && <Notice tone="warn">{text("views.lost")}</Notice>}
      {STEPS.map((step) => (
        <FormErrors key={step} refused={refusalOf(answer, step)} />
      ))}
      <Done when={isDone(answer, "rename")}>{text("views.saved")}</Done>
      {removed && arrange && (
        <Done when>
          <p>{text("dashboards.removed", { name: nameOf(removed.kind) })}</p>
          <CommandForm
            command={command}
            intent="add"
            hidden={{
              base: removed.base,
              at: removed.at,
              kind: removed.kind,
              query: removed.query,
              wide: removed.wide,
            }}
          >
            <Send kind="plain" size="small">
              {text("dashboards.put_back")}
            </Send>
          </CommandForm>
        </Done>
      )}
    </div>
  );
}

function isDone(answer: unknown, intent: string): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === intent;
}
