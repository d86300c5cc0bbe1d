import type { Id } from "#app/domain/id.ts";

/**
 * What a node says to the others: `here` and `gone` of agencies in an operation, `hello` when it begins to hear and wants
 * to know who is where, `bye` when it ends.
 */
export type PresenceNotice =
  | { node: string; says: "here" | "gone"; operationId: Id; agencies: Id[] }
  | { node: string; says: "hello" | "bye" };

/** A notice holds at most 8,000 bytes. */
const AGENCIES_PER_NOTICE = 150;

export function writePresence(notice: PresenceNotice): string[] {
  const { node, says } = notice;
  if (!("operationId" in notice)) return [`${node} ${says}`];
  const { operationId, agencies } = notice;
  const payloads: string[] = [];
  for (let at = 0; at < agencies.length; at += AGENCIES_PER_NOTICE) {
    payloads.push([node, says, operationId, ...agencies.slice(at, at + AGENCIES_PER_NOTICE)].join(" "));
  }
  return payloads;
}

export function readPresence(payload: string): PresenceNotice | null {
  const [node, says, operationId, ...agencies] = payload.split(" ");
  if (!node) return null;
  if (says === "hello" || says === "bye") return { node, says };
  return (says === "here" || says === "gone") && operationId ? { node, says, operationId, agencies } : null;
}
