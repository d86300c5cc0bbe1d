import { part } from "./part.ts";
import type { Kind } from "./types.ts";

export const page = (kind: Kind) => ["a.page", `code.x.${kind}`, part, import("./later.ts")];
