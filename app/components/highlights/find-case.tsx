import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportWords } from "../operation-report/document-types.ts";
import type { FoundCases } from "./highlight-types.ts";
import { proposedWords } from "./proposed-words.ts";
import { WordsForm } from "./words-form.tsx";

type FindCaseProps = {
  found: FoundCases | null;
  words: ReportWords;
  home: string;
  command: string;
  answer: unknown;
};

/** Cases by their number, each with words that its recorded fields alone carry. */
export function FindCase({ found, words, home, command, answer }: FindCaseProps) {
  const text = useText();
  const none = found !== null && found.cases.length === 0;
  return (
    <div className="highlight-find">
      <Form method="get" preventScrollReset className="highlight-search">
        <Field
          label={text("operation_report.highlight.find")}
          hint={text("operation_report.highlight.find.hint")}
          errors={none ? [{ key: "operation_report.highlight.find.none", values: { asked: found.asked } }] : []}
        >
          <TextInput name="case" key={found?.asked} defaultValue={found?.asked} />
        </Field>
        <Button type="submit">{text("operation_report.highlight.find.send")}</Button>
      </Form>
      <ul className="highlight-cards">
        {found?.cases.map(({ fact, caseNo, chosen }) => (
          <li key={fact.id} className="highlight-card">
            <p className="highlight-head">
              <Link to={`${home}/seizures/${fact.id}`} className="code link">
                {fact.messageNo}
              </Link>
              {caseNo !== null && <bdi className="code muted">{caseNo}</bdi>}
              {chosen && <Tag>{text("operation_report.highlight.already")}</Tag>}
            </p>
            {!chosen && (
              <WordsForm
                intent="choose_highlight"
                command={command}
                hidden={{ seizure: fact.id, base: "0" }}
                field={{
                  name: "words",
                  label: text("operation_report.highlight.words"),
                  hint: text("operation_report.highlight.words.hint"),
                  begins: proposedWords(fact, words),
                }}
                send={text("operation_report.highlight.ask")}
                answer={answer}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
