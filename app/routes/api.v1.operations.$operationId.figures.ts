import { routeOf } from "#app/api/call.server.ts";
import { getFigures } from "#app/api/figures.server.ts";

const calls = routeOf(getFigures);
export const loader = calls.loader;
export const action = calls.action;
