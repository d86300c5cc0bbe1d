import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { CircleIcon } from "@phosphor-icons/react/dist/ssr/Circle";
import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { CheckLine } from "./closing-types.ts";

type RowProps = { check: CheckLine; maySettle: boolean; command: string; answer: unknown };

/** One check: settled, open, or open with a reason; with the way to where it is mended. */
export function CheckRow({ check, maySettle, command, answer }: RowProps) {
  const { what, open, mayStay, mended, reason } = check;
  const text = useText();
  const format = useFormat();
  const standing = open === 0 ? "settled" : reason ? "left" : "open";
  return (
    <li className={`closing-check closing-${standing}`}>
      <Icon of={ICONS[standing]} size={20} filled={standing === "settled"} />
      <div className="closing-words">
        <h3 className="closing-name">
          {text(`closing.check.${what}`)} <span className="aside">{text(`closing.standing.${standing}`)}</span>
        </h3>
        {open > 0 && <p className="muted">{text(`closing.check.${what}.text`)}</p>}
        {reason && (
          <p className="closing-reason">
            <q dir="auto">{reason.reason}</q>{" "}
            <span className="caption">
              {reason.by} · <Time at={reason.at} />
            </span>
          </p>
        )}
        {open > 0 && mended && (
          <Link to={mended} className="link">
            {text(`closing.check.${what}.link`)}
          </Link>
        )}
        {open > 0 && !reason && mayStay && maySettle && <Leave check={check} command={command} answer={answer} />}
      </div>
      <span className="closing-count">{what === "report" ? "" : format.number(open)}</span>
    </li>
  );
}

const ICONS = { settled: CheckCircleIcon, left: WarningCircleIcon, open: CircleIcon } as const;

/** Why it may stay open: folded away, since mending it is what is wanted. */
function Leave({ check: { what, open }, command, answer }: Omit<RowProps, "maySettle">) {
  const text = useText();
  const refused = refusalOf(answer, "leave_open");
  const mine = refused?.form.what === what ? refused : undefined;
  return (
    <details className="closing-leave" open={mine !== undefined}>
      <summary className="link">{text("closing.leave")}</summary>
      <CommandForm command={command} intent="leave_open" hidden={{ what, open: String(open) }} className="stack gap-3">
        <FormState refused={mine}>
          <FormErrors refused={mine} labels={{ reason: text("closing.why") }} />
          <AskArea name="reason" label={text("closing.why")} hint={text("closing.why.hint")} rows={2} />
          <div>
            <Send kind="plain">{text("closing.leave.send", { n: open })}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}
