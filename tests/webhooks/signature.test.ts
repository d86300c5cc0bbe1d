import { expect, test } from "vitest";
import { isSecret, secretCheck, signedHeaders, webhookKey, webhookSecret } from "#app/webhooks/signature.server.ts";
import { isSigned } from "#tests/support/receiver.ts";

const KEY = webhookKey("k8Jq2-w0Zr7_Xd4Tn5Vb9Ls3Hf6Gy1Pc0Mu8Ai2");

test("it signs as the published libraries of the specification do", () => {
  const signed = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signedHeaders(signed, ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a secret is of 32 bytes, the same for an id and another for every other id and installation", () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const secret = webhookSecret(KEY, one);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhookSecret(KEY, one)).toBe(secret);
  expect(webhookSecret(KEY, other)).not.toBe(secret);
  expect(webhookSecret(webhookKey("another installation"), one)).not.toBe(secret);
});

test("a secret that was made by another installation's is known by its check", () => {
  const id = crypto.randomUUID();
  const check = secretCheck(webhookSecret(KEY, id)).toString("hex");
  expect(isSecret(webhookSecret(KEY, id), check)).toBe(true);
  expect(isSecret(webhookSecret(webhookKey("another"), id), check)).toBe(false);
});

test("with two secrets either receiver finds the signature that fits, and a third does not", () => {
  const [old, fresh, strange] = [1, 2, 3].map(() => webhookSecret(KEY, crypto.randomUUID()));
  const signed = {
    id: crypto.randomUUID(),
    timestamp: Math.floor(Date.now() / 1_000),
    body: '{"type":"webhook.test"}',
  };
  const heard = { headers: signedHeaders(signed, [fresh ?? "", old ?? ""]), body: signed.body };
  expect([old, fresh, strange].map((secret) => isSigned(heard, secret ?? ""))).toEqual([true, true, false]);
  expect(isSigned({ ...heard, body: `${signed.body} ` }, fresh ?? "")).toBe(false);
});
