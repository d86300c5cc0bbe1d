import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Missing } from "./missing-of-day.ts";

/**
 * One press asks everybody whose tally is missing. It shows on their own pages and to their systems, to nobody else, and
 * may be said again, so nothing is asked back; whom it went to, the words to paste elsewhere say after it.
 */
export function AskMissing({ missing, command }: { missing: Missing; command: string }) {
  const text = useText();
  const { day, agencies } = missing;
  return (
    <CommandForm command={command} intent="ask" hidden={{ day, agencyIds: agencies.map(({ id }) => id).join(",") }}>
      <Send>{text("tally.ask", { n: agencies.length })}</Send>
    </CommandForm>
  );
}
