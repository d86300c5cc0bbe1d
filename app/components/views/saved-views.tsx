import { BookmarkSimpleIcon } from "@phosphor-icons/react/dist/ssr/BookmarkSimple";
import { Link, useSearchParams } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { keptQuery } from "#app/domain/saved-view.ts";
import type { ViewPage } from "#app/domain/view-address.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { SaveView } from "./save-view.tsx";
import { useViewPlaces } from "./view-place.ts";
import type { ViewsBeside } from "./views-types.ts";
import "./views.css";

type SavedViewsProps = { page: ViewPage; beside: ViewsBeside };
type KeptView = NonNullable<ViewsBeside>["views"][number];

/** Beside the filter of a page: the views of it that were kept, and a way to keep what it shows now. */
export function SavedViews({ page, beside }: SavedViewsProps) {
  const text = useText();
  const { home } = useViewPlaces();
  useRenewalOn("operation", (type) => /^view\.(shared|changed|withdrawn)$/.test(type));
  if (!beside) return null;
  const of = beside.views.filter((view) => view.page === page);
  return (
    <div className="saved-views screen-only">
      <Menu
        summaryClass="chip chip-add"
        summary={
          <>
            <Icon of={BookmarkSimpleIcon} />
            {text("shell.place.views")}
          </>
        }
      >
        <ViewLinks title={text("views.own")} views={of.filter(({ own }) => own)} />
        <ViewLinks title={text("views.shared")} views={of.filter(({ own }) => !own)} />
        {of.length === 0 && <p className="menu-note">{text("views.none")}</p>}
        <Link to={home} className="menu-item menu-last">
          {text("views.all")}
        </Link>
      </Menu>
      {beside.keeps && <SaveView page={page} command={beside.command} own={of.filter(({ own }) => own)} />}
    </div>
  );
}

function ViewLinks({ title, views }: { title: string; views: readonly KeptView[] }) {
  const text = useText();
  const places = useViewPlaces();
  const [params] = useSearchParams();
  if (views.length === 0) return null;
  const now = keptQuery(params.toString());
  return (
    <section aria-label={title}>
      <p className="menu-note">{title}</p>
      {views.map(({ own, id, name, page, query, maker, agency }) => (
        <Link
          key={id}
          to={places.of({ page, query })}
          className="menu-item saved-view"
          aria-current={query === now ? "true" : undefined}
        >
          <span>{name}</span>
          {!own && <span className="caption">{text("views.by", { name: maker ?? "–", agency: agency ?? "–" })}</span>}
        </Link>
      ))}
    </section>
  );
}
