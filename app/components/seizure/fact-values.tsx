import { type ReactNode, useId } from "react";
import { Unknown } from "#app/components/ui/marks.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { UNKNOWN } from "#app/domain/unknown.ts";

/** A group of facts: term beside value. */
export function FactGroup({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="fact-group" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {title}
        {note && <span className="caption"> {note}</span>}
      </h2>
      <dl className="facts">{children}</dl>
    </section>
  );
}

export function FactLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Nobody has said: not the same as 'unknown'. */
export function NotSaid() {
  const text = useText();
  return <span className="faint">{text("seizure.not_said")}</span>;
}

/** One code in words; 'unknown' looks unknown, an empty field says that nobody has said. */
export function CodeValue({ list, code }: { list: string; code: string | null | undefined }) {
  const text = useText();
  if (!code) return <NotSaid />;
  return code === UNKNOWN ? <Unknown /> : <span>{text.code(list, code)}</span>;
}

export function CodesValue({ list, codes }: { list: string; codes: readonly string[] }) {
  const text = useText();
  if (codes.length === 0) return <NotSaid />;
  return (
    <>
      {codes.map((code) => (code === UNKNOWN ? <Unknown key={code} /> : <Tag key={code}>{text.code(list, code)}</Tag>))}
    </>
  );
}

/** Free text; the language it is written in goes with it. */
export function TextValue({ children, lang }: { children: string | null | undefined; lang?: string }) {
  if (!children) return <NotSaid />;
  return (
    <span lang={lang || undefined} className="told-text">
      {children}
    </span>
  );
}

export function YesNoValue({ value }: { value: boolean | null | undefined }) {
  const text = useText();
  if (value === null || value === undefined) return <NotSaid />;
  return <span>{text(value ? "report.yes" : "report.no")}</span>;
}
