import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { KnownWords } from "#app/components/media/known-words.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { HighlightSaid } from "./highlight-said.tsx";
import type { AskedLine } from "./highlight-types.ts";
import { OwnersWords } from "./owners-words.tsx";
import { refusalFor, WordsForm } from "./words-form.tsx";

type AskedCardProps = { line: AskedLine; mayAnswer: boolean; command: string; home: string; answer: unknown };

/** Words that a report wants to say of an own case, for whom, what stands beside them, and what the owner makes of it. */
export function AskedCard({ line, home, ...acts }: AskedCardProps) {
  const text = useText();
  const { report, handling, state, owners, author, at, published } = line;
  const beside = report.audience === "public" ? "public" : "others";
  return (
    <li className="highlight-card">
      <HighlightSaid home={home} {...line} />
      <dl className="highlight-about">
        <div>
          <dt>{text(`operation_report.kind.${report.kind}`)}</dt>
          <dd dir="auto">{report.title}</dd>
        </div>
        <div>
          <dt>{text("operation_report.audience")}</dt>
          <dd>
            <strong>{text(`operation_report.audience.${report.audience}`)}</strong>
          </dd>
        </div>
      </dl>
      <p className="caption">
        {text(`highlights.beside.${beside}`)} {author && `${text("operation_report.highlight.by", { who: author })} · `}
        <Time at={at} />
      </p>
      <KnownWords known={line.known} />
      <OwnersWords owners={owners} />
      {state === "barred" && <p className="highlight-why">{text("highlights.barred", { handling })}</p>}
      {published && <p className="highlight-why">{text("highlights.published")}</p>}
      {acts.mayAnswer && !published && <Answers line={line} {...acts} />}
    </li>
  );
}

type AnswersProps = Omit<AskedCardProps, "home" | "mayAnswer">;

function Answers({ line, command, answer }: AnswersProps) {
  const text = useText();
  const { report, seizure, version, words, own, state } = line;
  const hidden = { report: report.id, seizure, version: String(version) };
  const form = { command, hidden, answer };
  const clears = state !== "barred";
  const [reworded, refused] = ["clear", "refuse"].map((intent) => refusalFor(answer, intent, hidden));
  return (
    <>
      <Refusal refused={refusalFor(answer, "take_back", hidden)} />
      <div className="highlight-acts">
        {clears && (own !== "cleared" || state === "wider") && (
          <CommandForm command={command} intent="clear" hidden={{ ...hidden, words }}>
            <Send size="small">{text("highlights.clear")}</Send>
          </CommandForm>
        )}
        {own === "cleared" && (
          <CommandForm command={command} intent="take_back" hidden={hidden}>
            <Send kind="plain" size="small">
              {text("highlights.take_back")}
            </Send>
          </CommandForm>
        )}
        {clears && (
          <details open={reworded !== undefined}>
            <summary>{text("highlights.clear.other")}</summary>
            <WordsForm
              key={version}
              {...form}
              intent="clear"
              field={{ name: "words", label: text("operation_report.highlight.words"), begins: words }}
              send={text("highlights.clear")}
            />
          </details>
        )}
        {own !== "refused" && own !== "cleared" && (
          <details open={refused !== undefined}>
            <summary>{text("highlights.refuse")}</summary>
            <WordsForm
              {...form}
              intent="refuse"
              kind="danger"
              field={{ name: "reason", label: text("highlights.why"), hint: text("highlights.why.hint") }}
              send={text("highlights.refuse")}
            />
          </details>
        )}
      </div>
    </>
  );
}
