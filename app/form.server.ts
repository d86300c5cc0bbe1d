import { data } from "@remix-run/node";
import { v7 as uuid } from "uuid";
import type { z } from "zod";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import type { FormAnswer, FormValues } from "./form-answer.ts";
import { fieldErrors, statusOf } from "./http.server.ts";

const UNSAID = /password|^command$|^intent$/i;

/** What was typed, to be shown again. A name that comes more than once, or ends in `[]`, gives a list. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (UNSAID.test(name)) continue;
    const all = form.getAll(name).filter((value) => typeof value === "string");
    values[name] = name.endsWith("[]") || all.length > 1 ? all : (all[0] ?? "");
  }
  return values;
}

/** The form that was sent; what is no form, or breaks off in the middle, is refused as a whole. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Problem("invalid", "form.invalid");
  }
}

/** The text of one field; empty where it is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** A whole number as typed; NaN, which no schema takes, for everything else. */
export function wholeOf(form: FormData, name: string): number {
  const typed = textOf(form, name).trim();
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** The id under which the page asked; a form that comes twice is done once. */
export function commandOf<T>(form: FormData, input: T): { id: Id; input: T } {
  const id = Id.safeParse(form.get("command"));
  return { id: id.success ? id.data : uuid(), input };
}

/** Parses what a form said, or throws the Problem that names its fields. */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (!result.success) throw new Problem("invalid", "form.invalid", {}, { fields: fieldErrors(result.error) });
  return result.data;
}

/**
 * Runs an action; a refusal that the form can show comes back to it with everything that was typed. What means that the
 * page itself is not there (no session, no such thing) goes on to the wrapper.
 */
export async function answeringForm<T>(form: FormData, work: (intent: string) => Promise<T>) {
  const intent = textOf(form, "intent");
  try {
    return await work(intent);
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind === "unauthenticated" || thrown.kind === "not-found") throw thrown;
    const answer: FormAnswer = {
      intent,
      problem: thrown.message === "body.invalid" ? "form.invalid" : thrown.message,
      values: thrown.values,
      fields: thrown.detail.fields ?? {},
      form: valuesOf(form),
      current: thrown.detail.current,
    };
    return data({ refused: answer }, { status: statusOf(thrown) });
  }
}
