import { MegaphoneIcon } from "@phosphor-icons/react/dist/ssr/Megaphone";
import { Link } from "@remix-run/react";
import { doneOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { DeskLog } from "./desk-log.tsx";
import { MarkList } from "./mark-list.tsx";
import type { MediaPageData } from "./media-types.ts";
import { OwnDesk } from "./own-desk.tsx";
import { PlanRelease } from "./plan-release.tsx";
import { ReleaseCard } from "./release-card.tsx";
import "./media.css";

export type MediaProps = MediaPageData & { home: string; answer: unknown };

/** What goes to the press and in which minute, what keeps it back, and what owners say of their own cases. */
export function MediaPage(props: MediaProps) {
  const { releases, runs, speaks, mayRelease, outside, marks, log, home, answer } = props;
  const text = useText();
  const done = doneOf(answer);
  return (
    <div className="view media">
      <header className="view-head">
        <h1>{text("media.title")}</h1>
        <span className="spacer" />
        <Link to={`${home}/help?topic=media`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <p className="muted media-lead">{text(outside ? "media.lead.outside" : "media.lead")}</p>
      <Done when={done !== null}>{done !== null && text.label(`media.done.${done}`)}</Done>
      {wasLost(answer) && <Notice tone="warn" title={text("tally.lost.title")} />}
      <Waiting {...props} />
      {mayRelease && <PlanRelease {...props} />}
      <Panel title={text("media.releases")} note={releases.length > 0 && String(releases.length)}>
        {releases.length === 0 ? (
          <EmptyState level={3} icon={MegaphoneIcon} title={text("media.releases.none")} />
        ) : (
          <ul className="media-cards">
            {releases.map((release) => (
              <ReleaseCard key={release.id} release={release} {...props} />
            ))}
          </ul>
        )}
      </Panel>
      {runs && (
        <Panel title={text("media.open")} note={marks.length > 0 && String(marks.length)}>
          <MarkList marks={marks} none={text("media.open.none")} />
        </Panel>
      )}
      {speaks && <OwnDesk {...props} />}
      {(runs || speaks) && <DeskLog log={log} own={!runs} />}
    </div>
  );
}

/** Leads are told first of what did not go out in its minute. */
function Waiting({ releases, mayRelease }: MediaProps) {
  const text = useText();
  const waiting = releases.filter(({ waitsFor }) => waitsFor !== null);
  if (!mayRelease || waiting.length === 0) return null;
  return (
    <Notice tone="warn" title={text("media.waits.title", { n: waiting.length })}>
      {waiting.map(({ id, title, waitsFor }) => (
        <p key={id}>
          <bdi className="strong">{title}</bdi>: {waitsFor && text(`media.waits.${waitsFor}`)}
        </p>
      ))}
    </Notice>
  );
}
