import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskChoice } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Field } from "#app/components/ui/field.tsx";
import { TextArea } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Erratum } from "./beside-types.ts";
import type { DocumentSection, ReportSource } from "./document-types.ts";
import { lastOfErrata } from "./errata-state.ts";
import { ErratumLine } from "./erratum-line.tsx";
import { placeName } from "./erratum-place.ts";
import { useReportWords } from "./report-words.ts";
import "./errata.css";

export type ErrataProps = {
  edition: number;
  errata: readonly Erratum[];
  sections: readonly DocumentSection[];
  source: ReportSource;
  mayCorrect: boolean;
  command: string;
  answer: unknown;
};

/** Other forms of the page say by themselves what they did. */
const OWN_ACTS = ["add_erratum", "withdraw_erratum"] as const;

/** What was found wrong in a published version, before everything else that it says. */
export function Errata(props: ErrataProps) {
  const { edition, errata, sections, mayCorrect, answer } = props;
  const text = useText();
  const format = useFormat();
  const said = doneOf(answer);
  const done = OWN_ACTS.find((act) => act === said);
  const last = lastOfErrata(errata);
  if (errata.length === 0 && !mayCorrect) return null;
  return (
    <section id="errata" className="report-section" aria-labelledby="head-errata">
      <header className="report-section-head">
        <h2 id="head-errata">{text("operation_report.errata.title", { n: edition })}</h2>
        {last && <span className="caption">{text("operation_report.errata.as_of", { at: format.moment(last) })}</span>}
      </header>
      <Done when={done !== undefined}>{done && text(`operation_report.errata.done.${done}`)}</Done>
      {errata.length === 0 && <p className="muted">{text("operation_report.errata.none")}</p>}
      <ol className="errata">
        {errata.map((erratum) => (
          <li key={erratum.id}>
            <ErratumView erratum={erratum} sections={sections} />
            {mayCorrect && erratum.withdrawn === null && <Withdraw {...props} erratum={erratum.id} />}
          </li>
        ))}
      </ol>
      {mayCorrect && <NewErratum {...props} />}
    </section>
  );
}

type ErratumViewProps = { erratum: Erratum; sections: readonly DocumentSection[] };

function ErratumView({ erratum, sections }: ErratumViewProps) {
  const text = useText();
  const words = useReportWords();
  const { section, line, said, correct, reason, author, at, withdrawn } = erratum;
  const place = sections.find(({ code }) => code === section);
  const facts = [
    [line === "" ? "said" : "before", said],
    [line === "" ? "correct" : "after", correct],
    ["reason", reason],
  ] as const;
  return (
    <div className={withdrawn ? "erratum erratum-withdrawn" : "erratum"}>
      <p>
        <a href={`#section-${section}`} className="link">
          {place ? `${place.number} ${place.title}` : section}
        </a>
        {line !== "" && <span className="strong">: {placeName(line, words)}</span>}{" "}
        <span className="caption">
          {author} · <Time at={at} as="moment" />
        </span>
      </p>
      <dl>
        {facts.map(([name, told]) => (
          <div key={name}>
            <dt>{text(`operation_report.errata.${name}`)}</dt>
            <dd dir="auto">{told}</dd>
          </div>
        ))}
      </dl>
      {withdrawn && (
        <p>
          <Tag tone="warn">{text("operation_report.errata.withdrawn")}</Tag> <span dir="auto">{withdrawn.reason}</span>{" "}
          <span className="caption">
            {withdrawn.author} · <Time at={withdrawn.at} as="moment" />
          </span>
        </p>
      )}
    </div>
  );
}

function Withdraw({ command, answer, erratum }: ErrataProps & { erratum: string }) {
  const text = useText();
  const refusal = refusalOf(answer, "withdraw_erratum");
  const refused = refusal?.form.erratum === erratum ? refusal : undefined;
  return (
    <details className="erratum-act" open={refused !== undefined}>
      <summary>{text("operation_report.errata.withdraw")}</summary>
      <CommandForm command={command} intent="withdraw_erratum" hidden={{ erratum }} className="stack">
        <FormErrors refused={refused?.fields.reason ? undefined : refused} />
        <Field label={text("operation_report.errata.reason")} errors={refused?.fields.reason}>
          <TextArea name="reason" rows={2} />
        </Field>
        <div>
          <Send kind="danger" size="small">
            {text("operation_report.errata.withdraw.send")}
          </Send>
        </div>
      </CommandForm>
    </details>
  );
}

function NewErratum({ sections, source, command, answer }: ErrataProps) {
  const text = useText();
  const rounds = useRounds(answer, (said) => doneOf(said) === "add_erratum");
  const refused = refusalOf(answer, "add_erratum");
  const labels = {
    section: text("operation_report.errata.section"),
    line: text("operation_report.errata.line"),
    said: text("operation_report.errata.said"),
    correct: text("operation_report.errata.correct"),
    reason: text("operation_report.errata.reason"),
  };
  return (
    <details className="erratum-act" open={refused !== undefined}>
      <summary>{text("operation_report.errata.add")}</summary>
      <CommandForm key={rounds} command={command} intent="add_erratum" className="stack">
        <FormState refused={refused}>
          <p className="muted">{text("operation_report.errata.add.lead")}</p>
          <FormErrors refused={refused} labels={labels} />
          <AskChoice
            name="section"
            label={labels.section}
            options={sections.map(({ code, number, title }) => ({ value: code, label: `${number} ${title}` }))}
            none={text("operation_report.errata.section.choose")}
          />
          <ErratumLine sections={sections} source={source} />
          <AskArea name="said" optional label={labels.said} rows={2} />
          <AskArea name="correct" label={labels.correct} rows={2} />
          <AskArea name="reason" label={labels.reason} rows={2} />
          <div>
            <Send>{text("operation_report.errata.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}
