import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { acrossPage } from "#app/across-page.server.ts";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { readAcrossLook } from "#app/components/across/across-address.ts";
import { AcrossView } from "#app/components/across/across-view.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { readFactFilter } from "#app/domain/fact-filter.ts";
import { forPerson } from "#app/http.server.ts";
import { useRenewal } from "#app/live/use-renewal.ts";
import { pageTitle } from "#app/page-title.ts";
import { preferencesOf } from "#app/preferences.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "across.title") }];

export const loader = forPerson(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  return acrossPage(acting, {
    filter: readFactFilter(params).filter,
    chosen: readAcrossLook(params).operations,
    locale: preferencesOf(request).locale,
  });
});

/** Figures of all operations in which the reader reads facts, or of those that the address names. */
export default function AcrossRoute() {
  const loaded = useLoaderData<typeof loader>();
  const text = useText();
  const [params] = useSearchParams();
  const { filter, dropped } = useAddressFilter();
  const look = useMemo(() => readAcrossLook(params), [params]);
  useRenewal();
  return (
    <AccountFrame title={text("across.title")} lead={text("across.lead", { n: loaded.parts.length })}>
      <AcrossView {...loaded} filter={filter} look={look} dropped={[...dropped, ...loaded.dropped]} />
    </AccountFrame>
  );
}
