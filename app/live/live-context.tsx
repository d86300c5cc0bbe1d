import { useNavigation, useRevalidator } from "@remix-run/react";
import {
  createContext,
  type MutableRefObject,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Frame } from "#realtime/protocol.ts";
import type { Id } from "../domain/id.ts";
import type { Arrivals } from "./arrivals.ts";
import type { Live, LiveView } from "./live.ts";
import { patientImport } from "./patient-import.ts";

/** `meanwhile`: frames that came while another page was being loaded. What it holds may be from before them. */
type Shared = Live & { meanwhile: MutableRefObject<Frame[]> };

const LiveContext = createContext<Shared | null>(null);
const MomentContext = createContext<LiveView | null>(null);

/**
 * Shows everything below as it was known at a moment of the past: it reads these facts in place of the live ones, and
 * hears of nothing that comes in. Null leaves it live.
 */
export function ShownMoment({ view, children }: { view: LiveView | null; children: ReactNode }) {
  return <MomentContext.Provider value={view}>{children}</MomentContext.Provider>;
}

type LiveProviderProps = { operationId: Id; loaded: Record<Id, number>; children: ReactNode };

/** One live connection per operation, for everything below. Opened in the browser alone; until then loaders speak. */
export function LiveProvider({ operationId, loaded, children }: LiveProviderProps) {
  const [live, setLive] = useState<Shared | null>(null);
  const { revalidate } = useRevalidator();
  const revalidateNow = useLatest(revalidate);
  const loadedNow = useLatest(loaded);
  const loading = useNavigation().state !== "idle";
  const loadingNow = useLatest(loading);
  const meanwhile = useRef<Frame[]>([]);

  useEffect(() => {
    let opened: Live | undefined;
    const left = new AbortController();
    // Once the page works, so that a form on a slow line waits for nothing of it. Whether something has happened between
    // loading and then, the numbers tell.
    void patientImport(() => import("./live.ts"), left.signal).then((loaded) => {
      if (!loaded) return;
      opened = loaded.openLive({ operationId, loaded: loadedNow.current });
      setLive({ ...opened, meanwhile });
      // A page asks its loaders again when it may hold what its reader may no longer see, and when plan, phase or
      // people have changed: these are not in the snapshot, and change rarely.
      opened.onAccessChanged(() => revalidateNow.current());
      opened.onMissed(() => revalidateNow.current());
      opened.onFrame((frame) => {
        if (frame.kind === "notices") revalidateNow.current();
        if (loadingNow.current) meanwhile.current.push(frame);
      });
    });
    return () => {
      left.abort();
      opened?.close();
      setLive(null);
    };
  }, [operationId, revalidateNow, loadedNow, loadingNow]);

  // The new page, whose effects run before this one, has been told of them.
  useEffect(() => {
    if (!loading) meanwhile.current = [];
  }, [loading]);

  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

const NOT_YET: LiveView = { status: { state: "beginning" }, snapshot: null, present: null };
const never = () => () => {};
const notYet = () => NOT_YET;

/** How fresh what is shown is, and the snapshot that map, charts and lists read; null until it has come. */
export function useLive(): LiveView {
  const now = useLiveNow();
  return useContext(MomentContext) ?? now;
}

/** The same of the present, whatever moment is shown. */
export function useLiveNow(): LiveView {
  const live = useContext(LiveContext);
  return useSyncExternalStore(live?.watch ?? never, live?.view ?? notYet, notYet);
}

/** For the badge of the frame: what it says, and the instant up to which the page is complete. */
export function useLiveBadge(loadedAt: string) {
  const { status } = useLive();
  switch (status.state) {
    case "beginning":
      return { state: "connecting", asOf: loadedAt } as const;
    case "live":
      return { state: "live", asOf: loadedAt } as const;
    case "reconnecting":
      return { state: "reconnecting", asOf: new Date(status.at).toISOString() } as const;
    case "as-of":
      return { state: "old", asOf: new Date(status.at).toISOString() } as const;
    case "over":
      return { state: "old", asOf: loadedAt } as const;
  }
}

/** Calls back with seizures that come into sight while the page is open. */
export function useArrivals(tell: (arrivals: Arrivals) => void): void {
  const live = useContext(LiveContext);
  const past = useContext(MomentContext) !== null;
  const latest = useLatest(tell);
  useEffect(() => {
    if (!past) return live?.onArrivals((arrivals) => latest.current(arrivals));
  }, [live, past, latest]);
}

/** Calls back when reports of the own unit have changed; what they are now, a loader tells. */
export function useOwnReportChanges(tell: () => void): void {
  useFrames("unit", tell);
}

/** Calls back with each frame of such a stream: of the own unit's reports, of what the coordination unit asked. */
export function useFrames(kind: Frame["kind"], tell: (frame: Frame) => void): void {
  const live = useContext(LiveContext);
  const latest = useLatest(tell);
  useEffect(() => {
    if (!live) return;
    const take = (frame: Frame) => {
      if (frame.kind === kind) latest.current(frame);
    };
    live.meanwhile.current.forEach(take);
    return live.onFrame(take);
  }, [live, latest, kind]);
}

function useLatest<T>(value: T) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
