import { type FormFields, listOf, rowsOf, textOf } from "#app/domain/seizure-form/rows.ts";
import { afterStep, type FormStep } from "#app/domain/seizure-form/steps.ts";

export type ReportStore = ReturnType<typeof makeReportStore>;

/**
 * The form in the browser. Each field listens to its own text alone, so that a report of two hundred kinds of goods
 * still answers every key at once.
 */
export function makeReportStore(initial: FormFields) {
  let fields = initial;
  let changed = new Set<string>();
  let generation = 0;
  const listeners = new Set<() => void>();
  const lists = new Map<string, readonly string[]>();
  const rows = new Map<string, readonly number[]>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const change = (next: FormFields, names: readonly string[]) => {
    fields = next;
    for (const name of names) changed.add(name);
    tell();
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    fields: () => fields,
    text: (name: string) => textOf(fields, name),
    list: (name: string) => same(lists, name, listOf(fields, name)),
    rows: (prefix: string) => same(rows, prefix, rowsOf(fields, prefix)),
    /** Whether somebody has been at it since the server last spoke: what it said of the field is then over. */
    isChanged: (name: string) => changed.has(name),
    generation: () => generation,
    set: (values: FormFields) => change({ ...fields, ...values }, Object.keys(values)),
    take: (step: FormStep) => {
      const next = afterStep(fields, step);
      if (step.act !== "keep") generation++;
      change(next, step.act === "answer" ? Object.keys(next).filter((name) => next[name] !== fields[name]) : []);
    },
    /** Another form altogether, or the same with the server's word on it. */
    replace: (next: FormFields, { redraw }: { redraw: boolean }) => {
      fields = next;
      changed = new Set();
      if (redraw) generation++;
      tell();
    },
  };
}

/** The list as before, where nothing in it changed: those who listen to it then need not draw again. */
function same<T extends string | number>(kept: Map<string, readonly T[]>, name: string, now: readonly T[]) {
  const before = kept.get(name);
  if (before && before.length === now.length && before.every((value, index) => value === now[index])) return before;
  kept.set(name, now);
  return now;
}
