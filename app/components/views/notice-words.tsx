import { Link } from "@remix-run/react";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useViewPlaces } from "./view-place.ts";
import type { ViewNotice } from "./views-types.ts";

/** How many cases came to fit which view, since when, and the ways there. */
export function useNoticeWords() {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return ({ view, cases, firstAt, at: told }: ViewNotice) => {
    const [since, at] = [format.relative(firstAt, now), format.relative(told, now)];
    return {
      title: text("views.told", { n: cases, view }),
      when: since === at ? at : text("views.told.since", { since, at }),
    };
  };
}

export function NoticeLinks({ notice }: { notice: ViewNotice }) {
  const text = useText();
  const places = useViewPlaces();
  const { cases, seizures } = notice;
  const [only] = seizures;
  return (
    <>
      {cases === 1 && only && <Link to={places.seizure(only)}>{text("views.told.case")}</Link>}
      <Link to={places.of(notice)}>{text("views.told.open")}</Link>
    </>
  );
}
