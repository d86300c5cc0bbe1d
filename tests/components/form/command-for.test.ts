import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { commandFor } from "#app/components/form/command-for.ts";
import { Id } from "#app/domain/id.ts";

test("each form of a page has a command of its own, the same for as long as the page's is", () => {
  const page = uuid();
  const webhooks = Array.from({ length: 200 }, () => ({ webhook: uuid() }));
  const all = webhooks.flatMap((webhook) =>
    ["test", "pause", "delete"].map((intent) => commandFor(page, intent, webhook)),
  );
  const plain = [commandFor(page, ""), commandFor(page, "terms"), commandFor(page, "steps")];
  expect(new Set([page, ...plain, ...all]).size).toBe(604);
  for (const command of all) expect(Id.parse(command)).toBe(command);
  expect(commandFor(page, "test", webhooks[0])).toBe(all[0]);
  expect(commandFor(uuid(), "test", webhooks[0])).not.toBe(all[0]);
});
