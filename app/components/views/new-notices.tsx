import { BellRingingIcon } from "@phosphor-icons/react/dist/ssr/BellRinging";
import { Link } from "@remix-run/react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { NoticeLinks, useNoticeWords } from "./notice-words.tsx";
import { useViewPlaces } from "./view-place.ts";
import type { ViewNotice } from "./views-types.ts";
import "./views.css";

/** On the first page: what came to fit the views that the reader watches, until it is marked as read. */
export function NewNotices({ notices }: { notices: readonly ViewNotice[] }) {
  const text = useText();
  const words = useNoticeWords();
  const { home } = useViewPlaces();
  if (notices.length === 0) return null;
  return (
    <div className="stack view-news" role="status">
      {notices.map((notice) => {
        const { title, when } = words(notice);
        return (
          <Notice
            key={notice.id}
            tone="lamp"
            icon={BellRingingIcon}
            title={title}
            act={
              <span className="view-ways">
                <NoticeLinks notice={notice} />
                <Link to={home}>{text("views.told.all")}</Link>
              </span>
            }
          >
            {when}
          </Notice>
        );
      })}
    </div>
  );
}
