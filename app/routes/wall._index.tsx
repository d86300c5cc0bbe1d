import type { MetaFunction } from "@remix-run/node";
import { type ClientLoaderFunctionArgs, useLoaderData } from "@remix-run/react";
import { useRef } from "react";
import { WallPage } from "#app/components/dashboards/wall-page.tsx";
import { forAnyone } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { preferencesOf } from "#app/preferences.ts";
import { wallTokenOfCookie } from "#app/session.server.ts";
import { wallBoard } from "#app/wall-page.server.ts";

export const meta: MetaFunction = ({ matches }) => [
  { title: pageTitle(matches, "wall.title") },
  { name: "robots", content: "noindex" },
];

export const loader = forAnyone(async ({ request, context }) => {
  const token = new URL(request.url).searchParams.has("unknown")
    ? null
    : wallTokenOfCookie(request.headers.get("Cookie"));
  return { wall: token && (await wallBoard(context.house, token, preferencesOf(request).locale)), lost: false };
});

type Loaded = { wall: Awaited<ReturnType<typeof wallBoard>> | null; lost: boolean };

/** A screen that nobody touches stays as it is while the server cannot be reached, and says so. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs): Promise<Loaded> {
  try {
    return await serverLoader<Loaded>();
  } catch {
    return { wall: null, lost: true };
  }
}

export default function Wall() {
  const { wall, lost } = useLoaderData<Loaded>();
  const shown = useRef(wall);
  if (!lost) shown.current = wall;
  return <WallPage wall={shown.current} />;
}
