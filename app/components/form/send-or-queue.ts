import type { ClientActionFunctionArgs } from "@remix-run/react";
import type { Lost } from "#app/components/outbox/queue.ts";
import { sendOrKeep, wasLost } from "./line-loss.ts";

/**
 * Sends through the server's action; where the line or the server is away, it waits on this device and goes out by
 * itself. A device that cannot keep it leaves the form as it stands, which says so.
 */
export function sendOrQueue(as: Lost["as"]) {
  return async (sending: ClientActionFunctionArgs) => {
    const copy = sending.request.clone();
    const answer = await sendOrKeep(sending);
    if (!wasLost(answer)) return answer;
    const queue = await import("#app/components/outbox/queue.ts").catch(() => null);
    const form = await copy.formData();
    const kept = await queue?.keepLost({ as, params: sending.params, form }).catch(() => false);
    // The page is being left for the outbox: an answer would only make it draw once more.
    return kept ? new Promise<never>(() => {}) : answer;
  };
}
