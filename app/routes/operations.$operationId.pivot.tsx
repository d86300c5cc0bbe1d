import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { FilterBar } from "#app/components/linked/filter-bar.tsx";
import { isFilterMove } from "#app/components/linked/filter-move.ts";
import { pivotAddress } from "#app/components/pivot/pivot-address.ts";
import { PivotForm, PivotTable } from "#app/components/pivot/pivot-view.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { modesOf } from "#app/components/totals/modes-of.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { useAsOf } from "#app/components/workspace/use-as-of.ts";
import { useCurrentFigures } from "#app/components/workspace/use-current.ts";
import { useCurrentPivot } from "#app/components/workspace/use-current-pivot.ts";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import {
  useMarkingOfOperation,
  useParticipants,
  useToday,
  useWorkspace,
} from "#app/components/workspace/use-workspace.ts";
import { type FactFilter, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { filterOfAmount, readAmount, writeAmount } from "#app/domain/figures/amounts.ts";
import { readPivot } from "#app/domain/figures/pivot.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { pivotInSql } from "#db/queries/pivot.server.ts";
import "#app/components/charts/charts.css";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "pivot.page") }];

const NAMED = ["cases", "excluded", "byMode"] as const;
/** Of all goods in view, whichever of them is measured. */
const QUANTITIES = ["quantityByCommodity"] as const;

export const loader = forParticipant(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  const pivot = readPivot(params);
  const asked = readFactFilter(params).filter;
  const filter = filterOfAmount(asked, pivot.amount);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const figures = await figuresFor(tx, { house: acting.house, self, filter }, NAMED);
    const quantities = await figuresFor(tx, { house: acting.house, self, filter: asked }, QUANTITIES);
    const { operationId } = memberOf(self);
    const counts = await pivotInSql(tx, { operationId, filter }, pivot);
    return { figures, quantities, counts, asOf: self.now.toISOString() };
  });
});

/** Once the snapshot has come, filter and crossing need nothing of the server. */
export const shouldRevalidate: ShouldRevalidateFunction = (moved) =>
  moved.defaultShouldRevalidate && !isFilterMove(moved);

/** Cases crossed by what the reader chooses; every number leads to the reports behind it. */
export default function PivotRoute() {
  const loaded = useLoaderData<typeof loader>();
  const text = useText();
  const [params] = useSearchParams();
  const { filter, dropped } = useAddressFilter();
  const { operation } = useWorkspace();
  const participants = useParticipants();
  const names = useFilterNames(filter);
  const pivot = readPivot(params);
  const today = useToday();
  const written = pivot.amount && writeAmount(pivot.amount);
  const measured = useMemo(() => filterOfAmount(filter, readAmount(written)), [filter, written]);
  const figures = useCurrentFigures(loaded.figures, measured, today);
  const { quantityByCommodity } = useCurrentFigures(loaded.quantities, filter, today);
  const counts = useCurrentPivot(loaded.counts, measured, pivot);
  const asOf = useAsOf(loaded.asOf);
  const marking = useMarkingOfOperation();
  const { cases, excluded } = figures;
  return (
    <div className="pivot-page">
      <header className="pivot-head">
        <h1 className="title">{text("pivot.page")}</h1>
        <LinkButton to={`../statistics?${writeFactFilter(filter)}`} relative="path" size="small">
          {text("shell.place.figures")}
        </LinkButton>
        <FilterBar
          linked={{ filter, addressOf: (other: FactFilter) => pivotAddress(other, pivot) }}
          participants={participants}
          modes={modesOf(figures, filter)}
          names={names}
          keep={[
            ["rows", pivot.rows],
            ["columns", pivot.columns ?? "none"],
            ["measure", written ?? pivot.measure],
          ]}
        />
      </header>
      <DroppedValues dropped={dropped} />
      <PivotForm
        key={pivotAddress(filter, pivot)}
        pivot={pivot}
        filterFields={[...writeFactFilter(filter)]}
        quantities={quantityByCommodity.rows}
      />
      <PivotTable
        pivot={pivot}
        counts={counts}
        filter={measured}
        participants={participants}
        names={names}
        reckoning={{ operation: operation.code, asOf, cases, excluded, marking }}
      />
    </div>
  );
}
