import { createContext, type ReactNode, useContext } from "react";
import type { FormAnswer, FormValues } from "#app/form-answer.ts";

type FormState = {
  /** What was typed before, or what holds now. */
  values: FormValues;
  errors: Record<string, string[]>;
};

const FormContext = createContext<FormState>({ values: {}, errors: {} });

type FormStateProps = {
  /** What the fields begin with. */
  initial?: FormValues;
  /** The answer of the last try, when it was this form's. */
  refused?: FormAnswer | undefined;
  children: ReactNode;
};

/** What stands in the fields below and what is wrong with it. After a refusal that is what was typed, all of it. */
export function FormState({ initial = {}, refused, children }: FormStateProps) {
  const values = refused ? refused.form : initial;
  return <FormContext.Provider value={{ values, errors: refused?.fields ?? {} }}>{children}</FormContext.Provider>;
}

export function useTyped(name: string): string {
  const value = useContext(FormContext).values[name];
  return Array.isArray(value) ? (value[0] ?? "") : (value ?? "");
}

/** All of it, where a form has as many rows as were filled. */
export function useTypedValues(): FormValues {
  return useContext(FormContext).values;
}

export function useTypedList(name: string): readonly string[] {
  const value = useContext(FormContext).values[name];
  return Array.isArray(value) ? value : value ? [value] : [];
}

export function useFieldErrors(name: string): readonly string[] {
  return useContext(FormContext).errors[name.replace(/\[\]$/, "")] ?? [];
}

/** Where a field stands on the page, for links of the summary. */
export function anchorOf(name: string): string {
  return `at-${name.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
}
