import { useRouteLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import type { Marking } from "#app/components/charts/markings.tsx";
import type { Participant } from "#app/components/charts/participant.ts";
import type { CountryNames } from "#app/components/map/map-names.ts";
import { addDays, instantAt } from "#app/domain/calendar.ts";
import type { Today } from "#app/domain/figures/result.ts";
import type { loader } from "#app/routes/operations.$operationId.tsx";

/** What the frame of the operation loaded, for the pages inside it. */
export function useWorkspace() {
  const data = useRouteLoaderData<typeof loader>("routes/operations.$operationId");
  if (!data) throw new Error("A page of an operation stands outside of its frame");
  return data;
}

/** The operational day that is running, as the instants between which a report is 'of today'. */
export function useToday(): Today {
  const { box, operation } = useWorkspace();
  const { zone } = operation.plan;
  return useMemo(
    () => ({ from: instantAt(zone, box.today, "00:00"), to: instantAt(zone, addDays(box.today, 1), "00:00"), zone }),
    [zone, box.today],
  );
}

export function useMarkingOfOperation(): Marking {
  const { kind, datesMovedDays } = useWorkspace().operation;
  return useMemo(() => (kind === "demo" ? { kind, movedDays: datesMovedDays } : { kind }), [kind, datesMovedDays]);
}

/** Countries and territories that take part, once each, under the names that the plan lists; organisations report none. */
export function useParticipants(): Participant[] {
  const { participants } = useWorkspace();
  return useMemo(
    () =>
      [...new Map(participants.filter(isCountry).map((row) => [row.administrationCode, row.officialName]))].map(
        ([code, name]) => ({
          code,
          name,
        }),
      ),
    [participants],
  );
}

const isCountry = ({ administrationKind }: { administrationKind: string }) => administrationKind !== "organisation";

/** Where the operation's own borders are served, where its leads chose national files. */
export function useBoundariesUrl(): string | null {
  const { id, plan } = useWorkspace().operation;
  return plan.boundaryProfile === "national" ? `/operations/${id}/boundaries` : null;
}

/** The operation's list of names: the plan's own for participants, the reference list's for everybody else. */
export function useCountryNames(): CountryNames {
  const { names, participants } = useWorkspace();
  return useMemo(
    () => ({ ...names, ...Object.fromEntries(participants.map((row) => [row.administrationCode, row.officialName])) }),
    [names, participants],
  );
}
