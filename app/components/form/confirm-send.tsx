import { type ReactNode, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { CommandForm } from "./command-form.tsx";

type ConfirmSendProps = {
  command: string;
  intent: string;
  /** What is sent along. */
  hidden?: Readonly<Record<string, string>>;
  /** The button that leads to the question. */
  label: string;
  /** The question, with the name of the thing. */
  title: string;
  /** What happens, and to whom. */
  children: ReactNode;
  confirm: string;
  keep: string;
};

/** Something that is not undone by a second press: asked in a dialog, without scripts in a part that opens below. */
export function ConfirmSend(props: ConfirmSendProps) {
  const { command, intent, hidden = {}, label, title, children, confirm, keep } = props;
  const hydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const send = () => {
    setOpen(false);
    frame.current?.querySelector("form")?.requestSubmit();
  };
  const fields = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  if (!hydrated) {
    return (
      <details className="confirm">
        <summary className="button button-danger">{label}</summary>
        <CommandForm command={command} intent={intent}>
          {fields}
          <p className="strong">{title}</p>
          <p className="muted">{children}</p>
          <Button type="submit" kind="danger">
            {confirm}
          </Button>
        </CommandForm>
      </details>
    );
  }
  return (
    <div ref={frame}>
      <CommandForm command={command} intent={intent}>
        {fields}
        <Button type="button" kind="danger" onClick={() => setOpen(true)}>
          {label}
        </Button>
      </CommandForm>
      <ConfirmDialog
        open={open}
        title={title}
        confirm={confirm}
        keep={keep}
        danger
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
