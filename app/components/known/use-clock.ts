import { useNavigate, useRevalidator, useSearchParams } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Id } from "#app/domain/id.ts";
import { KNOWN, type KnownMoment, writeKnown } from "#app/domain/known-moment.ts";
import type { Knowledge } from "#app/live/knowledge.ts";
import type { LiveView } from "#app/live/live.ts";
import { useLiveNow } from "#app/live/live-context.tsx";
import { patientImport } from "#app/live/patient-import.ts";
import type { Snapshot } from "#app/live/snapshot.ts";

export type Clock = {
  /** What everything below is to show; null for the present. */
  view: LiveView | null;
  /** The moment that is shown, in milliseconds; null for the present. */
  at: number | null;
  /** Shows another moment without writing it into the address: while it is played or a hand moves it. */
  preview: (at: number) => void;
  /** Writes it into the address; null for the present. */
  settle: (at: number | null) => void;
};

type Shown = { at: number; snapshot: Snapshot | null };

/** As of which moment a page of an operation is shown: the address says it, and a film may stand in its place. */
export function useClock(known: KnownMoment | null): Clock {
  const [film, setFilm] = useState<Shown | null>(null);
  const knowledge = useKnowledge();
  const moment = useMomentSnapshot(known, () => setFilm(null));
  const { revalidate } = useRevalidator();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  useTakenBack((ids) => {
    knowledge.drop(ids);
    if (!moment) return;
    moment.fold({ stream: moment.stream, from: moment.seq, to: moment.seq + 1, facts: [], gone: ids });
    revalidate();
  });
  const shown = useMemo(
    (): Shown | null => film ?? (known && { at: Date.parse(known.at), snapshot: moment }),
    [film, known, moment],
  );
  return {
    view: useMemo(() => shown && viewOf(shown), [shown]),
    at: shown?.at ?? null,
    preview: (at) => knowledge.use((all) => setFilm({ at, snapshot: all.playTo(at) })),
    settle(at) {
      const wanted = new URLSearchParams(params);
      wanted.delete(KNOWN);
      if (at !== null) wanted.set(KNOWN, writeKnown(new Date(at)));
      // Where the address says so already, nothing more comes that would end the film.
      else if (!known) setFilm(null);
      navigate(`?${wanted}`, { replace: true, preventScrollReset: true });
    },
  };
}

function viewOf({ at, snapshot }: Shown): LiveView {
  return { status: { state: "as-of", at }, snapshot, present: null };
}

type Kept = { all: Knowledge | null; asked: boolean };

/** All versions, asked for when somebody first wants another moment than the address says. */
function useKnowledge() {
  const { id } = useWorkspace().operation;
  const { snapshot } = useLiveNow();
  const kept = useRef<Kept>({ all: null, asked: false });
  const wanted = useRef<((all: Knowledge) => void) | null>(null);
  // After a new beginning nobody knows what was taken back in between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another snapshot is another beginning.
  useEffect(() => {
    kept.current = { all: null, asked: false };
  }, [snapshot]);
  return {
    drop: (ids: readonly Id[]) => kept.current.all?.drop(ids),
    use(tell: (all: Knowledge) => void) {
      if (kept.current.all) return tell(kept.current.all);
      wanted.current = tell;
      if (kept.current.asked) return;
      const mine: Kept = { all: null, asked: true };
      kept.current = mine;
      void import("#app/live/knowledge.ts")
        .then((loaded) => loaded.loadKnowledge(id))
        .catch(() => null)
        .then((all) => {
          Object.assign(mine, { all, asked: false });
          if (all && kept.current === mine) wanted.current?.(all);
        });
    },
  };
}

/** The facts of the moment that the address names. Until they have come the page shows what it was loaded with. */
function useMomentSnapshot(known: KnownMoment | null, came: () => void): Snapshot | null {
  const { id } = useWorkspace().operation;
  const [loaded, setLoaded] = useState<{ at: string; snapshot: Snapshot } | null>(null);
  const latest = useRef(came);
  latest.current = came;
  useEffect(() => {
    if (!known) return latest.current();
    const left = new AbortController();
    const load = async () => {
      const { loadMoment } = await import("#app/live/knowledge.ts");
      const snapshot = await loadMoment(id, known);
      if (!snapshot) throw new Error("Nobody can say just now");
      return snapshot;
    };
    void patientImport(load, left.signal).then((snapshot) => {
      if (!snapshot) return;
      setLoaded({ at: known.at, snapshot });
      latest.current();
    });
    return () => left.abort();
  }, [id, known]);
  return loaded && loaded.at === known?.at ? loaded.snapshot : null;
}

/** Tells of seizures that are out of the reader's sight from now on: at no moment may they be shown any more. */
function useTakenBack(tell: (ids: readonly Id[]) => void) {
  const { snapshot } = useLiveNow();
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(
    () =>
      snapshot?.watch(({ gone }) => {
        if (gone.length > 0) latest.current(gone);
      }),
    [snapshot],
  );
}
