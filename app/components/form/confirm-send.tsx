import { type ReactNode, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { CommandForm } from "./command-form.tsx";

type ConfirmSendProps = {
  command: string;
  intent: string;
  /** Where it goes; by default to the page it stands on. */
  action?: string;
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
  /** Ordinary steps are asked about too; what takes something away is red. */
  kind?: "danger" | "plain" | "primary";
  /** In the line of a table. */
  size?: "small";
  /** Fields that the question needs an answer in. */
  fields?: ReactNode;
};

/** Something that is not undone by a second press: asked in a dialog, without scripts in a part that opens below. */
export function ConfirmSend(props: ConfirmSendProps) {
  const {
    command,
    intent,
    action,
    hidden,
    label,
    title,
    children,
    confirm,
    keep,
    kind = "danger",
    size,
    fields,
  } = props;
  const hydrated = useHydrated();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const send = () => {
    setOpen(false);
    frame.current?.querySelector("form")?.requestSubmit();
  };
  if (!hydrated) {
    return (
      <details className="confirm">
        <summary className={kind === "plain" ? "button" : `button button-${kind}`}>{label}</summary>
        <CommandForm action={action} command={command} intent={intent} hidden={hidden}>
          <p className="strong">{title}</p>
          <p className="muted">{children}</p>
          {fields}
          <Button type="submit" kind={kind}>
            {confirm}
          </Button>
        </CommandForm>
      </details>
    );
  }
  return (
    <div ref={frame}>
      <CommandForm action={action} command={command} intent={intent} hidden={hidden}>
        {fields}
        <Button type="button" kind={kind} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {label}
        </Button>
      </CommandForm>
      <ConfirmDialog
        open={open}
        title={title}
        confirm={confirm}
        keep={keep}
        danger={kind === "danger"}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        {children}
      </ConfirmDialog>
    </div>
  );
}
