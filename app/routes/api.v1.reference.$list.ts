import { routeOf } from "#app/api/call.server.ts";
import { getReferenceList } from "#app/api/reference.server.ts";

const calls = routeOf(getReferenceList);
export const loader = calls.loader;
export const action = calls.action;
