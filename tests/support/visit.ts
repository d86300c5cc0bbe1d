import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import type { House } from "#app/services/house.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { Limits } from "#realtime/http/limits.ts";
import { SILENT } from "./server.ts";

type Visit = {
  house: House;
  /** Who asks; nobody where it is left out. */
  token?: string;
  params?: Record<string, string>;
  /** Sent as a form; a list gives a name several times. */
  form?: Record<string, string | readonly string[]>;
  /** How many tries to sign in are allowed. */
  tries?: number;
  headers?: Record<string, string>;
  /** Where national boundary files lie; nowhere where it is left out. */
  boundariesFolder?: string;
};

/** What a loader or action says to a request: its status, where it leads, its cookie, and what it gives the page. */
export type Said = { status: number; to: string | null; cookie: string | null; data: Record<string, unknown> };

type Route = (args: ActionFunctionArgs) => Promise<unknown>;

/** Calls a loader or an action as the server does, and reads what it answers or throws. */
export async function visit(route: Route, path: string, visiting: Visit): Promise<Said> {
  const args = requestAs(path, visiting);
  try {
    return await read(await route(args));
  } catch (thrown) {
    return await read(thrown);
  }
}

/** What a loader or an action is given. */
export function requestAs(path: string, visiting: Visit) {
  return { request: requestOf(path, visiting), params: visiting.params ?? {}, context: contextOf(visiting) };
}

function requestOf(path: string, { token, form, headers }: Visit): Request {
  const url = new URL(path, "http://naga.test");
  const sent = new Headers({ ...headers, ...(token ? { Cookie: `naga_session=${token}` } : {}) });
  if (!form) return new Request(url, { headers: sent });
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
  return new Request(url, { method: "POST", headers: sent, body });
}

function contextOf({ house, tries = 100, boundariesFolder = "/nowhere" }: Visit): AppLoadContext {
  const database = { ...openDatabase("postgres://nobody@127.0.0.1:1/none", { max: 1 }), db: house.db };
  return {
    nonce: "",
    requestId: "test",
    log: SILENT,
    house,
    secure: false,
    database,
    reading: database,
    limits: limitsOf(tries),
    boundariesFolder,
    address: "192.0.2.1",
  };
}

function limitsOf(tries: number): Limits {
  let left = tries;
  return {
    signIn: async () => (--left < 0 ? 60 : 0),
    signedIn: async () => {},
    write: async () => 0,
    machine: async () => 0,
    close: async () => {},
  };
}

async function read(answer: unknown): Promise<Said> {
  if (answer instanceof Response) {
    const cookie = answer.headers.get("Set-Cookie");
    const told: unknown = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    return { status: answer.status, to: answer.headers.get("Location"), cookie, data: isRecord(told) ? told : {} };
  }
  if (isRecord(answer) && answer.type === "DataWithResponseInit") {
    const init = isRecord(answer.init) ? answer.init : {};
    return {
      status: Number(init.status ?? 200),
      to: null,
      cookie: null,
      data: isRecord(answer.data) ? answer.data : {},
    };
  }
  if (answer instanceof Error || !isRecord(answer)) throw answer;
  return { status: 200, to: null, cookie: null, data: answer };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
