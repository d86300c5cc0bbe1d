import { useEffect, useId, useRef } from "react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { openLanguages, type Standing, type Summary, standingSummaries } from "#app/domain/narrative.ts";
import type { TextOf } from "#app/messages/catalogue.ts";
import { NotSaid } from "./fact-values.tsx";
import type { ReleasedPage } from "./page-types.ts";
import { SummaryForm } from "./summary-form.tsx";
import "./narrative.css";

type NarrativeProps = { page: ReleasedPage; kase: NonNullable<ReleasedPage["case"]> };

/**
 * The case in words: in the reader's own language first, where somebody has put it into that, and always as it was
 * written. Other languages are a tap away.
 */
export function NarrativeSection({ page: { summaries, may, commands }, kase }: NarrativeProps) {
  const text = useText();
  const id = useId();
  const paper = useOpenOnPaper();
  const { narrative, language } = kase.input;
  const { own, others } = standingSummaries(summaries, language, text.locale);
  const writes = may.summarise && { command: commands.summarise ?? "", about: kase.version };
  return (
    <section className="fact-group narrative" aria-labelledby={id} ref={paper}>
      <h2 id={id} className="heading">
        {text("report.line.narrative")}
      </h2>
      {own && <SummaryPart standing={own} writes={writes} />}
      <div className="narrative-part">
        {narrative !== "" && <h3 className="narrative-lead">{originalIn(text, language)}</h3>}
        {narrative === "" ? (
          <NotSaid />
        ) : (
          <p lang={language || undefined} dir="auto" className="told-text">
            {narrative}
          </p>
        )}
      </div>
      {others.length > 0 && (
        <details className="narrative-others">
          <summary>
            {text("summary.others", { n: others.length })}{" "}
            <span className="caption">
              {others.map(({ now }) => text.label(`language.${now.language}`)).join(", ")}
            </span>
          </summary>
          {others.map((standing) => (
            <SummaryPart key={standing.now.language} standing={standing} writes={writes} />
          ))}
        </details>
      )}
      {writes && narrative !== "" && (
        <SummaryForm {...writes} slot="add" languages={openLanguages(summaries, language)} base={0} said="" />
      )}
    </section>
  );
}

function originalIn(text: TextOf, language: string): string {
  if (language === "") return text("summary.original.unsaid");
  // A script or country behind the language is said by its tag: "zh-Hant" is Chinese all the same.
  const [spoken = ""] = language.split("-");
  const named = text.label(`language.${spoken}`, undefined, language);
  return text("summary.original", { language: spoken === language ? named : `${named} (${language})` });
}

type PartProps = { standing: Standing; writes: false | { command: string; about: number } };

/** A summary with who answers for it, of which version of the case, and what it said before. */
function SummaryPart({ standing: { now, before }, writes }: PartProps) {
  const text = useText();
  return (
    <div className="narrative-part">
      <h3 className="narrative-lead">
        {text("summary.in", { language: text.label(`language.${now.language}`) })}
        {now.originalChanged && <Tag tone="warn">{text("summary.changed")}</Tag>}
      </h3>
      <SummaryText summary={now} />
      {before.length > 0 && (
        <details className="screen-only">
          <summary>{text("summary.earlier", { n: before.length })}</summary>
          <ol className="narrative-before">
            {before.map((summary) => (
              <li key={summary.version}>
                <SummaryText summary={summary} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {writes && (
        <SummaryForm {...writes} slot={now.language} language={now.language} base={now.version} said={now.text} />
      )}
    </div>
  );
}

function SummaryText({ summary }: { summary: Summary }) {
  const text = useText();
  const { language, about, at, translator, agency } = summary;
  const isBack = summary.text === "";
  return (
    <>
      {isBack ? (
        <p className="faint">{text("summary.taken_back")}</p>
      ) : (
        <p lang={language} dir="auto" className="told-text">
          {summary.text}
        </p>
      )}
      <p className="caption">
        {translator !== null && (
          <>{text(isBack ? "summary.back_by" : "summary.by", { name: translator, agency: agency ?? "" })} · </>
        )}
        <Time at={at} as="moment" />
        {!isBack && <> · {text("summary.about", { n: about })}</>}
      </p>
    </>
  );
}

/** On paper nothing can be tapped: what is folded away is open there, and afterwards as it was. */
function useOpenOnPaper() {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      const closed = section.current?.querySelectorAll<HTMLDetailsElement>("details.narrative-others:not([open])");
      opened = [...(closed ?? [])];
      for (const one of opened) one.open = true;
    };
    const close = () => {
      for (const one of opened) one.open = false;
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, []);
  return section;
}
