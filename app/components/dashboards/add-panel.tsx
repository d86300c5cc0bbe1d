import { MOST_PANELS, PANEL_KINDS } from "#app/domain/dashboard.ts";
import { AskChoice, AskYes } from "../form/ask.tsx";
import { CommandForm, Send } from "../form/command-form.tsx";
import { FormState } from "../form/form-context.tsx";
import { Panel } from "../ui/panel.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FilterToChoose } from "./dashboard-types.ts";
import { PanelLook } from "./panel-look.tsx";
import { usePanelNames } from "./panel-names.ts";

type AddPanelProps = { command: string; version: number; count: number; filters: readonly FilterToChoose[] };

/** One panel more, at the end: which figure, of which cases, and how wide. */
export function AddPanel({ command, version, count, filters }: AddPanelProps) {
  const text = useText();
  const nameOf = usePanelNames();
  if (count >= MOST_PANELS) return <p className="caption">{text("error.dashboards.full")}</p>;
  return (
    <Panel title={text("dashboards.add")}>
      <FormState initial={{ kind: PANEL_KINDS[0] }}>
        <CommandForm command={command} intent="add" hidden={{ base: `${version}` }} className="board-add" key={version}>
          <AskChoice
            name="kind"
            label={text("dashboards.kind")}
            options={PANEL_KINDS.map((kind) => ({ value: kind, label: nameOf(kind) }))}
          />
          <PanelLook kind="headline" query="" filters={filters} />
          <AskYes name="wide">{text("dashboards.as_wide")}</AskYes>
          <div>
            <Send kind="plain">{text("dashboards.add.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </Panel>
  );
}
