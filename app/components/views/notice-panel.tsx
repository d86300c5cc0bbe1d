import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { NoticeLinks, useNoticeWords } from "./notice-words.tsx";
import type { ViewNotice } from "./views-types.ts";

type NoticePanelProps = { notices: readonly ViewNotice[]; command: string };

/** What was told of the reader's own views, the latest first. */
export function NoticePanel({ notices, command }: NoticePanelProps) {
  const text = useText();
  const unread = notices.filter(({ read }) => !read).length;
  const readAll = unread > 1 && (
    <CommandForm command={command} intent="read">
      <Send kind="plain" size="small">
        {text("views.told.read_all")}
      </Send>
    </CommandForm>
  );
  return (
    <Panel title={text("views.told.title")} note={text("views.told.note")} acts={readAll}>
      {notices.length === 0 && <p className="panel-part muted">{text("views.told.none")}</p>}
      <ul className="view-lines">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} command={command} />
        ))}
      </ul>
    </Panel>
  );
}

function NoticeLine({ notice, command }: { notice: ViewNotice; command: string }) {
  const text = useText();
  const { title, when } = useNoticeWords()(notice);
  const hidden = { notice: notice.id };
  return (
    <li className={notice.read ? "view-line view-told" : "view-line view-told view-line-new"}>
      <div>
        <p className={notice.read ? undefined : "strong"}>
          {title} {!notice.read && <Tag tone="lamp">{text("views.told.new")}</Tag>}
        </p>
        <p className="caption">{when}</p>
      </div>
      <div className="view-acts">
        <span className="view-ways">
          <NoticeLinks notice={notice} />
        </span>
        {!notice.read && (
          <CommandForm command={command} intent="read" hidden={hidden}>
            <Send kind="plain" size="small">
              {text("views.told.read")}
            </Send>
          </CommandForm>
        )}
        <CommandForm command={command} intent="dismiss" hidden={hidden}>
          <Send kind="plain" size="small">
            {text("views.told.dismiss")}
          </Send>
        </CommandForm>
      </div>
    </li>
  );
}
