import { routeOf } from "#app/api/call.server.ts";
import { listReferenceLists } from "#app/api/reference.server.ts";

const calls = routeOf(listReferenceLists);
export const loader = calls.loader;
export const action = calls.action;
