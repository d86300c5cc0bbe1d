import { routeOf } from "#app/api/call.server.ts";
import { createSeizure } from "#app/api/seizure-commands.server.ts";
import { listSeizures } from "#app/api/seizures.server.ts";

const calls = routeOf(listSeizures, createSeizure);
export const loader = calls.loader;
export const action = calls.action;
