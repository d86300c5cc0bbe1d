import { refusalOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { useFormKey } from "#app/components/tally/tally-answer.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { NoticePanel } from "./notice-panel.tsx";
import { OwnView } from "./own-view.tsx";
import { ViewHead } from "./view-head.tsx";
import type { View, ViewNotice } from "./views-types.ts";
import "./views.css";

type ViewsPageProps = {
  views: readonly View[];
  notices: readonly ViewNotice[];
  keeps: boolean;
  command: string;
  answer: unknown;
};

/** Views that the reader kept and those that others share, and what was told of the own ones. */
export function ViewsPage({ views, notices, keeps, command, answer }: ViewsPageProps) {
  const text = useText();
  const formKey = useFormKey(answer);
  useRenewalOn("operation", (type) => /^view\.(shared|changed|withdrawn)$/.test(type));
  const own = views.filter((view) => view.own);
  const others = views.filter((view) => !view.own);
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("shell.place.views")}</h1>
      </header>
      <div className="stack gap-4">
        {wasLost(answer) && <Notice tone="warn">{text("views.lost")}</Notice>}
        <FormErrors refused={refusalOf(answer, "keep")} labels={{ name: text("views.name") }} />
        <DoneWords answer={answer} />
        <NoticePanel notices={notices} command={command} />
        <Panel title={text("views.own")} note={text("views.own.note")}>
          {own.length === 0 && <p className="panel-part muted">{text("views.own.none")}</p>}
          <ul className="view-lines">
            {own.map((view) => (
              <OwnView key={view.id} {...{ view, command, keeps, answer, formKey }} />
            ))}
          </ul>
        </Panel>
        <Panel title={text("views.shared")} note={text("views.shared.note")}>
          {others.length === 0 && <p className="panel-part muted">{text("views.shared.none")}</p>}
          <ul className="view-lines">
            {others.map((view) => (
              <li key={view.id} className="view-line">
                <div>
                  <ViewHead view={view} />
                  <p className="caption">{text("views.by", { name: view.maker ?? "–", agency: view.agency ?? "–" })}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

const DONE = {
  keep: "views.saved",
  rename: "views.rename.done",
  drop: "views.drop.done",
  watch: "views.watch.done",
  unwatch: "views.watch.stopped",
} as const;

function DoneWords({ answer }: { answer: unknown }) {
  const text = useText();
  const done = typeof answer === "object" && answer !== null && "done" in answer ? answer.done : undefined;
  const key = Object.entries(DONE).find(([intent]) => intent === done)?.[1];
  return <Done when={key !== undefined}>{key && text(key)}</Done>;
}
