import { useMarking } from "#app/components/charts/markings.tsx";
import type { MapPicture } from "#app/components/map/operation-map-props.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { CaseCount } from "#app/domain/figures/result.ts";
import { useMarkingOfOperation, useWorkspace } from "./use-workspace.ts";
import { nameOf } from "./workspace.tsx";

type Shown = { cases: CaseCount; asOf: string; filters: readonly string[] };

/** What stands above and under a picture of the operation's map: it has to be understood where the page is not at hand. */
export function useMapPicture({ cases, asOf, filters }: Shown): MapPicture {
  const { title, counted, cut, rest, nameOf } = usePictureWords();
  return {
    title,
    under: [[counted(cases), ...cut(asOf)].join(" · "), ...rest(filters)],
    name: nameOf("map", asOf),
  };
}

/** The words of pictures, for one of them or for many in a row. */
export function usePictureWords() {
  const text = useText();
  const format = useFormat();
  const { operation } = useWorkspace();
  const marking = useMarking(useMarkingOfOperation());
  const { plan, code } = operation;
  const cut = (asOf: string) => [
    text("linked.picture.as_of", { at: format.moment(asOf) }),
    `${plan.handling}: ${text.code("handling", plan.handling)}`,
  ];
  const rest = (filters: readonly string[]) => [
    ...(filters.length > 0 ? [text("linked.picture.filters", { filters: format.list(filters) })] : []),
    text(`linked.picture.boundaries.${plan.boundaryProfile}`),
    text("map.disclaimer"),
    ...(marking ? [marking] : []),
  ];
  return {
    title: nameOf(plan),
    cut,
    rest,
    counted: (cases: CaseCount) =>
      `${text("figure.caption.n", { n: cases.total })} ${text("ui.pair.confirmed", { n: cases.confirmed })}, ${text("ui.pair.provisional", { n: cases.provisional })}`,
    /** What its file is called. */
    nameOf: (what: "map" | "film", asOf: string) => `${code}-${what}-${asOf.slice(0, 10)}`.toLowerCase(),
  };
}
