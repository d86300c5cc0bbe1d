import type { DeliveryState, WebhookKind, WebhookReason, WebhookState } from "#app/domain/webhook.ts";

export type WebhookRow = {
  id: string;
  keyId: string;
  /** Null: wherever its key opens something. */
  operationId: string | null;
  label: string;
  address: string;
  kinds: readonly WebhookKind[];
  state: WebhookState;
  reason: WebhookReason;
  madeAt: string;
  changedAt: string;
  /** While calls are signed with two secrets. */
  previousUntil: string | null;
  lastAt: string | null;
  lastStatus: number | null;
  lastFault: string | null;
  waiting: number;
};

export type WebhookKey = {
  id: string;
  label: string;
  prefix: string;
  machine: string;
  everywhere: boolean;
  /** Whether it was made to follow what happens. */
  follows: boolean;
};

export type CallRow = { n: number; at: string; ms: number | null; status: number | null; fault: string | null };

export type DeliveryRow = {
  id: string;
  type: string;
  seq: number | null;
  state: DeliveryState;
  happenedAt: string;
  nextAt: string | null;
  /** Somebody asked for it by hand. */
  asked: boolean;
  calls: readonly CallRow[];
};

export type DeliveryLog = {
  webhook: string;
  isFirst: boolean;
  /** The place from which older ones are asked for. */
  older: number | null;
  deliveries: readonly DeliveryRow[];
};
