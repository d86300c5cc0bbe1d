import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, IconButton } from "./button.tsx";
import { useText } from "./text-context.tsx";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  acts?: ReactNode;
};

/** What the focus begins on: the answer that changes nothing, or the first thing to fill in. */
const FIRST = "[data-first], textarea, select, input:not([type=hidden])";

/** The platform's own modal: keeps the focus inside, closes on Escape, gives the focus back. */
export function Dialog({ open, onClose, title, children, acts }: DialogProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (!open) return element.close();
    element.showModal();
    // By itself the platform begins with what comes first: the button that closes.
    element.querySelector<HTMLElement>(FIRST)?.focus();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={titleId} className="title-2">
          {title}
        </h2>
        <IconButton icon={XIcon} size="small" label={text("ui.close")} onClick={onClose} />
      </header>
      {children}
      {acts && <div className="dialog-acts">{acts}</div>}
    </dialog>
  );
}

type ConfirmDialogProps = {
  open: boolean;
  /** The question with the name of the thing: "Withdraw DEMO-VN-000273?" */
  title: string;
  /** What happens, and to whom. */
  children: ReactNode;
  confirm: string;
  keep: string;
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Both answers are verbs; the one that changes nothing has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  keep,
  danger,
  onConfirm,
  onClose,
  open,
}: ConfirmDialogProps) {
  const acts = (
    <>
      <Button type="button" kind={danger ? "danger" : "primary"} onClick={onConfirm}>
        {confirm}
      </Button>
      <Button type="button" kind="quiet" onClick={onClose} data-first>
        {keep}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={title} acts={acts}>
      <div className="muted">{children}</div>
    </Dialog>
  );
}
