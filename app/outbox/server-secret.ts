import { z } from "zod";

const Answer = z.object({ secret: z.string().min(32) });

/** What the server gives to whoever is signed in, so that a PIN that was forgotten loses nothing. Null without a line. */
export async function serverSecret(): Promise<string | null> {
  const answer = await fetch(`/outbox/key`, { method: "POST", headers: { Accept: "application/json" } }).catch(
    () => null,
  );
  if (!answer?.ok) return null;
  const read = Answer.safeParse(await answer.json().catch(() => null));
  return read.success ? read.data.secret : null;
}
