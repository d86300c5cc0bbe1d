import { ArrowLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowLeft";
import { ArrowRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowRight";
import { ArrowsInLineHorizontalIcon } from "@phosphor-icons/react/dist/ssr/ArrowsInLineHorizontal";
import { ArrowsOutLineHorizontalIcon } from "@phosphor-icons/react/dist/ssr/ArrowsOutLineHorizontal";
import { DotsSixVerticalIcon } from "@phosphor-icons/react/dist/ssr/DotsSixVertical";
import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import type { DragEvent, ReactNode } from "react";
import type { Panel } from "#app/domain/dashboard.ts";
import { CommandForm, Send } from "../form/command-form.tsx";
import { IconButton } from "../ui/button.tsx";
import { Icon, type IconOf } from "../ui/icon.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FilterToChoose } from "./dashboard-types.ts";
import { PanelLook } from "./panel-look.tsx";
import { usePanelNames } from "./panel-names.ts";

export type Arranging = {
  command: string;
  version: number;
  of: number;
  filters: readonly FilterToChoose[];
  /** By pointer: what is carried, and where it is let go. */
  carry: (at: number) => void;
  dropAt: (at: number) => void;
};

type ArrangePanelProps = { panel: Panel; at: number; arranging: Arranging };

/** Above a panel while its dashboard is arranged: each step is a button, and the panel can be carried by its head. */
export function ArrangePanel({ panel, at, arranging }: ArrangePanelProps) {
  const text = useText();
  const name = usePanelNames()(panel.kind);
  const { command, version, of, filters, carry, dropAt } = arranging;
  const step = (intent: string, said: Record<string, string>, act: ReactNode) => (
    <CommandForm command={command} intent={intent} hidden={{ base: `${version}`, at: `${at}`, ...said }}>
      {act}
    </CommandForm>
  );
  const act = (id: string, icon: IconOf, label: string, disabled = false) => (
    <IconButton type="submit" size="small" id={`arrange-${id}-${at}`} icon={icon} label={label} disabled={disabled} />
  );
  const begin = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", name);
    carry(at);
  };
  const widened = panel.wide ? "narrow" : "wide";
  return (
    <fieldset
      className="arrange"
      aria-label={name}
      draggable
      onDragStart={begin}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        dropAt(at);
      }}
    >
      <span className="arrange-name">
        <Icon of={DotsSixVerticalIcon} />
        {text("dashboards.place", { n: at + 1, of, name })}
      </span>
      <span className="arrange-acts">
        {step(
          "move",
          { to: `${at - 1}` },
          act("earlier", ArrowLeftIcon, text("dashboards.earlier", { name }), at === 0),
        )}
        {step(
          "move",
          { to: `${at + 1}` },
          act("later", ArrowRightIcon, text("dashboards.later", { name }), at === of - 1),
        )}
        {step(
          "widen",
          { wide: panel.wide ? "no" : "yes" },
          act(
            "widen",
            panel.wide ? ArrowsInLineHorizontalIcon : ArrowsOutLineHorizontalIcon,
            text(`dashboards.${widened}`, { name }),
          ),
        )}
        {step("remove", {}, act("remove", TrashIcon, text("dashboards.remove", { name })))}
      </span>
      <details className="arrange-look">
        <summary>{text("dashboards.look")}</summary>
        {step(
          "look",
          {},
          <div className="fields">
            <PanelLook kind={panel.kind} query={panel.query} filters={filters} />
            <div>
              <Send kind="plain" size="small">
                {text("dashboards.look.send")}
              </Send>
            </div>
          </div>,
        )}
      </details>
    </fieldset>
  );
}
