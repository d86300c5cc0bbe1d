import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dropDashboard, makeDashboard } from "#app/services/dashboards.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { startWall, stopWall } from "#app/services/walls.server.ts";
import { LIVE_PATH, WALLS } from "#realtime/protocol.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aLiveWorld, eventually, type LiveMember, type LiveWorld } from "../support/live.ts";
import { aCommand, agencyOf } from "../support/world.ts";

let world: LiveWorld;
let lead: LiveMember;
let contact: LiveMember;
beforeAll(async () => {
  world = await aLiveWorld({ steps: { "VN-CUS": 0 } });
  lead = await world.member({ role: "lead", agency: agencyOf(world, "RILO") });
  contact = await world.member({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
});
afterAll(() => world.close());

async function aWall() {
  const dashboard = crypto.randomUUID();
  await makeDashboard(lead, aCommand({ id: dashboard, name: "Room", shared: false }));
  const room = { administrations: [agencyOf(world, "VN-CUS").administrationId], roles: ["ncp" as const] };
  const { token = "", wall = "" } = await startWall(lead, aCommand({ dashboard, label: "Hall", hours: 8, ...room }));
  return { token, wall, dashboard };
}

type Screen = { socket: Socket; heard: string[]; said: unknown[] };

/** What a screen hears over a line of its own; refused lines are heard as that. */
function screenOf(cookie: string, { namespace = WALLS, query = { wall: "1" } as Record<string, string> } = {}): Screen {
  const heard: string[] = [];
  const said: unknown[] = [];
  const socket = io(world.server.address + namespace, {
    ...{ path: LIVE_PATH, query, transports: ["websocket"], forceNew: true, reconnection: false },
    extraHeaders: { Cookie: cookie },
  });
  socket.on("connect", () => heard.push("open"));
  socket.on("connect_error", () => heard.push("refused"));
  socket.on("disconnect", () => heard.push("closed"));
  socket.onAny((name: string, ...rest: unknown[]) => {
    heard.push(name);
    said.push(...rest);
  });
  return { socket, heard, said };
}

const opened = async (token: string) => {
  const screen = screenOf(`naga_wall=${token}`);
  await eventually(() => expect(screen.heard).toContain("open"));
  return screen;
};

test("a wall hears that something moved, and not what; ended, it hears that and nothing more", async () => {
  const { token, wall, dashboard } = await aWall();
  const screen = await opened(token);
  await submitReport(contact, aCommand(aSeizureInput()));
  await eventually(() => expect(screen.heard).toContain("moved"));
  await stopWall(lead, aCommand({ wall, dashboard }));
  await eventually(() => expect(screen.heard).toContain("closed"));
  const until = screen.heard.length;
  expect(screen.heard).toContain("over");
  expect(screen.said).toEqual([]);
  await submitReport(contact, aCommand(aSeizureInput()));
  const another = await opened((await aWall()).token);
  await submitReport(contact, aCommand(aSeizureInput()));
  await eventually(() => expect(another.heard).toContain("moved"));
  expect(screen.heard).toHaveLength(until);
  another.socket.close();
});

test("a line is closed when its dashboard goes, and is not opened by what opens nothing or something else", async () => {
  const { token, wall, dashboard } = await aWall();
  const screen = await opened(token);
  await dropDashboard(lead, aCommand({ dashboard }));
  await eventually(() => expect(screen.heard).toEqual(expect.arrayContaining(["over", "closed"])));

  const running = await aWall();
  const refused = [
    screenOf(`naga_wall=${token}`),
    screenOf(`naga_wall=${wall}`),
    screenOf(""),
    // A session opens no wall, and a wall no line of a person, whichever is asked for.
    screenOf(`naga_session=${lead.token}`),
    screenOf(`naga_session=${lead.token}`, { query: {} }),
    screenOf(`naga_wall=${running.token}`, { namespace: "/" }),
    screenOf(`naga_wall=${running.token}`, { namespace: "/", query: {} }),
    screenOf(`naga_session=${running.token}`, { namespace: "/", query: {} }),
  ];
  for (const { heard } of refused) await eventually(() => expect(heard).toContain("refused"));
  for (const { heard, socket } of refused) {
    expect(heard).not.toContain("open");
    socket.close();
  }
});

test("a wall has so many lines and no more", async () => {
  const { token } = await aWall();
  const screens = [];
  for (let at = 0; at < 5; at++) screens.push(await opened(token));
  const sixth = screenOf(`naga_wall=${token}`);
  await eventually(() => expect(sixth.heard).toContain("refused"));
  for (const { socket } of [...screens, sixth]) socket.close();
});
