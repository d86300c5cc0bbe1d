import { useRef, useState } from "react";
import { type FormFields, textOf } from "#app/domain/seizure-form/rows.ts";
import type { ReportStore } from "./report-store.ts";
import { useBrowserEffect } from "./use-browser-effect.ts";

export type Kept = { at: string; fields: Record<string, string | string[]> };

/** One form per person, operation and what it is for: the next user of the device finds nothing of the last one's. */
export function keptName(personId: string, operationId: string, purpose: string): string {
  return `naga.report.${personId}.${operationId}.${purpose}`;
}

/** What this device keeps of an unsent form. Tier C and who informed are never among it. */
export function readKept(name: string): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isKept(found) ? found : null;
  } catch {
    // No storage, or something else under that name: then nothing was kept.
    return null;
  }
}

/** By hand: a schema would bring its whole library to a form that has to come over a slow line. */
function isKept(found: unknown): found is Kept {
  if (typeof found !== "object" || found === null || !("at" in found) || !("fields" in found)) return false;
  const { at, fields } = found;
  if (typeof at !== "string" || typeof fields !== "object" || fields === null || Array.isArray(fields)) return false;
  const isText = (value: unknown) => typeof value === "string";
  return Object.values(fields).every((value) => isText(value) || (Array.isArray(value) && value.every(isText)));
}

export function forgetKept(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser without storage has nothing to forget.
  }
}

/** Forgets every kept form of a record that the server has acknowledged. */
export function forgetSent(personId: string, operationId: string, seizureId: string): void {
  for (const purpose of ["new", `draft-${seizureId}`, `amend-${seizureId}`]) {
    const name = keptName(personId, operationId, purpose);
    const kept = readKept(name);
    if (kept && textOf(kept.fields, "id") === seizureId) forgetKept(name);
  }
}

const PAUSE = 400;

/** Keeps the form on this device as it is typed; answers when it was last kept, and null while there is no storage. */
export function useKeeping(name: string, store: ReportStore): { keptAt: string | null; stop: () => void } {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const stopped = useRef(false);
  // Listens before the form takes over what was typed before scripts came, so that this is kept too.
  useBrowserEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      if (!stopped.current) setKeptAt(writeKept(name, store.fields()));
    };
    const forgetLater = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      forgetLater();
    };
  }, [name, store]);
  const stop = () => {
    stopped.current = true;
    forgetKept(name);
    setKeptAt(null);
  };
  return { keptAt, stop };
}

function writeKept(name: string, fields: FormFields): string | null {
  const open = Object.entries(fields).filter(([field]) => !/^(nominal\.|behalf\.informant$)/.test(field));
  const kept: Kept = { at: new Date().toISOString(), fields: Object.fromEntries(open) };
  try {
    localStorage.setItem(name, JSON.stringify(kept));
    return kept.at;
  } catch {
    return null;
  }
}
