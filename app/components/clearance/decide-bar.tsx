import { useRef, useState } from "react";
import { AskText } from "#app/components/form/ask.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/dialog.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { ClearanceAct } from "#app/domain/clearance.ts";
import type { TrayReport } from "./tray-types.ts";

/** `zone`: by whose clock an approval is said to have been given; `open`: what is typed below may be wrong. */
type DecideBarProps = { chosen: readonly TrayReport[]; zone: string; open: boolean };

/** The acts on what is chosen, with the reason and the order they rest on; always in reach. */
export function DecideBar({ chosen, zone, open }: DecideBarProps) {
  const text = useText();
  const hydrated = useHydrated();
  const n = chosen.length;
  const some = n > 0 || !hydrated;
  return (
    <div className="tray-bar">
      <div className="tray-fields">
        <AskText name="note" label={text("clearance.note")} hint={text("clearance.note.hint")} />
        <details className="tray-order" open={open ? true : undefined}>
          <summary>{text("clearance.order")}</summary>
          <div className="tray-order-fields">
            <AskText name="order.reference" label={text("clearance.order.reference")} optional />
            <AskText name="order.approver" label={text("clearance.order.approver")} optional />
            <AskText
              name="givenAt"
              label={text("clearance.given")}
              hint={text("clearance.given.hint", { zone })}
              input={{ type: "datetime-local" }}
              optional
            />
          </div>
        </details>
      </div>
      <div className="tray-acts">
        <span className="caption" aria-live="polite">
          {hydrated && text("clearance.chosen_count", { n })}
        </span>
        {(!hydrated || chosen.some(({ hold }) => hold)) && <Decide act="take_up" enabled={some} />}
        <Decide act="put_on_hold" enabled={some} />
        <Decide act="return" enabled={some} />
        {hydrated ? <Approve chosen={chosen} /> : <Decide act="clear" enabled primary />}
      </div>
    </div>
  );
}

function Decide({ act, enabled, primary }: { act: ClearanceAct; enabled: boolean; primary?: boolean }) {
  const text = useText();
  return (
    <Button kind={primary ? "primary" : "plain"} name="intent" value={act} disabled={!enabled}>
      {text(`clearance.act.${act}`)}
    </Button>
  );
}

/** An approval that releases cannot be called back from those who have read: it is asked about, with their names. */
function Approve({ chosen }: { chosen: readonly TrayReport[] }) {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState(false);
  const last = chosen.filter(({ step, steps, heldBack }) => step + 1 >= steps && !heldBack);
  const names = [...new Set(last.flatMap(({ readers }) => readers.names))];
  const send = () => {
    setAsked(false);
    button.current?.form?.requestSubmit(button.current);
  };
  return (
    <>
      <button ref={button} type="submit" name="intent" value="clear" hidden tabIndex={-1} aria-hidden="true" />
      <Button
        type="button"
        kind="primary"
        disabled={chosen.length === 0}
        aria-haspopup="dialog"
        onClick={() => (last.length > 0 ? setAsked(true) : send())}
      >
        {text("clearance.act.clear_n", { n: chosen.length })}
      </Button>
      <ConfirmDialog
        open={asked}
        title={text("clearance.confirm.title", { n: last.length })}
        confirm={text("clearance.confirm.yes", { n: chosen.length })}
        keep={text("form.keep")}
        onConfirm={send}
        onClose={() => setAsked(false)}
      >
        {names.length > 0
          ? text("clearance.confirm.text", { names: names.join("; ") })
          : text("clearance.confirm.nobody")}
      </ConfirmDialog>
    </>
  );
}
