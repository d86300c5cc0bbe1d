import { PencilSimpleIcon } from "@phosphor-icons/react/dist/ssr/PencilSimple";
import { EndLinks, type EndsOpen } from "#app/components/closing/end-links.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { BoundaryFiles } from "#app/domain/boundary-profile.ts";
import type { OperationKind, OperationPlan, OperationState } from "#app/domain/operation.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import { BoundariesPanel } from "./boundaries-panel.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { StatePanel } from "./state-panel.tsx";

export type PlannedOperation = {
  id: string;
  code: string;
  kind: OperationKind;
  state: OperationState;
  stateReason: string;
  plan: OperationPlan;
  version: number;
  boundaryApprovedAt: string | null;
  boundaryApprovedBy: string | null;
};

export type Box = {
  today: string;
  of: number;
  day: number | null;
  startsIn: number;
  left: number | null;
  cutOffAt: string | null;
};

type PlanPageProps = {
  operation: PlannedOperation;
  box: Box;
  /** Agencies that lead, each with its country. */
  leads: readonly string[];
  /** States to which this reader may move it. */
  moves: readonly OperationState[];
  mayChange: boolean;
  mayApprove: boolean;
  /** What leads from here to the end of the operation. */
  ends: EndsOpen;
  /** Under the profile of national files: which there are. */
  boundaryFiles: BoundaryFiles | null;
  command: string;
  refused: { move: FormAnswer | undefined; approve: FormAnswer | undefined };
  /** Where it has just been moved. */
  moved: OperationState | null;
  approved: boolean;
};

/** The plan as every participant reads it, and where the operation stands in it. */
export function PlanPage(props: PlanPageProps) {
  const {
    operation,
    box,
    leads,
    moves,
    mayChange,
    mayApprove,
    ends,
    boundaryFiles,
    command,
    refused,
    moved,
    approved,
  } = props;
  const text = useText();
  return (
    <div className="page-main">
      <header className="page-head">
        <div>
          <h1 className="title">{text("plan.title")}</h1>
          <p className="page-lead">{text("plan.version", { n: operation.version })}</p>
        </div>
        <div className="page-acts">
          <EndLinks {...ends} />
          {mayChange && (
            <LinkButton to="change" icon={PencilSimpleIcon}>
              {text("plan.change")}
            </LinkButton>
          )}
        </div>
      </header>
      <div className="parts">
        <StatePanel
          operation={operation}
          box={box}
          moves={moves}
          command={command}
          refused={refused.move}
          moved={moved}
        />
        <PlanFacts operation={operation} leads={leads} />
        <BoundariesPanel
          operation={operation}
          mayApprove={mayApprove}
          files={boundaryFiles}
          command={command}
          refused={refused.approve}
          approved={approved}
        />
      </div>
    </div>
  );
}
