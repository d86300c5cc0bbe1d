import { Link } from "@remix-run/react";
import { type ReactNode, useMemo } from "react";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { useFilterWords } from "#app/components/totals/filter-words.ts";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import { useParticipants } from "#app/components/workspace/use-workspace.ts";
import { filterOf } from "#app/domain/saved-view.ts";
import { useViewPlaces } from "./view-place.ts";
import type { View } from "./views-types.ts";

const PLACES = { map: "map", statistics: "figures", seizures: "seizures" } as const;

/** What a view is called, of which page it is, and what it lets through; what of it is not understood any more is said. */
export function ViewHead({ view, children }: { view: View; children?: ReactNode }) {
  const text = useText();
  const { filter, dropped } = useMemo(() => filterOf(view.query), [view.query]);
  const participants = useParticipants();
  const names = useFilterNames(filter, view.places);
  const words = useFilterWords({ filter, participants, names }).map(([word]) => word);
  return (
    <>
      <p>
        <Link to={useViewPlaces().of(view)} className="strong">
          {view.name}
        </Link>{" "}
        <Tag>{text(`shell.place.${PLACES[view.page]}`)}</Tag> {children}
      </p>
      <p className="caption">{words.length === 0 ? text("views.all_cases") : words.join(" · ")}</p>
      <DroppedValues dropped={dropped} />
    </>
  );
}
