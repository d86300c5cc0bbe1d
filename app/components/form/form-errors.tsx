import { useEffect, useRef } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";
import { anchorOf } from "./form-context.tsx";

type FormErrorsProps = {
  refused: FormAnswer | undefined;
  /** Names of the fields, in the order of the form. */
  labels?: Readonly<Record<string, string>>;
};

/** Why a form was not accepted, with a way to each place; it has the focus when it appears. */
export function FormErrors({ refused, labels = {} }: FormErrorsProps) {
  const text = useText();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) summary.current?.focus();
  }, [refused]);
  if (!refused) return null;
  const names = Object.keys(refused.fields);
  const order = Object.keys(labels);
  const sorted = [...names].sort((left, right) => placeOf(order, left) - placeOf(order, right));
  const title =
    names.length > 0 ? text("error.fields", { n: names.length }) : text.error(refused.problem, refused.values);
  return (
    <div ref={summary} className="form-errors" role="alert" tabIndex={-1}>
      <p className="strong">{title}</p>
      {names.length > 0 && (
        <ul>
          {sorted.map((name) => (
            <li key={name}>
              <a href={`#${anchorOf(name)}`} className="link" onClick={(event) => goTo(event, name)}>
                {labels[name] ?? labels[name.split(".").at(-1) ?? ""] ?? name}
              </a>
              {": "}
              {refused.fields[name]?.map((key) => text.error(key)).join(" ")}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function placeOf(order: readonly string[], name: string): number {
  const place = order.indexOf(name);
  return place < 0 ? order.length : place;
}

/** With scripts the focus goes into the field itself. */
function goTo(event: { preventDefault(): void }, name: string) {
  const control = document.getElementById(anchorOf(name))?.querySelector<HTMLElement>("input, select, textarea");
  if (!control) return;
  event.preventDefault();
  control.focus();
}
