import { unknownAddress } from "#app/api/problem.server.ts";

/** Where no call is, machines are told so in their own form. */
export const loader = unknownAddress;
export const action = unknownAddress;
