import type { Frame } from "#realtime/protocol.ts";
import type { Id } from "../domain/id.ts";
import { type Arrivals, arrivalsIn } from "./arrivals.ts";
import { beginApart } from "./begin-apart.ts";
import { type Beginning, type Fetch, isOver } from "./bootstrap.ts";
import { type Follower, makeFollower } from "./follower.ts";
import { setHolding } from "./held.ts";
import { type LineOptions, openLine } from "./line.ts";
import { listeners } from "./listeners.ts";
import { type LiveStatus, statusKeeper } from "./live-status.ts";
import type { Snapshot } from "./snapshot.ts";
import { watchPage } from "./watch-page.ts";

export type LiveView = {
  status: LiveStatus;
  /** The facts as they are known now; another object after a new beginning. Null before the first, and for observers. */
  snapshot: Snapshot | null;
  /** Agencies that have somebody here now; null where that is not known, or the reader takes no part in it. */
  present: readonly Id[] | null;
};

export type Live = {
  view: () => LiveView;
  /** Calls back when status or snapshot become others. (What is inside a snapshot is watched there.) */
  watch: (changed: () => void) => () => void;
  onArrivals: (tell: (arrivals: Arrivals) => void) => () => void;
  /** Every frame that was taken, of whatever stream. */
  onFrame: (tell: (frame: Frame) => void) => () => void;
  /** What the reader may see has become something else: pages that were loaded before do not count any more. */
  onAccessChanged: (tell: () => void) => () => void;
  /** Something has happened that no frame tells of: while the page was loaded, or while the line was away for long. */
  onMissed: (tell: () => void) => () => void;
  close: () => void;
};

/** `loaded`: the numbers of the streams that the page holds already. */
type LiveOptions = { operationId: Id; loaded: Record<Id, number>; line?: LineOptions; fetch?: Fetch };

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** The one door through which news of an operation enters the browser. */
export function openLive({ operationId, loaded, line: lineOptions = {}, fetch }: LiveOptions): Live {
  const changed = listeners<void>();
  const arrived = listeners<Arrivals>();
  const frames = listeners<Frame>();
  const access = listeners<void>();
  const missed = listeners<void>();
  const held = new Map<Id, number>(Object.entries(loaded));
  const status = statusKeeper(() => show());
  const later = pauses();
  const asked = atMostEvery(3_000);
  let view: LiveView = { status: status.get(), snapshot: null, present: null };
  let follower: Follower | undefined;
  /** Counts beginnings; minus one when closed. An answer to an earlier one does not count. */
  let turn = 0;

  function show(snapshot = view.snapshot) {
    view = { ...view, status: status.get(), snapshot };
    setHolding(snapshot !== null);
    changed.tell();
  }

  function showPresent(present: readonly Id[] | null) {
    if (view.present === present) return;
    view = { ...view, present };
    changed.tell();
  }

  /** With the snapshot that the server gives now. What was known before stays on the screen until it has come. */
  async function beginAnew() {
    const mine = ++turn;
    follower = undefined;
    status.broken();
    const begun = await beginApart(operationId, fetch);
    if (turn !== mine) return;
    if (begun === "over") return finish();
    if (begun === "away") return later.again(() => void beginAnew());
    follower = makeFollower(begun, doorsOf(begun));
    // Asked before it is shown, which takes a while where there is much: the answer comes on its way meanwhile.
    if (line.isOpen()) follower.ask();
    show(begun.snapshot);
    if (begun.streams.some(({ id, seq }) => seq > (held.get(id) ?? 0))) missed.tell();
    for (const { id, seq } of begun.streams) held.set(id, seq);
  }

  function doorsOf({ snapshot }: Beginning) {
    const pick = arrivalsIn(snapshot?.stream ?? null);
    return {
      ask: (after: Record<Id, number>) => line.ask(operationId, after),
      take(frame: Frame, late: boolean) {
        snapshot?.fold(frame);
        held.set(frame.stream, frame.to);
        const facts = pick(frame);
        if (facts.length > 0) arrived.tell({ facts, late });
        frames.tell(frame);
      },
      following() {
        later.over();
        status.live();
      },
      renew: () => later.again(() => void beginAnew()),
      refused(problem: string) {
        status.broken();
        if (problem === "operation.unknown") later.again(() => void beginAnew());
        else if (problem !== "session.ended") later.again(() => follower?.ask());
      },
    };
  }

  /** Nothing that was shown may be shown any more. */
  function finish() {
    turn += 1;
    follower = undefined;
    line.close();
    status.over();
    show(null);
    access.tell();
  }

  /** The server does not want us: because there is nothing left, or because it is away. */
  async function findOut() {
    const mine = turn;
    const over = await isOver(operationId, fetch);
    if (turn !== mine) return;
    if (over) finish();
    else if (!line.isOpening()) later.again(line.check);
  }

  const line = openLine(lineOptions, {
    opened: () => follower?.ask(),
    frame: (raw) => follower?.heard(raw),
    presence: (here) => {
      if (here.operationId === operationId) showPresent(here.agencies);
    },
    heard: status.heard,
    closed(why) {
      showPresent(null);
      status.broken();
      if (why === "refused" && status.get().state !== "over") asked.soon(() => void findOut());
    },
    accessChanged(why) {
      showPresent(null);
      status.broken();
      if (why === "session") void findOut();
      else if (why === "unsure") later.again(() => follower?.ask());
      else {
        access.tell();
        void beginAnew();
      }
    },
  });
  const unwatch = watchPage({ check: line.check, offline: status.broken });
  void beginAnew();

  return {
    view: () => view,
    watch: changed.add,
    onArrivals: arrived.add,
    onFrame: frames.add,
    onAccessChanged: access.add,
    onMissed: missed.add,
    close() {
      turn = -1;
      unwatch();
      later.over();
      asked.over();
      status.close();
      line.close();
      setHolding(false);
    },
  };
}

/** Tries again after a pause that grows, with chance in it so that not everybody comes at once. */
function pauses() {
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    again(work: () => void) {
      clearTimeout(timer);
      timer = setTimeout(work, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    },
    over() {
      clearTimeout(timer);
      pause = FIRST_PAUSE_MS;
    },
  };
}

/** Lines that fail in a row are one reason to find out why. */
function atMostEvery(ms: number) {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon(work: () => void) {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = Date.now();
          work();
        },
        Math.max(0, last + ms - Date.now()),
      );
    },
    over() {
      clearTimeout(timer);
    },
  };
}
