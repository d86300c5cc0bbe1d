import { createContext, useContext, useSyncExternalStore } from "react";
import { questionKey } from "#app/domain/asked.ts";
import type { Question } from "#app/domain/checks.ts";
import type { FieldError } from "#app/domain/field-errors.ts";
import type { ReportChoices } from "#app/domain/seizure-form/choices.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import type { FormStep } from "#app/domain/seizure-form/steps.ts";
import type { ReportStore } from "./report-store.ts";
import type { ReportAnswer, ReportKind } from "./report-types.ts";

type Report = {
  store: ReportStore;
  choices: ReportChoices;
  kind: ReportKind;
  answer: ReportAnswer | null;
  personId: string;
  /** It is kept on this device first, and goes out by itself. */
  isKept: boolean;
};

const ReportContext = createContext<Report | null>(null);

export const ReportProvider = ReportContext.Provider;

export function useReport(): Report {
  const report = useContext(ReportContext);
  if (!report) throw new Error("A part of the report form stands outside of it");
  return report;
}

/** What is read from the form, drawn again only when that very thing changes. */
function useOf<T>(read: (store: ReportStore) => T): T {
  const { store } = useReport();
  return useSyncExternalStore(
    store.subscribe,
    () => read(store),
    () => read(store),
  );
}

export function useTyped(name: string): string {
  return useOf((store) => store.text(name));
}

export function useChosen(name: string): readonly string[] {
  return useOf((store) => store.list(name));
}

export function useRows(prefix: string): readonly number[] {
  return useOf((store) => store.rows(prefix));
}

/** Changes whenever fields were put in from outside: parts that keep text of their own begin anew with it. */
export function useGeneration(): number {
  return useOf((store) => store.generation());
}

export function useSet(): (values: FormFields) => void {
  return useReport().store.set;
}

export function useTake(): (step: FormStep) => void {
  return useReport().store.take;
}

const NOTHING: readonly FieldError[] = [];

/** What the server found wrong at a field, until somebody has been at it. */
export function useErrors(names: readonly string[]): readonly FieldError[] {
  const { answer, store } = useReport();
  const open = useOf(() => names.filter((name) => !store.isChanged(name)).join(" ")).split(" ");
  const found = open.flatMap((name) => answer?.errors?.[name] ?? NOTHING);
  return found.length > 0 ? found : NOTHING;
}

/** The first open question at these fields, until it is answered or its field changes. */
export function useQuestion(names: readonly string[]): Question | undefined {
  const { answer, store } = useReport();
  const open = useOf(() => names.filter((name) => !store.isChanged(name)).join(" ")).split(" ");
  const kept = useChosen("confirmed");
  return answer?.questions?.find((question) => open.includes(question.field) && !kept.includes(questionKey(question)));
}
