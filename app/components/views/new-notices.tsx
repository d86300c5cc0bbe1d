import { BellRingingIcon } from "@phosphor-icons/react/dist/ssr/BellRinging";
import { Link } from "@remix-run/react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { byView } from "./by-view.ts";
import { NoticeLinks, useNoticeWords } from "./notice-words.tsx";
import { useViewPlaces } from "./view-place.ts";
import type { ViewNotice } from "./views-types.ts";
import "./views.css";

const MOST = 3;

/** On the first page: what came to fit the views that the reader watches, view by view, until it is marked as read. */
export function NewNotices({ notices }: { notices: readonly ViewNotice[] }) {
  const text = useText();
  const words = useNoticeWords();
  const { home } = useViewPlaces();
  if (notices.length === 0) return null;
  return (
    <div className="view-news" role="status">
      <Notice tone="lamp" icon={BellRingingIcon}>
        <ul className="view-news-lines">
          {byView(notices)
            .slice(0, MOST)
            .map((told) => {
              const { title, when } = words(told);
              return (
                <li key={told.id}>
                  <span className="strong">{title}</span>
                  <span className="caption">{when}</span>
                  <NoticeLinks notice={told} />
                </li>
              );
            })}
          <li>
            <Link to={home}>{text("views.told.all")}</Link>
          </li>
        </ul>
      </Notice>
    </div>
  );
}
