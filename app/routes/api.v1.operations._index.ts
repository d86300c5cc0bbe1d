import { routeOf } from "#app/api/call.server.ts";
import { listOperations } from "#app/api/operations.server.ts";

const calls = routeOf(listOperations);
export const loader = calls.loader;
export const action = calls.action;
