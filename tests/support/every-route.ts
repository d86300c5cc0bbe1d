import type { ActionFunction, LoaderFunction, ServerBuild } from "@remix-run/node";
import { pathOf, routeFiles } from "#tests/access/sources.ts";
import { onePage } from "./server.ts";

/** Loaders and actions of all routes as they are in the sources, without the pages around them. */
export async function everyRoute(): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = {};
  for (const file of routeFiles()) {
    const address = new URL(`../../app/routes/${file}`, import.meta.url).href;
    const { loader, action }: { loader?: LoaderFunction; action?: ActionFunction } = await import(
      /* @vite-ignore */ address
    );
    routes[file] = { id: file, path: pathOf(file).slice(1), module: { loader, action, default: undefined } };
  }
  return { ...onePage(() => new Response("", { status: 404 })), routes };
}
