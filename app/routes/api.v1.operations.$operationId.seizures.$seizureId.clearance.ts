import { routeOf } from "#app/api/call.server.ts";
import { decideReport } from "#app/api/seizure-commands.server.ts";

const calls = routeOf(decideReport);
export const loader = calls.loader;
export const action = calls.action;
