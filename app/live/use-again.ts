import { useFetcher, useLoaderData, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { watchPage } from "./watch-page.ts";

/** The data of a page says when it was read: what was read last holds. */
type Read = { readAt: string };

/**
 * For a page about what no stream tells of: its own loader, and no other of the page, is asked again every so often while
 * it is looked at, and whenever somebody comes back to it. Forms go on with the command with which the page was loaded,
 * so nothing that is being typed is lost.
 */
export function useLoadedAgain<T extends (...asked: never[]) => Promise<Read>>(everyMs: number) {
  const loaded = useLoaderData<T>();
  const { pathname, search } = useLocation();
  const href = pathname + search;
  // One for each address: an answer that was under way while another was turned to is not taken for that one's.
  const { data, load } = useFetcher<T>({ key: `again ${href}` });
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === "visible" && navigator.onLine) latest.current(href);
    };
    const unwatch = watchPage({ check: again, offline: () => {} });
    const asking = setInterval(again, everyMs);
    return () => {
      unwatch();
      clearInterval(asking);
    };
  }, [href, everyMs]);
  return { loaded, again: data !== undefined && data.readAt > loaded.readAt ? data : loaded };
}
