import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { SecretRotation, WebhookInput } from "./domain/webhook.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import {
  deleteWebhook,
  makeWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateSecret,
  sendAgain,
  testWebhook,
} from "./services/webhooks.server.ts";

/** What was done with which; a secret that is shown this once. */
export type WebhookAnswer = { done: string; webhook: string; secret?: string };

type Work = (acting: Acting, form: FormData) => Promise<WebhookAnswer>;

/** The forms of the page of webhooks, by their intents. */
const FORMS: Record<string, Work> = {
  webhook: async (acting, form) => {
    const input = parsed(WebhookInput, {
      keyId: textOf(form, "keyId"),
      label: textOf(form, "label"),
      address: textOf(form, "address"),
      kinds: form.getAll("kinds[]"),
      reach: textOf(form, "reach"),
    });
    const { webhook = "", secret } = await makeWebhook(acting, commandOf(form, input));
    return { done: "webhook", webhook, secret };
  },
  secret: async (acting, form) => {
    const hours = wholeOf(form, "overlapHours");
    const input = parsed(SecretRotation, {
      webhook: textOf(form, "webhook"),
      overlapHours: Number.isNaN(hours) ? -1 : hours,
    });
    const { webhook = "", secret } = await rotateSecret(acting, commandOf(form, input));
    return { done: "secret", webhook, secret };
  },
  pause: (acting, form) => simply(acting, form, "pause", pauseWebhook),
  resume: (acting, form) => simply(acting, form, "resume", resumeWebhook),
  test: (acting, form) => simply(acting, form, "test", testWebhook),
  delete: (acting, form) => simply(acting, form, "delete", deleteWebhook),
  again: async (acting, form) => {
    const webhook = parsed(Id, textOf(form, "webhook"));
    const delivery = parsed(Id, textOf(form, "delivery"));
    await sendAgain(acting, commandOf(form, { webhook, delivery }));
    return { done: "again", webhook };
  },
};

async function simply(acting: Acting, form: FormData, done: string, work: typeof pauseWebhook): Promise<WebhookAnswer> {
  const webhook = parsed(Id, textOf(form, "webhook"));
  await work(acting, commandOf(form, { webhook }));
  return { done, webhook };
}

export async function changeWebhooks(acting: Acting, intent: string, form: FormData): Promise<WebhookAnswer> {
  const work = Object.hasOwn(FORMS, intent) ? FORMS[intent] : undefined;
  if (!work) throw new Problem("not-found", "webhook.unknown");
  return work(acting, form);
}
