import { type ReactNode, useId } from "react";

type PanelProps = {
  title: string;
  /** How it is ordered or counted, beside the title. */
  note?: ReactNode;
  acts?: ReactNode;
  /** n, cut-off, rule, exclusions. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A docked part of a page: depth is lightness and a hairline. */
export function Panel({ title, note, acts, foot, children }: PanelProps) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id} className="heading">
          {title}
        </h2>
        {note && <span className="caption">{note}</span>}
        {acts && <span className="panel-acts">{acts}</span>}
      </header>
      {children}
      {foot && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}
