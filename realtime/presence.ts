import { randomUUID } from "node:crypto";
import type { Id } from "#app/domain/id.ts";
import type { Db } from "#db/client.server.ts";
import { noticePresence } from "#db/queries/notices.server.ts";
import { faultLog, type Log } from "./fault-log.ts";
import { type Line, type Lines, linesIn, presenceRoom } from "./lines.ts";
import { type PresenceNotice, readPresence, writePresence } from "./presence-notice.ts";

/** Who goes from page to page, or loads one again, does not leave in between. */
const LINGER_MS = 4_000;
/** A node says again who is there, and what it said does not count for longer: it may have been killed. */
const BEAT_MS = 3_000;
const STALE_MS = 10_000;

export type PresenceBoard = {
  /** The line has begun to follow, or its rights were looked at again: it is told who is here, or that it does not take part. */
  settled: (line: Line, before?: { presence: boolean }) => void;
  /** Looked at every second: who has left, which nodes have fallen silent, what has to be said again. */
  look: () => void;
  /** Another node, or this one, said something. */
  noticed: (payload: string) => void;
  /** Notices are heard from now on. */
  hearing: () => void;
  close: () => Promise<void>;
};

/** When an agency was last known to be at a node. */
type Seen = Map<Id, number>;

/**
 * Which agencies have somebody here, over all nodes. It is kept in memory alone, agency by agency: never who, never how
 * many, never since when. Nothing that was said once is relied on: it is said again, and forgotten where it is not.
 */
export function openPresence(io: Lines, db: Db, log: Log): PresenceBoard {
  const node = randomUUID();
  /** By operation, the agencies here. */
  const own = new Map<Id, Seen>();
  /** By node and operation, the agencies there. */
  const others = new Map<string, Map<Id, Seen>>();
  const shown = new Map<Id, string>();
  const faults = faultLog(log, "telling who is here");
  let beaten = 0;
  let closed = false;
  let telling: Promise<void> = Promise.resolve();

  function tell(...notices: PresenceNotice[]): void {
    const payloads = notices.flatMap(writePresence);
    if (payloads.length > 0 && !closed)
      telling = telling.then(() => noticePresence(db, payloads)).then(faults.over, faults.note);
  }

  const hereNow = (operationId: Id): Set<Id> =>
    new Set(linesIn(io, presenceRoom(operationId)).flatMap(({ data }) => data.following?.rights.agencyId ?? []));

  function allOf(operationId: Id): Id[] {
    const everywhere = [own.get(operationId), ...[...others.values()].map((node) => node.get(operationId))];
    return [...new Set(everywhere.flatMap((seen) => [...(seen?.keys() ?? [])]))].sort();
  }

  /** Tells the lines of this node, where they do not know it yet. */
  function show(operationId: Id): void {
    const agencies = allOf(operationId);
    const said = agencies.join(" ");
    if (shown.get(operationId) === said) return;
    shown.set(operationId, said);
    io.to(presenceRoom(operationId)).emit("presence", { operationId, agencies });
  }

  function come(operationId: Id, agencyId: Id): void {
    const seen = own.get(operationId) ?? new Map<Id, number>();
    own.set(operationId, seen);
    const isNew = !seen.has(agencyId);
    seen.set(agencyId, Date.now());
    if (isNew) tell({ node, says: "here", operationId, agencies: [agencyId] });
  }

  function go(operationId: Id, agencies: readonly Id[]): void {
    if (agencies.length === 0) return;
    const seen = own.get(operationId);
    for (const agencyId of agencies) seen?.delete(agencyId);
    if (seen?.size === 0) own.delete(operationId);
    tell({ node, says: "gone", operationId, agencies: [...agencies] });
  }

  /** Of the own lines: who is there is seen now, and who was not for a while is gone. */
  function lookHere(now: number): void {
    for (const [operationId, seen] of [...own]) {
      const here = hereNow(operationId);
      for (const agencyId of here) come(operationId, agencyId);
      go(
        operationId,
        [...seen].flatMap(([agencyId, at]) => (now - at > LINGER_MS && !here.has(agencyId) ? [agencyId] : [])),
      );
    }
  }

  function forgetSilent(now: number): void {
    for (const [name, operations] of others) {
      for (const [operationId, seen] of operations) {
        for (const [agencyId, at] of seen) if (now - at > STALE_MS) seen.delete(agencyId);
        if (seen.size === 0) operations.delete(operationId);
      }
      if (operations.size === 0) others.delete(name);
    }
  }

  const sayAll = () =>
    tell(
      ...[...own].map(([operationId, seen]) => ({
        node,
        says: "here" as const,
        operationId,
        agencies: [...seen.keys()],
      })),
    );

  function hear(notice: PresenceNotice): void {
    if (notice.says === "hello") sayAll();
    if (notice.says === "bye") others.delete(notice.node);
    if (!("operationId" in notice)) return;
    const { operationId, agencies } = notice;
    const operations = others.get(notice.node) ?? new Map<Id, Seen>();
    const seen = operations.get(operationId) ?? new Map<Id, number>();
    for (const agencyId of agencies) {
      if (notice.says === "here") seen.set(agencyId, Date.now());
      else seen.delete(agencyId);
    }
    others.set(notice.node, operations.set(operationId, seen));
  }

  return {
    settled(line, before) {
      const { following } = line.data;
      if (!following) return;
      const { operationId, rights } = following;
      if (rights.presence) {
        line.join(presenceRoom(operationId));
        come(operationId, rights.agencyId);
        show(operationId);
        line.emit("presence", { operationId, agencies: allOf(operationId) });
      } else if (before?.presence) {
        line.leave(presenceRoom(operationId));
        line.emit("presence", { operationId, agencies: null });
        // Whoever does not want to be shown is gone at once.
        if (!hereNow(operationId).has(rights.agencyId)) go(operationId, [rights.agencyId]);
        show(operationId);
      }
    },
    look() {
      const now = Date.now();
      lookHere(now);
      forgetSilent(now);
      if (now - beaten >= BEAT_MS) {
        beaten = now;
        sayAll();
      }
      for (const operationId of shown.keys()) {
        if (linesIn(io, presenceRoom(operationId)).length > 0) show(operationId);
        else shown.delete(operationId);
      }
    },
    noticed(payload) {
      const notice = readPresence(payload);
      if (!notice || notice.node === node) return;
      hear(notice);
      for (const operationId of shown.keys()) show(operationId);
    },
    hearing: () => tell({ node, says: "hello" }),
    async close() {
      tell({ node, says: "bye" });
      closed = true;
      await telling;
    },
  };
}
