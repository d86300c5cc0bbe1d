import { routeOf } from "#app/api/call.server.ts";
import { getFeed } from "#app/api/feed.server.ts";

const calls = routeOf(getFeed);
export const loader = calls.loader;
export const action = calls.action;
