import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { Refusal } from "#app/components/form/refusal.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useBusy } from "#app/components/form/use-busy.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { TextArea } from "#app/components/ui/inputs.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { FormAnswer } from "#app/form-answer.ts";

/** What the page's action answers: done, or refused with everything that was typed. */
export type ActAnswer = { done: string; lost?: string } | { refused: FormAnswer };

/** The refusal of one act, where the last answer was one. */
export function useRefusal(act: string): FormAnswer | null {
  const answer = useAnswer<ActAnswer>();
  return answer && "refused" in answer && answer.refused.intent === act ? answer.refused : null;
}

type ActFormProps = {
  act: string;
  command: string | undefined;
  /** What it is based on and acts on: hidden fields. */
  values?: Readonly<Record<string, string>>;
  /** A text that goes with it, by the name of its field. */
  says?: { name: string; label: string; hint?: string; optional?: boolean };
  confirm: string;
  kind?: "primary" | "plain" | "danger" | "lamp";
  keyCap?: string;
  children?: ReactNode;
};

/** One act on a seizure as a form of its own: plain, repeatable, refused at its own place. */
export function ActForm({
  act,
  command = "",
  values = {},
  says,
  confirm,
  kind = "plain",
  keyCap,
  children,
}: ActFormProps) {
  const refused = useRefusal(act);
  const busy = useBusy(command);
  const errors = says ? (refused?.fields[says.name] ?? []) : [];
  return (
    <Form method="post" replace preventScrollReset className="act-form">
      <input type="hidden" name="intent" value={act} />
      <input type="hidden" name="command" value={command} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {errors.length === 0 && <Refusal refused={refused} />}
      {says && (
        <Field label={says.label} hint={says.hint} optional={says.optional} errors={errors}>
          <TextArea name={says.name} defaultValue={String(refused?.form[says.name] ?? "")} />
        </Field>
      )}
      <div className="row wrap">
        <Button kind={kind} busy={busy} keyCap={keyCap}>
          {confirm}
        </Button>
      </div>
    </Form>
  );
}

type AskedActProps = {
  label: string;
  title: string;
  danger?: boolean;
  open?: boolean;
  /** The act inside: once it is done, and the page still offers it, nothing is asked any more. */
  act?: string;
  children: ReactNode;
};

/** An act that is asked about first: a dialog with scripts, a disclosure without. */
export function AskedAct({ label, title, danger, open = false, act, children }: AskedActProps) {
  const hydrated = useHydrated();
  const [asked, setAsked] = useState(open);
  const answer = useAnswer<ActAnswer>();
  useEffect(() => {
    if (act !== undefined && answer && "done" in answer && answer.done === act) setAsked(false);
  }, [answer, act]);
  if (!hydrated) {
    return (
      <details className="more-tiles" open={open}>
        <summary className="button">{label}</summary>
        {children}
      </details>
    );
  }
  return (
    <>
      <Button type="button" kind={danger ? "danger" : "plain"} aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {label}
      </Button>
      <Dialog open={asked} onClose={() => setAsked(false)} title={title}>
        {children}
      </Dialog>
    </>
  );
}
