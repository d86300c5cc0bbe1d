import { v7 as uuid } from "uuid";
import {
  askAgain,
  askTest,
  dropWebhook,
  goOnSending,
  insertWebhook,
  rotateWebhookSecret,
  stopSending,
} from "#db/queries/webhooks.server.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { SecretRotation, WebhookInput } from "../domain/webhook.ts";
import { secretCheck, webhookSecret } from "../webhooks/signature.server.ts";
import { manage } from "./accounts.server.ts";
import type { Acting } from "./house.server.ts";
import { hashOfToken, tokenOfCommand } from "./secrets.server.ts";
import type { Change, Command, Outcome } from "./write.server.ts";

const REFUSED = {
  unknown: { keyId: ["key.unknown"] },
  scope: { keyId: ["webhook.key.scope"] },
  reach: { reach: ["webhook.reach"] },
} as const;

/** A webhook and its secret, shown once. Who may make one PostgreSQL says: whoever makes keys. */
export async function makeWebhook(acting: Acting, command: Command<WebhookInput>): Promise<Outcome> {
  const { house } = acting;
  const fault = house.webhooks.addresses.faultOf(new URL(command.input.address));
  if (fault) throw atField({ address: [`webhook.address.${fault}`] });
  const secret = webhookSecret(house.webhooks.key, command.id);
  const outcome = await manage(acting, "webhook.make", command, async ({ tx }) => {
    const { reach, ...input } = command.input;
    const id = uuid();
    const readerHash = hashOfToken(readerToken(acting, id));
    const own = { id, readerHash, secretId: command.id, secretCheck: secretCheck(secret) };
    const answer = await insertWebhook(tx, { ...input, ...own, everywhere: reach === "all" });
    if (answer === "many") throw new Problem("conflict", "webhook.many");
    if (answer !== "made") throw atField(REFUSED[answer]);
    return { webhook: id };
  });
  return { ...outcome, secret };
}

function atField(fields: Readonly<Record<string, readonly string[]>>): Problem {
  const own = Object.fromEntries(Object.entries(fields).map(([name, keys]) => [name, [...keys]]));
  return new Problem("invalid", "form.invalid", {}, { fields: own });
}

/** By which workers read for a webhook: made from its id, held nowhere. */
export function readerToken({ house }: Pick<Acting, "house">, webhook: Id): string {
  return tokenOfCommand(house.secret, "webhook", webhook);
}

/** A new secret; for the hours asked for calls are signed with the old one too. */
export async function rotateSecret(acting: Acting, command: Command<SecretRotation>): Promise<Outcome> {
  const secret = webhookSecret(acting.house.webhooks.key, command.id);
  const outcome = await manage(acting, "webhook.rotate", command, async ({ tx }) => {
    const rotated = { ...command.input, secretId: command.id, secretCheck: secretCheck(secret) };
    return known(command.input.webhook, await rotateWebhookSecret(tx, rotated));
  });
  return { ...outcome, secret };
}

type OfWebhook = Command<{ webhook: Id }>;

/** Nothing is sent until it goes on; what happens meanwhile is sent then. */
export const pauseWebhook = (acting: Acting, command: OfWebhook) =>
  change(acting, "webhook.pause", command, ({ tx }) => stopSending(tx, command.input.webhook));

export const resumeWebhook = (acting: Acting, command: OfWebhook) =>
  change(acting, "webhook.resume", command, ({ tx }) => goOnSending(tx, command.input.webhook));

/** Takes it away with its log. */
export const deleteWebhook = (acting: Acting, command: OfWebhook) =>
  change(acting, "webhook.delete", command, ({ tx }) => dropWebhook(tx, command.input.webhook));

/** One call that says that it is a test; it is made while the webhook is paused, too. */
export const testWebhook = (acting: Acting, command: OfWebhook) =>
  change(acting, "webhook.test", command, ({ tx }) => askTest(tx, command.input.webhook, uuid()));

/** Sends one entry of the log once more, under the id that it had. */
export const sendAgain = (acting: Acting, command: Command<{ webhook: Id; delivery: Id }>) =>
  change(acting, "webhook.send_again", command, ({ tx }) =>
    askAgain(tx, command.input.webhook, command.input.delivery),
  );

function change<T extends { webhook: Id }>(
  acting: Acting,
  kind: string,
  command: Command<T>,
  work: (change: Change) => Promise<boolean>,
): Promise<Outcome> {
  return manage(acting, kind, command, async (change) => known(command.input.webhook, await work(change)));
}

function known(webhook: Id, isChanged: boolean): Outcome {
  if (!isChanged) throw new Problem("not-found", "webhook.unknown");
  return { webhook };
}
