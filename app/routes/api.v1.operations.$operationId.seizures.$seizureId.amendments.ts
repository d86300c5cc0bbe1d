import { routeOf } from "#app/api/call.server.ts";
import { amendSeizure } from "#app/api/seizure-commands.server.ts";

const calls = routeOf(amendSeizure);
export const loader = calls.loader;
export const action = calls.action;
