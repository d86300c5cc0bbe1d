import { routeOf } from "#app/api/call.server.ts";
import { withdrawSeizure } from "#app/api/seizure-commands.server.ts";

const calls = routeOf(withdrawSeizure);
export const loader = calls.loader;
export const action = calls.action;
