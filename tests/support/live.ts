import { expect, vi } from "vitest";
import type { SeizureFact } from "#app/domain/fact.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import type { Id } from "#app/domain/id.ts";
import { Problem } from "#app/domain/problem.ts";
import { type Live, openLive } from "#app/live/live.ts";
import type { Acting } from "#app/services/house.server.ts";
import { snapshotFor } from "#app/services/snapshot.server.ts";
import { attachGateway } from "#realtime/gateway.ts";
import type { Frame } from "#realtime/protocol.ts";
import { envFor, onePage, type RunningServer, runServer } from "./server.ts";
import { aWorld, type World, type WorldOptions } from "./world.ts";

type Joining = Parameters<World["join"]>[0];
export type LiveMember = Acting & { memberId: Id; personId: Id };

/** A world with a real server over it: what services commit reaches real sockets. */
export type LiveWorld = World & {
  server: RunningServer;
  member: (joining: Joining) => Promise<LiveMember>;
  /** Another process's worth of server over the same database. */
  anotherServer: () => Promise<RunningServer>;
};

export async function aLiveWorld(options: WorldOptions = {}): Promise<LiveWorld> {
  const world = await aWorld(options);
  const servers: RunningServer[] = [];
  const anotherServer = async () => {
    const server = await aServer(world);
    servers.push(server);
    return server;
  };
  const server = await anotherServer();
  return {
    ...world,
    server,
    anotherServer,
    member: async (joining) => ({ ...(await world.join(joining)), house: server.house }),
    close: async () => {
      await Promise.all(servers.map((one) => one.close()));
      await world.close();
    },
  };
}

async function aServer({ database }: World): Promise<RunningServer> {
  const build = onePage(() => new Response("", { status: 404 }));
  const server = await runServer(envFor(database), { build, attachGateway });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= server.close();
    return closing;
  };
  return { ...server, close };
}

/** A browser's live connection, and what came over it. */
export type Watcher = {
  live: Live;
  frames: Frame[];
  arrivals: SeizureFact[];
  ids: () => Id[];
  has: (id: Id) => boolean;
  /** How often it was found that something had happened that no frame told of. */
  missed: () => number;
  close: () => void;
};

type Watching = {
  server: { address: string };
  fetch: (path: string) => Promise<Response>;
  /** What the page is said to hold already. */
  loaded?: Record<Id, number>;
};
type Reader = Pick<Acting, "token" | "operationId">;

/** Opens it as this member and waits until it is live. */
export async function watch(acting: Acting, watching: Omit<Watching, "fetch"> & Partial<Watching>): Promise<Watcher> {
  const watcher = startWatching(acting, { fetch: snapshotOf(acting), ...watching });
  await vi.waitFor(() => expect(watcher.live.view().status.state).toBe("live"), { timeout: 10_000, interval: 5 });
  return watcher;
}

export function startWatching(acting: Reader, { server, fetch, loaded = {} }: Watching): Watcher {
  const live = openLive({
    operationId: acting.operationId ?? "",
    loaded,
    line: { address: server.address, headers: { cookie: `naga_session=${acting.token}` } },
    fetch,
  });
  const frames: Frame[] = [];
  let missed = 0;
  live.onMissed(() => {
    missed += 1;
  });
  const arrivals: SeizureFact[] = [];
  live.onFrame((frame) => frames.push(frame));
  live.onArrivals(({ facts }) => arrivals.push(...facts));
  const snapshot = () => live.view().snapshot;
  return {
    live,
    frames,
    arrivals,
    ids: () =>
      snapshot()
        ?.newest(1_000_000, NO_FILTER)
        .map((fact) => fact.id) ?? [],
    has: (id) => snapshot()?.has(id) ?? false,
    missed: () => missed,
    close: live.close,
  };
}

/** The route's answer without the route: what is refused is refused by the same service. */
export function snapshotOf(acting: Acting): (path: string) => Promise<Response> {
  return async (path) => {
    try {
      return new Response((await snapshotFor(acting, { withFacts: !path.includes("only=numbers") })).text());
    } catch (error) {
      return new Response("", { status: error instanceof Problem && error.kind !== "unavailable" ? 404 : 503 });
    }
  };
}

export function eventually(check: () => void, timeout = 10_000): Promise<void> {
  return vi.waitFor(check, { timeout, interval: 5 });
}
