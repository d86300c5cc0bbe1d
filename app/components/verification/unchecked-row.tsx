import { Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, useOwnCommand } from "#app/components/form/command-form.tsx";
import { Refusal } from "#app/components/form/refusal.tsx";
import { useBusy } from "#app/components/form/use-busy.ts";
import { useCheckText } from "#app/components/seizure/question-text.ts";
import { GoodsWords, useDayWords } from "#app/components/seizure/seizure-words.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select, TextArea } from "#app/components/ui/inputs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { ASKED_ABOUT, type Finding } from "#app/domain/verification.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { UncheckedReport } from "./verification-types.ts";

type RowProps = {
  report: UncheckedReport;
  home: string;
  chosen: boolean;
  choose: () => void;
  answer: unknown;
};

/** One report to check: what it says, what is odd or missing about it, and the two things that can be done. */
export function UncheckedRow({ report, home, chosen, choose, answer }: RowProps) {
  const text = useText();
  const countries = useCountryNames();
  const words = useCheckText((code) => countries[code] ?? code);
  const { id, findings, answers, risk } = report;
  const [about, setAbout] = useState<Finding | null>(null);
  const acts = useRef<HTMLDivElement>(null);
  // Whoever asks about a finding goes on in the question, which says it already.
  useEffect(() => {
    if (about) acts.current?.querySelector("textarea")?.focus();
  }, [about]);
  return (
    <li
      id={`check-${id}`}
      className={chosen ? "verify-row verify-row-chosen" : "verify-row"}
      aria-current={chosen || undefined}
    >
      <div className="verify-what">
        <Link to={`${home}/${id}`} className="own-report-what" onFocus={choose}>
          <GoodsWords items={report.goods} hollow />
        </Link>
        <Where report={report} />
        <ul className="verify-findings">
          {findings.map((finding) => (
            <li
              key={`${finding.check} ${finding.about} ${JSON.stringify(finding.values)}`}
              className={finding.weight >= 3 ? "verify-heavy" : "verify-light"}
            >
              <span>{words(finding)}</span>
              {chosen && finding.weight > 0 && (
                <Button type="button" size="small" onClick={() => setAbout(finding)}>
                  {text("verify.ask_this")}
                </Button>
              )}
            </li>
          ))}
          {risk === 0 && <li className="verify-light faint">{text("verify.nothing")}</li>}
        </ul>
        {answers.map(({ field, question, answer: said }) => (
          <p key={`${field} ${question}`} className="caption">
            {text("seizure.question.about", { what: text.label(`seizure.about.${field}`) })} <q>{question}</q> —{" "}
            <q>{said}</q>
          </p>
        ))}
      </div>
      <div className="verify-acts" ref={acts}>
        <Tag tone={risk >= 5 ? "warn" : "plain"}>{text("verify.risk", { n: risk })}</Tag>
        {chosen && (
          <Acts
            key={about ? words(about) : ""}
            report={report}
            about={about}
            answer={answer}
            said={about ? words(about) : ""}
          />
        )}
      </div>
    </li>
  );
}

function Where({ report }: { report: UncheckedReport }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const dayWords = useDayWords();
  const countries = useCountryNames();
  const { place, happened, agency, messageNo, releasedAt, awaitedSince } = report;
  const age = (at: string) => format.duration(now.getTime() - Date.parse(at));
  return (
    <p className="caption">
      <span className="code">{messageNo}</span> · {agency} ·{" "}
      {[place.name, countries[place.country] ?? place.country].filter(Boolean).join(", ")} · {dayWords(happened)} ·{" "}
      {text("verify.age", { age: age(releasedAt) })}
      {awaitedSince && (
        <>
          {" "}
          <Tag tone="lamp">{text("verify.awaited", { age: age(awaitedSince) })}</Tag>
        </>
      )}
    </p>
  );
}

type ActsProps = { report: UncheckedReport; about: Finding | null; said: string; answer: unknown };

/** Verify by one press; ask with the words of a finding, to be mended before they go out. */
function Acts({ report, about, said, answer }: ActsProps) {
  const text = useText();
  const { id, version, commands } = report;
  const refusedOf = (intent: string): FormAnswer | undefined => {
    const refused = refusalOf(answer, intent);
    return refused?.form.seizure === id ? refused : undefined;
  };
  const [asking, verifying] = [refusedOf("ask"), refusedOf("verify")];
  return (
    <>
      <CommandForm command={commands.verify} hidden={{ seizure: id, base: String(version) }} replace>
        <Refusal refused={verifying} />
        <Act intent="verify" keyCap="V" primary>
          {text("seizure.verify")}
        </Act>
      </CommandForm>
      <CommandForm
        command={commands.ask}
        hidden={{ seizure: id, id: commands.question }}
        replace
        className="verify-ask"
      >
        <Field label={text("seizure.ask.about")}>
          <Select
            name="field"
            defaultValue={String(asking?.form.field ?? about?.about ?? "amount")}
            options={ASKED_ABOUT.map((field) => ({ value: field, label: text.label(`seizure.about.${field}`) }))}
          />
        </Field>
        <Field label={text("seizure.ask.question")} errors={asking?.fields.question ?? []}>
          <TextArea name="question" rows={3} defaultValue={String(asking?.form.question ?? said)} />
        </Field>
        {!asking?.fields.question && <Refusal refused={asking} />}
        <Act intent="ask" keyCap="A">
          {text("seizure.ask.send")}
        </Act>
      </CommandForm>
    </>
  );
}

type ActProps = { intent: string; keyCap: string; primary?: boolean; children: string };

function Act({ intent, keyCap, primary, children }: ActProps) {
  const busy = useBusy(useOwnCommand());
  return (
    <Button kind={primary ? "primary" : "plain"} name="intent" value={intent} busy={busy} keyCap={keyCap}>
      {children}
    </Button>
  );
}
