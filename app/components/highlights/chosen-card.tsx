import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { KnownWords } from "#app/components/media/known-words.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { covers } from "#app/domain/operation-report/highlight.ts";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import { HighlightSaid } from "./highlight-said.tsx";
import { HighlightWhy } from "./highlight-state.tsx";
import type { HighlightLine } from "./highlight-types.ts";
import { OwnersWords } from "./owners-words.tsx";
import { refusalFor, WordsForm } from "./words-form.tsx";

type ChosenCardProps = {
  line: HighlightLine;
  /** For whom the report is now. */
  audience: ReportAudience;
  home: string;
  mayWrite: boolean;
  command: string;
  answer: unknown;
};

/** A case that was chosen, with the ways to ask in other words, to ask again, and to take it out. */
export function ChosenCard({ line, audience, home, mayWrite, command, answer }: ChosenCardProps) {
  const text = useText();
  const { seizure, version, words, state, owners, author, at } = line;
  const hidden = { seizure, base: String(version) };
  const refused = refusalFor(answer, "choose_highlight", hidden);
  return (
    <li className="highlight-card" id={`case-${seizure}`}>
      <HighlightSaid home={home} {...line} />
      <p className="caption">
        {author && `${text("operation_report.highlight.by", { who: author })} · `}
        <Time at={at} />
      </p>
      <HighlightWhy {...line} />
      <KnownWords known={line.known} />
      <OwnersWords owners={owners} />
      <Refusal refused={refusalFor(answer, "take_out_highlight", hidden)} />
      {mayWrite && (
        <div className="highlight-acts">
          {state === "wider" && !covers(line.audience, audience) && (
            <CommandForm command={command} intent="choose_highlight" hidden={{ ...hidden, words }}>
              <Send size="small">{text("operation_report.highlight.ask.again")}</Send>
            </CommandForm>
          )}
          <details open={refused !== undefined}>
            <summary>{text("operation_report.highlight.reword")}</summary>
            <WordsForm
              key={version}
              intent="choose_highlight"
              command={command}
              hidden={hidden}
              field={{ name: "words", label: text("operation_report.highlight.words"), begins: words }}
              send={text("operation_report.highlight.ask")}
              answer={answer}
            />
          </details>
          <CommandForm command={command} intent="take_out_highlight" hidden={hidden}>
            <Send kind="plain" size="small">
              {text("operation_report.highlight.take_out")}
            </Send>
          </CommandForm>
        </div>
      )}
    </li>
  );
}
