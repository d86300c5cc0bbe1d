import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { refusalOf } from "#app/components/form/answer.ts";
import { commandFor } from "#app/components/form/command-for.ts";
import { CommandForm } from "#app/components/form/command-form.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ExportPageData } from "./export-types.ts";

/**
 * How far a large workbook is. It is made step by step while somebody of the agency has it open; left, it waits where it
 * stands. A step that was lost on its way is asked for again, by hand.
 */
export function ExportProgress({ line, after, mayMake, commands, answer }: ExportPageData & { answer: unknown }) {
  const text = useText();
  const format = useFormat();
  const fetcher = useFetcher();
  const { state, submit } = fetcher;
  const stopped = wasLost(fetcher.data) || refusalOf(fetcher.data, "go_on") !== undefined;
  const goes = mayMake && !stopped;
  useEffect(() => {
    if (!goes || state !== "idle") return;
    // The same command as the form's, so that a step is made once, whichever of them asked for it.
    const at = { state: line.state, after };
    submit({ intent: "go_on", command: commandFor(commands.goOn, "go_on", at), ...at }, { method: "post" });
  }, [goes, state, submit, commands.goOn, line.state, after]);
  const { seen, expected } = line;
  return (
    <Notice tone={stopped ? "warn" : "lamp"} title={text(stopped ? "export.stopped" : "export.making")}>
      <div className="export-far" role="status">
        <progress value={Math.min(seen, expected)} max={Math.max(expected, 1)} aria-label={text("export.making")} />
        <span className="caption">
          {text("export.far", { seen: format.number(seen), expected: format.number(expected) })}
        </span>
      </div>
      <Refusal refused={refusalOf(fetcher.data, "go_on") ?? refusalOf(answer, "go_on")} />
      {mayMake && (
        <CommandForm command={commands.goOn} intent="go_on" hidden={{ state: line.state, after }}>
          <Button type="submit" size="small" busy={state !== "idle"}>
            {text("export.go_on")}
          </Button>
        </CommandForm>
      )}
    </Notice>
  );
}
