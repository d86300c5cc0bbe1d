import { useLocation } from "@remix-run/react";
import { lazy, type ReactNode, Suspense } from "react";
import type { Place } from "#app/components/shell/places.ts";
import { WorkspaceFrame } from "#app/components/shell/workspace-frame.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { LiveFreshness, OfflineNotice } from "#app/components/workspace/freshness.tsx";
import { WhoIsHere } from "#app/components/workspace/who-is-here.tsx";
import { WorkspaceKeys } from "#app/components/workspace/workspace-keys.tsx";
import type { Role } from "#app/domain/member.ts";
import type { OperationKind, OperationPlan, OperationState } from "#app/domain/operation.ts";
import { LiveProvider } from "#app/live/live-context.tsx";

/** Of readers of facts alone, and after the page works. */
const NoticesRenewal = lazy(() => import("./notices-renewal.ts"));
/** Of those who keep a watch alone, and after the page works. */
const AlarmRenewal = lazy(() => import("../watch/alarm-renewal.ts"));

export type Participant = {
  agencyId: string;
  agencyName: string;
  administrationId: string;
  administrationCode: string;
  officialName: string;
  leads: boolean;
  readsAll: boolean;
};

export type WorkspaceData = {
  operation: {
    id: string;
    code: string;
    kind: OperationKind;
    state: OperationState;
    datesMovedDays: number;
    plan: OperationPlan;
  };
  box: { today: string; of: number; day: number | null; cutOffAt: string | null };
  me: { memberId: string; agencyId: string; administration: string; role: Role; readsFacts: boolean };
  person: { name: string; agency: string };
  participants: readonly Participant[];
  canReport: boolean;
  waiting: {
    questions: number;
    clearance: number;
    differences: number;
    duplicates: number;
    highlights: { asked: number; waiting: number } | null;
    /** Reports of which the own administration is asked to sign something and has not answered. */
    toSign: number;
    /** Releases that did not go out in their minute, for leads. */
    media: number;
    watch: number;
    notices: number;
  };
  /** In how many milliseconds an alarm of the watch begins or ends by time alone; null where none is the reader's. */
  alarmsChangeIn: number | null;
  now: string;
  /** Numbers of the streams that the pages held when they were loaded. */
  loaded: Record<string, number>;
};

/** The standing frame of an operation's pages, with the one live connection that its views share. */
export function Workspace({ data, children }: { data: WorkspaceData; children: ReactNode }) {
  const { operation, box, canReport, person } = data;
  const { plan } = operation;
  const text = useText();
  const home = `/operations/${operation.id}`;
  const at = useLocation().pathname.slice(home.length);
  // A part that comes later must not be waited for where the page is taken over.
  const hydrated = useHydrated();
  const reporting = at.startsWith("/seizures/new") || /\/(amend|draft)$/.test(at);
  return (
    <LiveProvider operationId={operation.id} loaded={data.loaded} key={operation.id}>
      {hydrated && data.me.readsFacts && !reporting && (
        <Suspense fallback={null}>
          <NoticesRenewal isAsked={data.me.role === "ncp"} />
        </Suspense>
      )}
      {hydrated && data.alarmsChangeIn !== null && !reporting && (
        <Suspense fallback={null}>
          <AlarmRenewal changesIn={data.alarmsChangeIn} loadedAt={data.now} />
        </Suspense>
      )}
      <WorkspaceKeys home={home} canReport={canReport} />
      <WorkspaceFrame
        operation={{ name: nameOf(plan), kind: operation.kind, movedDays: operation.datesMovedDays }}
        timeBox={{
          startsOn: plan.startsOn,
          endsOn: plan.endsOn,
          followUpEndsOn: plan.followUpEndsOn,
          today: box.today,
          cutOff: box.cutOffAt ? { at: box.cutOffAt, zone: plan.zone } : null,
        }}
        handling={{ code: plan.handling, label: text.code("handling", plan.handling) }}
        places={placesOf(data, home)}
        person={person}
        live={<LiveFreshness loadedAt={data.now} />}
        tools={<WhoIsHere participants={data.participants} own={data.me.agencyId} home={home} />}
        reportTo={canReport && !reporting ? `${home}/seizures/new` : undefined}
        banner={<OfflineNotice />}
      >
        {children}
      </WorkspaceFrame>
    </LiveProvider>
  );
}

export function nameOf({ name, edition }: { name: string; edition: string }): string {
  return edition === "" ? name : `${name} ${edition}`;
}

const READS_TALLIES: readonly Role[] = ["lead", "ocu", "ncp", "reporter", "analyst"];

const WRITES_REPORTS: readonly Role[] = ["ncp", "reporter"];

const HANDS_OUT: readonly Role[] = ["lead", "ocu", "ncp"];

const KEEPS_WATCH: readonly Role[] = ["lead", "ocu", "ncp"];

function placesOf({ me, waiting }: WorkspaceData, home: string): Place[] {
  const open: Place[] = [{ name: "today", to: home, end: true }];
  // What waits for a contact point has to be in reach on a phone too.
  if (me.role === "ncp") open.push({ name: "clearance", to: `${home}/clearance`, waiting: waiting.clearance });
  if (me.role === "ocu") open.push({ name: "checks", to: `${home}/checks` });
  if (me.readsFacts) open.push({ name: "map", to: `${home}/map` }, { name: "figures", to: `${home}/statistics` });
  if (me.role !== "observer") {
    open.push({ name: "seizures", to: `${home}/seizures`, waiting: waiting.questions });
  }
  if (WRITES_REPORTS.includes(me.role)) open.push({ name: "imports", to: `${home}/import` });
  if (HANDS_OUT.includes(me.role)) open.push({ name: "exports", to: `${home}/export` });
  if (READS_TALLIES.includes(me.role)) {
    open.push({ name: "tallies", to: `${home}/tallies`, waiting: waiting.differences });
  }
  if (me.role === "ocu" || me.role === "ncp") {
    open.push({ name: "duplicates", to: `${home}/duplicates`, waiting: waiting.duplicates });
  }
  if (KEEPS_WATCH.includes(me.role)) open.push({ name: "watch", to: `${home}/watch`, waiting: waiting.watch });
  if (me.readsFacts) open.push({ name: "views", to: `${home}/views`, waiting: waiting.notices });
  if (waiting.highlights && waiting.highlights.asked > 0) {
    open.push({ name: "highlights", to: `${home}/highlights`, waiting: waiting.highlights.waiting });
  }
  // Officers at a post have no part in it.
  if (me.role !== "reporter") open.push({ name: "media", to: `${home}/media`, waiting: waiting.media });
  return [
    ...open,
    { name: "reports", to: `${home}/reports`, waiting: waiting.toSign },
    { name: "plan", to: `${home}/plan` },
    { name: "people", to: `${home}/participants` },
    { name: "help", to: `${home}/help` },
  ];
}
