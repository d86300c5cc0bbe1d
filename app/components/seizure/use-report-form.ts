import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { questionKey } from "#app/domain/asked.ts";
import { fieldsOf, pairsOf } from "#app/domain/seizure-form/fields.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { forgetKept, readKept, useKeeping } from "./kept-form.ts";
import { makeReportStore, type ReportStore } from "./report-store.ts";
import type { ReportAnswer } from "./report-types.ts";
import { useBrowserEffect } from "./use-browser-effect.ts";

type Settings = {
  initial: FormFields;
  answer: ReportAnswer | null;
  keptUnder: string;
  /** Where it goes instead of to the server. */
  onKeep?: (fields: FormFields) => Promise<void>;
};

/** The form in the browser: its store, its keeping, and its sending from memory. */
export function useReportForm({ initial, answer, keptUnder, onKeep }: Settings) {
  const [store] = useState(() => makeReportStore(answer?.fields ?? initial));
  const form = useRef<HTMLFormElement>(null);
  const { keptAt, stop } = useKeeping(keptUnder, store);
  const restored = useRestoring({ store, form, keptUnder, initial, answered: answer !== null });
  const { send, busy } = useSending(store, answer, onKeep);
  useAnswer(store, form, answer);
  return {
    store,
    form,
    keptAt,
    restored,
    busy,
    send,
    beginAnew: () => {
      stop();
      forgetKept(keptUnder);
      window.location.reload();
    },
  };
}

type Restoring = {
  store: ReportStore;
  form: RefObject<HTMLFormElement>;
  keptUnder: string;
  initial: FormFields;
  answered: boolean;
};

/** Brings back what this device kept; else takes over what was typed before scripts came. */
function useRestoring({ store, form, keptUnder, initial, answered }: Restoring): string | null {
  const [restored, setRestored] = useState<string | null>(null);
  useBrowserEffect(() => {
    const typed = form.current ? fieldsOf(new FormData(form.current)) : {};
    const changed = Object.entries(typed).some(
      ([name, value]) => value.length > 0 && differs(store.fields()[name], value),
    );
    const kept = answered || changed ? null : readKept(keptUnder);
    if (kept && saysMore(kept.fields, initial)) {
      store.replace(kept.fields, { redraw: true });
      setRestored(kept.at);
    } else if (changed) {
      store.replace({ ...store.fields(), ...typed }, { redraw: true });
    }
  }, []);
  return restored;
}

function differs(before: string | string[] | undefined, now: string | string[]): boolean {
  return JSON.stringify(before ?? "") !== JSON.stringify(now);
}

const NOT_TYPED = ["id", "commandId", "draftCommandId", "baseVersion", "asked", "mark"];

function saysMore(kept: FormFields, initial: FormFields): boolean {
  return Object.entries(kept).some(
    ([name, value]) => !NOT_TYPED.includes(name) && value.length > 0 && differs(initial[name], value),
  );
}

/** Sends the whole form from memory; while the line is away, again as soon as it is back: with the same ids. */
function useSending(store: ReportStore, answer: ReportAnswer | null, onKeep: Settings["onKeep"]) {
  const submit = useSubmit();
  const navigation = useNavigation();
  const { pathname } = useLocation();
  // With an answer that stays on this page the loading behind it need not be waited for: it was asked or refused.
  const leaves = navigation.location?.pathname !== pathname;
  const busy = navigation.formMethod === "POST" && (navigation.state === "submitting" || leaves);
  const lost = answer?.lost === true;

  function sendAs(what: string) {
    // Whoever saw a question and sends has answered it: this holds for a second try after a lost line too.
    for (const question of answer?.questions ?? []) store.take({ act: "keep", question: questionKey(question) });
    if (onKeep) {
      void onKeep(store.fields());
      return;
    }
    const data = new FormData();
    for (const [name, value] of pairsOf(store.fields())) if (name !== "asked") data.append(name, value);
    data.set("send", what);
    submit(data, { method: "post", replace: true });
  }
  const again = useRef(sendAs);
  again.current = sendAs;
  useEffect(() => {
    if (!lost) return;
    const retry = () => again.current("report");
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [lost]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    sendAs(submitter instanceof HTMLButtonElement && submitter.value === "draft" ? "draft" : "report");
  }
  return { send, busy };
}

/** After the server's word: what it said holds again for every field, and the first place to look at gets the focus. */
function useAnswer(store: ReportStore, form: RefObject<HTMLFormElement>, answer: ReportAnswer | null) {
  const first = useRef(answer);
  useEffect(() => {
    if (!answer || answer === first.current) return;
    first.current = null;
    if (answer.lost) return;
    const depth = answer.fields.depth ?? "short";
    const deeper = depth !== store.text("depth");
    // Two versions were put together: the form is theirs and one's own from here on.
    const merged = answer.stale !== undefined;
    store.replace({ ...(merged ? answer.fields : store.fields()), depth }, { redraw: deeper || merged });
    const wrong = form.current?.querySelector<HTMLElement>("[aria-invalid=true], .input-asked, .answers button");
    wrong?.focus();
    wrong?.scrollIntoView({ block: "center" });
  }, [answer, store, form]);
}
