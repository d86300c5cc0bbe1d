import type { Id } from "#app/domain/id.ts";
import type { Db } from "#db/client.server.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { type Head, noticeSealed } from "#db/queries/notices.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import { paceOf } from "./pace.ts";

export type Sealer = {
  /** To be called after a commit: these streams have events without a number. */
  poke: (streams: readonly Id[]) => void;
  close: () => Promise<void>;
};

type SealerOptions = {
  db: Db;
  log: Log;
  /** The gateway of this process. Those of other nodes hear a notice. */
  told: (heads: readonly Head[]) => void;
};

const LOOK_MS = 1_000;
const NOTICE_MS = 100;
const RETRY_MS = 250;
/** How many events `seal_stream` numbers at once. */
const FULL = 2_000;

/** One per process. Seals what it is told of at once when it is quiet, and looks by itself every second. */
export function startSealer(options: SealerOptions): Sealer {
  const seals = sealing(options);
  const looking = setInterval(() => void seals.look(), LOOK_MS);
  void seals.look();
  return {
    poke: seals.add,
    async close() {
      clearInterval(looking);
      await seals.end();
    },
  };
}

function sealing({ db, log, told }: SealerOptions) {
  const waiting = new Set<Id>();
  const notices = noticing(db, log);
  const faults = faultLog(log, "sealing");
  const pace = paceOf({ share: 1 / 2 });
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | undefined;
  let ended = false;

  function add(streams: readonly Id[]) {
    for (const stream of streams) waiting.add(stream);
    plan(pace.wait());
  }

  /** At most one round is under way, at most one is planned; whatever comes meanwhile goes into that one. */
  function plan(delay: number) {
    if (ended || round || timer || waiting.size === 0) return;
    if (delay <= 0) start();
    else timer = setTimeout(start, delay);
  }

  function start() {
    timer = undefined;
    const streams = [...waiting];
    waiting.clear();
    round = pace
      .measure(() => seal(streams))
      .then((delay) => {
        round = undefined;
        plan(Math.max(delay, pace.wait()));
      });
  }

  /** Answers how long to wait before the next round. */
  async function seal(streams: readonly Id[]): Promise<number> {
    if (await sealTogether(streams)) return 0;
    if (streams.length > 1) await sealOneByOne(streams);
    else for (const stream of streams) waiting.add(stream);
    return RETRY_MS;
  }

  async function sealTogether(streams: readonly Id[]): Promise<boolean> {
    try {
      const sealed = await sealStreams(db, streams);
      faults.over();
      const heads = sealed.map(({ stream, head }) => ({ stream, head }));
      told(heads);
      notices.add(heads);
      for (const { stream, sealed: count } of sealed) if (count >= FULL) waiting.add(stream);
      return true;
    } catch (error) {
      faults.note(error);
      return false;
    }
  }

  /** One stream that cannot be sealed keeps no other waiting. When two fail it is the database that is away. */
  async function sealOneByOne(streams: readonly Id[]): Promise<void> {
    let failed = 0;
    for (const stream of streams) {
      if (failed < 2 && (await sealTogether([stream]))) continue;
      failed++;
      waiting.add(stream);
    }
  }

  async function look() {
    if (round || ended) return;
    try {
      add(await waitingStreams(db));
    } catch (error) {
      faults.note(error);
    }
  }

  async function end() {
    ended = true;
    clearTimeout(timer);
    await round;
    await notices.end();
  }

  return { add, look, end };
}

/** One notice per window, whatever the rate of reports. A lost one is made good by the nodes' own looking. */
function noticing(db: Db, log: Log) {
  const heads = new Map<Id, number>();
  const faults = faultLog(log, "notice to other nodes");
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let last = 0;
  let ended = false;

  function add(grown: readonly Head[]) {
    for (const { stream, head } of grown) heads.set(stream, Math.max(head, heads.get(stream) ?? 0));
    if (timer || sending || heads.size === 0) return;
    timer = setTimeout(send, Math.max(0, last + NOTICE_MS - Date.now()));
  }

  function send() {
    timer = undefined;
    last = Date.now();
    const now = [...heads].map(([stream, head]) => ({ stream, head }));
    heads.clear();
    sending = noticeSealed(db, now)
      .then(faults.over, faults.note)
      .then(() => {
        sending = undefined;
        if (!ended) add([]);
      });
  }

  return {
    add,
    async end() {
      ended = true;
      clearTimeout(timer);
      await sending;
      if (heads.size > 0) send();
      await sending;
    },
  };
}
