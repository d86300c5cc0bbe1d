import { routeOf } from "#app/api/call.server.ts";
import { getOperation } from "#app/api/operations.server.ts";

const calls = routeOf(getOperation);
export const loader = calls.loader;
export const action = calls.action;
