import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AskText, askedOf } from "./ask-text.tsx";

type AskForTallyProps = {
  day: string;
  since: string;
  agency: { id: string; name: string; country: string };
  asked: readonly string[];
  dueAt: string;
  command: string;
  answer: unknown;
};

/** Asks one agency for the tally that is missing, here and by whatever other way. */
export function AskForTally({ day, since, agency, asked, dueAt, command, answer }: AskForTallyProps) {
  const text = useText();
  const done = askedOf(answer);
  return (
    <Panel title={text("tally.ask.one")}>
      <div className="panel-part stack">
        <FormErrors refused={refusalOf(answer, "ask")} />
        <Done when={done !== null}>{text("tally.asked", { n: done ?? 0 })}</Done>
        <CommandForm command={command} intent="ask" hidden={{ day, agencyIds: agency.id }}>
          <Send>{text(asked.length > 0 ? "tally.ask.again" : "tally.ask.send")}</Send>
        </CommandForm>
        <AskText
          day={day}
          dueAt={dueAt}
          agencies={[{ ...agency, week: since < day ? { since, day } : undefined }]}
          to={`/${agency.id}/${day}`}
        />
      </div>
    </Panel>
  );
}
