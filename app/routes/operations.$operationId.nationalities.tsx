import { UsersThreeIcon } from "@phosphor-icons/react/dist/ssr/UsersThree";
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NationalityPanel } from "#app/components/charts/nationality-panel.tsx";
import { FilterBar } from "#app/components/linked/filter-bar.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { modesOf } from "#app/components/totals/modes-of.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import {
  useCountryNames,
  useMarkingOfOperation,
  useParticipants,
  useWorkspace,
} from "#app/components/workspace/use-workspace.ts";
import { type FactFilter, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { saidNationalities } from "#app/domain/figures/nationalities.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { nationalitiesInSql } from "#db/queries/nationalities.server.ts";
import "#app/components/charts/charts.css";
import "#app/components/pivot/pivot.css";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "figure.title.byNationality") }];

const NAMED = ["cases", "excluded", "byMode"] as const;

/** Numbers that are not said stay here: only what is said goes to the page. */
export const loader = forParticipant(async ({ acting, request }) => {
  const { filter } = readFactFilter(new URL(request.url).searchParams);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const figures = await figuresFor(tx, { house: acting.house, self, filter }, NAMED);
    const counted = await nationalitiesInSql(tx, { operationId: memberOf(self).operationId, filter });
    return { figures, said: saidNationalities(counted), asOf: self.now.toISOString() };
  });
});

/** Persons by the nationality that reports state, of the cases that their reader may open. */
export default function NationalitiesRoute() {
  const { figures, said, asOf } = useLoaderData<typeof loader>();
  const text = useText();
  const { filter, dropped } = useAddressFilter();
  const { operation } = useWorkspace();
  const countries = useCountryNames();
  const { cases, excluded } = figures;
  const marking = useMarkingOfOperation();
  return (
    <div className="pivot-page">
      <header className="pivot-head">
        <h1 className="title">{text("figure.title.byNationality")}</h1>
        <LinkButton to={`../statistics?${writeFactFilter(filter)}`} relative="path" size="small">
          {text("shell.place.figures")}
        </LinkButton>
        <FilterBar
          linked={{ filter, addressOf: (other: FactFilter) => `?${writeFactFilter(other)}` }}
          participants={useParticipants()}
          modes={modesOf(figures, filter)}
          names={useFilterNames(filter)}
        />
      </header>
      <DroppedValues dropped={dropped} />
      {said.rows.length === 0 ? (
        <EmptyState icon={UsersThreeIcon} title={text("figure.byNationality.none")}>
          {text("figure.byNationality.of", { cases: said.cases, readable: said.readable, stating: said.stating })}
        </EmptyState>
      ) : (
        <NationalityPanel
          said={said}
          nameOf={(country) => countries[country] ?? country}
          reckoning={{ operation: operation.code, asOf, cases, excluded, marking }}
        />
      )}
    </div>
  );
}
