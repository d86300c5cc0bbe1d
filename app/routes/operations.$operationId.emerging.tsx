import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmergingView } from "#app/components/emerging/emerging-view.tsx";
import { useEmerging } from "#app/components/emerging/use-emerging.ts";
import { useAsOf } from "#app/components/workspace/use-as-of.ts";
import { useCountryNames, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { forParticipant } from "#app/http.server.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { pageTitle } from "#app/page-title.ts";
import { emergingFor } from "#app/services/emerging.server.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "emerging.title") }];

export const loader = forParticipant(async ({ acting }) =>
  read(acting, (tx, self) => emergingFor(tx, { house: acting.house, self })),
);

/** What the own agency holds back, or lets go, is told to it alone: which facts are shared is then asked anew. */
const isHolding = (type: string) => type === "seizure.held" || type === "seizure.unheld";

/** Corridors that are new, rise or shift, kept current by the facts that come in. */
export default function EmergingRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { operation, box } = useWorkspace();
  useRenewalOn("operation", isHolding);
  return (
    <EmergingView
      emerging={useEmerging(loaded, box.today)}
      before={loaded.earlier}
      countries={useCountryNames()}
      home={`/operations/${operation.id}`}
      asOf={useAsOf(loaded.asOf)}
    />
  );
}
