import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { Missing } from "./missing-of-day.ts";

/**
 * Asks everybody whose tally is missing. It sends mail to people of other administrations and stands on record, so the
 * names of whom it goes to are read first; the words to paste elsewhere stand below without a question.
 */
export function AskMissing({ missing, command }: { missing: Missing; command: string }) {
  const text = useText();
  const format = useFormat();
  const { day, agencies } = missing;
  return (
    <ConfirmSend
      command={command}
      intent="ask"
      hidden={{ day, agencyIds: agencies.map(({ id }) => id).join(",") }}
      kind="primary"
      label={text("tally.ask", { n: agencies.length })}
      title={text("tally.ask.title", { n: agencies.length, day: format.dayLong(day) })}
      confirm={text("tally.ask.send")}
      keep={text("form.keep")}
    >
      {text("tally.ask.text", { agencies: agencies.map(({ country, name }) => `${country} (${name})`).join("; ") })}
    </ConfirmSend>
  );
}
