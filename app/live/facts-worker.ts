/// <reference lib="webworker" />
import { z } from "zod";
import { tellApart } from "./told-apart.ts";

/** Takes the facts apart beside the page. It keeps nothing: the page ends it once it has them. */
declare const self: DedicatedWorkerGlobalScope & typeof globalThis;

// The policy forbids code made from text, which the parser of what comes in would otherwise try.
z.config({ jitless: true });
tellApart(self);
