import { routeOf } from "#app/api/call.server.ts";
import { getSeizure } from "#app/api/seizures.server.ts";

const calls = routeOf(getSeizure);
export const loader = calls.loader;
export const action = calls.action;
