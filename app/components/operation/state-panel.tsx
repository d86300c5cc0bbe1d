import { AskArea } from "#app/components/form/ask.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useStateWords } from "#app/components/shell/state-words.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { OPERATION_STATES, type OperationState } from "#app/domain/operation.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { Box, PlannedOperation } from "./plan-page.tsx";
import { TimeInZones } from "./time-in-zones.tsx";

type StatePanelProps = {
  operation: PlannedOperation;
  box: Box;
  moves: readonly OperationState[];
  command: string;
  refused: FormAnswer | undefined;
  moved: OperationState | null;
};

/** Where the operation stands on its way, how much time is left, and the steps that a lead may take from here. */
export function StatePanel({ operation, box, moves, command, refused, moved }: StatePanelProps) {
  const text = useText();
  const { state, stateReason } = operation;
  return (
    <Panel title={text("plan.state")}>
      <div className="panel-part stack gap-4">
        <FormErrors refused={refused} labels={{ reason: text("plan.reason") }} />
        <Done when={moved !== null}>{moved && text(`plan.moved.${moved}`)}</Done>
        <ol className="way">
          {OPERATION_STATES.map((step) => (
            <li key={step} className="way-step" aria-current={step === state ? "step" : undefined}>
              {text(`state.${step}`)}
            </li>
          ))}
        </ol>
        <Standing operation={operation} box={box} />
        {stateReason !== "" && <p className="muted">{text("plan.reason.given", { reason: stateReason })}</p>}
        {moves.length > 0 && <Moves operation={operation} moves={moves} command={command} refused={refused} />}
      </div>
    </Panel>
  );
}

function Standing({ operation, box }: { operation: PlannedOperation; box: Box }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { plan } = operation;
  const words = useStateWords({ ...operation, ...plan, today: box.today });
  const at = box.cutOffAt;
  return (
    <div className="standing">
      <p className="title-2">{words}</p>
      {at && (
        <p className="muted">
          {text("shell.cut_off", { duration: format.duration(new Date(at).getTime() - now.getTime()) })}{" "}
          <TimeInZones at={at} zone={plan.zone} />
        </p>
      )}
    </div>
  );
}

type MovesProps = Pick<StatePanelProps, "operation" | "moves" | "command" | "refused">;

function Moves({ operation, moves, command, refused }: MovesProps) {
  const text = useText();
  const { state, boundaryApprovedAt } = operation;
  const blocked = state === "planning" && boundaryApprovedAt === null;
  return (
    <FormState refused={refused}>
      {blocked && (
        <Notice tone="warn" title={text("plan.move.blocked")}>
          <a href="#borders" className="link">
            {text("plan.move.to_borders")}
          </a>
        </Notice>
      )}
      <div className="row wrap acts">
        {moves
          // Closing has a page of its own, that asks what is still open.
          .filter((to) => to !== "closed" && !(blocked && to === "active"))
          .map((to) => (
            <Move key={to} operation={operation} to={to} command={command} />
          ))}
      </div>
    </FormState>
  );
}

/** Steps on the way to the first day are what the page is for; all others happen by themselves or seldom. */
function isExpected(from: OperationState, to: OperationState): boolean {
  return (from === "draft" && to === "planning") || (from === "planning" && to === "active");
}

function Move({ operation, to, command }: { operation: PlannedOperation; to: OperationState; command: string }) {
  const text = useText();
  const format = useFormat();
  const { state: from, plan } = operation;
  const act = text.label(`plan.move.${from}_${to}`);
  const days = { until: format.day(plan.followUpEndsOn), last: format.day(plan.endsOn) };
  return (
    <ConfirmSend
      command={command}
      intent="move"
      hidden={{ from, to }}
      kind={isExpected(from, to) ? "primary" : "plain"}
      label={act}
      title={text("plan.move.title", { state: text(`state.${to}`) })}
      confirm={act}
      keep={text("form.keep")}
      fields={
        from === "closed" && <AskArea name="reason" label={text("plan.reason")} hint={text("plan.reason.hint")} />
      }
    >
      {text.label(`plan.move.${from}_${to}.text`, days)}
    </ConfirmSend>
  );
}
