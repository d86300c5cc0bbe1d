import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { areDrawable, type BoundaryFiles } from "#app/domain/boundary-profile.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import type { PlannedOperation } from "./plan-page.tsx";

type BoundariesPanelProps = {
  operation: PlannedOperation;
  mayApprove: boolean;
  files: BoundaryFiles | null;
  command: string;
  refused: FormAnswer | undefined;
  approved: boolean;
};

/** What the map draws of borders, and which lead answers for it. */
export function BoundariesPanel({ operation, mayApprove, files, command, refused, approved }: BoundariesPanelProps) {
  const text = useText();
  const format = useFormat();
  const { plan, boundaryApprovedAt, boundaryApprovedBy } = operation;
  const profile = plan.boundaryProfile;
  const drawable = files === null || areDrawable(files);
  return (
    <div id="borders">
      <Panel title={text("plan.boundaries")}>
        <div className="panel-part stack">
          <FormErrors refused={refused} />
          <Done when={approved}>{text("plan.boundaries.done")}</Done>
          <p className="strong">{text(`plan.boundaries.${profile}`)}</p>
          <p className="muted">{text(`plan.boundaries.${profile}.note`)}</p>
          {files && <Files {...files} />}
          <p className={boundaryApprovedAt ? "passed" : "warn"}>
            {boundaryApprovedAt
              ? text("plan.boundaries.approved", {
                  who: boundaryApprovedBy ?? text("role.lead"),
                  at: format.moment(boundaryApprovedAt),
                })
              : text("plan.boundaries.unapproved")}
          </p>
          {mayApprove && drawable && !boundaryApprovedAt && (
            <CommandForm command={command} intent="approve" hidden={{ profile }}>
              <Send kind="plain">{text("plan.boundaries.approve")}</Send>
            </CommandForm>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** The files that would be drawn, or what keeps them from it. */
function Files({ files, fault }: BoundaryFiles) {
  const text = useText();
  if (files.length === 0) return <p className="warn">{text("plan.boundaries.files.none")}</p>;
  if (!fault) return <p className="code">{files.join(" · ")}</p>;
  return (
    <p className="warn">
      {text("plan.boundaries.files.fault", { file: fault.file, feature: fault.feature })} {text.error(fault.message)}
    </p>
  );
}
