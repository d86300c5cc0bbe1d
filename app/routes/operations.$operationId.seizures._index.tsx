import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { OPPOSITE, readListLook } from "#app/components/seizure/list-address.ts";
import { LookAtOwn, RecordsLookBanner } from "#app/components/seizure/look-at-own.tsx";
import { OwnReports } from "#app/components/seizure/own-reports.tsx";
import { SeizureFilter } from "#app/components/seizure/seizure-filter.tsx";
import { SeizureList } from "#app/components/seizure/seizure-list.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { SavedViews } from "#app/components/views/saved-views.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { usePlaceNamesOf, usePlaceWords } from "#app/components/workspace/use-place-names.ts";
import { useCountryNames, useParticipants, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { decodeCursor, encodeCursor } from "#app/cursor.server.ts";
import { may } from "#app/domain/access.ts";
import { isFiltered, readFactFilter } from "#app/domain/fact-filter.ts";
import { lookAddress } from "#app/domain/look.ts";
import { forParticipant } from "#app/http.server.ts";
import { useOwnReportChanges } from "#app/live/live-context.tsx";
import { ownReports } from "#app/own-reports.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { lookAtOwn, mayLook } from "#app/records-look.server.ts";
import { onlyUnitOf } from "#app/services/reading.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { viewsBeside } from "#app/views-page.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listCodes } from "#db/queries/reference.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import "#app/components/seizure/report.css";
import "#app/components/seizure/seizure.css";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.seizures") }];

const PAGE = 50;

export const loader = forParticipant(async ({ acting, operationId, request }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  const look = readListLook(params);
  const back = decodeCursor(look.before);
  const cursor = back ?? decodeCursor(look.after);
  const sort = back ? OPPOSITE[look.sort] : look.sort;
  const answer = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    if (member.role === "observer") return { refused: true as const };
    const seen = await lookAtOwn(tx, self, params);
    const [found, reports, modes] = await Promise.all([
      listSeizures(tx, operationId, {
        filter,
        search: look.search,
        counted: look.counted,
        behind: look.behind && { ...look.behind, zone: member.operation.zone },
        sort,
        cursor,
        limit: PAGE,
        unitId: onlyUnitOf(member),
        among: seen?.among,
      }),
      seen ? [] : ownReports(tx, member),
      listCodes(tx, "mode"),
    ]);
    const facts = back ? found.facts.toReversed() : found.facts;
    const [ahead, behind] = back ? [found.first, found.next] : [found.next, cursor ? found.first : null];
    const places = await placeNamesOf(
      tx,
      facts.flatMap((fact) => fact.place.placeId ?? []),
    );
    return {
      refused: false as const,
      page: { facts, total: found.total, next: encodeCursor(ahead), previous: encodeCursor(behind) },
      reports,
      modes: modes.map(({ code }) => code),
      places,
      views: await viewsBeside(tx, self),
      looked: seen?.look ?? null,
      looks: mayLook(self),
      digest: seen === null && may(member, "digest.read", member.operation.state, { agencyId: member.agencyId }),
    };
  });
  return data(answer, { status: answer.refused ? 403 : 200 });
});

/** Everything that was seized, as a list: filtered, searched, sorted and turned by its address. */
export default function SeizuresRoute() {
  const loaded = useLoaderData<typeof loader>();
  const text = useText();
  if (loaded.refused) {
    return <RefusedState title={text("seizures.refused.title")}>{text("seizures.refused.text")}</RefusedState>;
  }
  return <Seizures {...loaded} />;
}

type Loaded = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { refused: false }>;

function Seizures({ page, reports, modes, places, views, digest, looked, looks }: Loaded) {
  const text = useText();
  const [params] = useSearchParams();
  const { operation, me, canReport } = useWorkspace();
  const participants = useParticipants();
  const countries = useCountryNames();
  const { revalidate } = useRevalidator();
  useOwnReportChanges(revalidate);
  const { filter, dropped } = useAddressFilter();
  const look = readListLook(params);
  const placeOf = usePlaceWords(usePlaceNamesOf(page.facts, places));
  const home = `/operations/${operation.id}/seizures`;
  const filtered = isFiltered(filter) || look.search !== "" || look.counted || look.behind !== null;
  return (
    <div className="view">
      {looked && <RecordsLookBanner look={looked} params={params} />}
      <header className="view-head">
        <h1>{text("seizures.title")}</h1>
        <span className="caption">
          {text(filtered ? "seizures.count.filtered" : "seizures.count", { n: page.total })}
        </span>
        <span className="spacer" />
        {digest && (
          <LinkButton to="../digest" relative="path" size="small">
            {text("digest.title")}
          </LinkButton>
        )}
        {looks && !looked && <LookAtOwn params={params} />}
        {filtered && (
          <LinkButton to={`../map${params.toString() ? `?${params}` : ""}`} relative="path" size="small">
            {text("seizures.on_map")}
          </LinkButton>
        )}
      </header>
      <OwnReports reports={reports} home={home} />
      <DroppedValues dropped={dropped} />
      <SeizureFilter
        filter={filter}
        search={look.search}
        counted={look.counted}
        behind={look.behind}
        sort={look.sort}
        params={params}
        participants={participants}
        modes={modes}
      />
      {!looked && <SavedViews page="seizures" beside={views} />}
      <SeizureList
        page={page}
        look={look}
        filter={filter}
        filtered={filtered}
        params={params}
        home={home}
        asSeen={looked === null ? "" : lookAddress(params).toString()}
        canReport={canReport && looked === null}
        ownAgency={me.agencyId}
        placeOf={(fact) => placeOf(fact.place)}
        reporterOf={(fact) => countries[fact.reporter] ?? fact.reporter}
      />
    </div>
  );
}
