import { routeOf } from "#app/api/call.server.ts";
import { listTallies, postTallies } from "#app/api/tallies.server.ts";

const calls = routeOf(listTallies, postTallies);
export const loader = calls.loader;
export const action = calls.action;
