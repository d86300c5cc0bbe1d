import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { SessionsPanel } from "#app/components/account/sessions-panel.tsx";
import { CommandForm } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { MachineKey, NewKey } from "#app/components/operation/machine-key.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import type { DeliveryRow, WebhookRow } from "#app/components/webhooks/webhook-types.ts";
import { WebhooksPage } from "#app/components/webhooks/webhooks-page.tsx";
import "#app/messages/all.server.ts";

const NOW = "2026-08-14T07:02:00Z";

/** The commands of the forms that are drawn. */
async function commandsOf(view: ReactNode): Promise<string[]> {
  const html = await drawn(view);
  return [...html.matchAll(/name="command" value="([^"]+)"/g)].map(([, command = ""]) => command);
}

async function drawn(view: ReactNode): Promise<string> {
  const element = (
    <TextProvider locale="en" zone="Asia/Bangkok" now={NOW}>
      {view}
    </TextProvider>
  );
  const { query, dataRoutes } = createStaticHandler([{ path: "/", element }]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("no page");
  return renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

const aWebhook = (): WebhookRow => ({
  ...{ id: uuid(), keyId: "key", operationId: null, label: "Cases", address: "https://cases.example.org/naga" },
  ...{ kinds: ["seizure"], state: "active", reason: "", madeAt: NOW, changedAt: NOW, previousUntil: null },
  ...{ lastAt: null, lastStatus: null, lastFault: null, waiting: 0 },
});

const aDelivery = (): DeliveryRow => ({
  ...{ id: uuid(), type: "seizure.released", seq: 1, state: "delivered", happenedAt: NOW, nextAt: null, asked: false },
  calls: [{ n: 1, at: NOW, ms: 12, status: 204, fault: null }],
});

const ASKING = { label: "End", title: "End it?", confirm: "End it", keep: "Keep it", children: "It ends." };

test("forms with one command of the page have each their own, by their intent and by what they are about", async () => {
  const [command, other] = [uuid(), uuid()];
  const forms = (of: string) =>
    commandsOf([
      <CommandForm key="1" command={of}>
        plain
      </CommandForm>,
      <CommandForm key="2" command={of} intent="restore">
        another act
      </CommandForm>,
      <CommandForm key="3" command={of} intent="restore" hidden={{ member: "a" }}>
        about one
      </CommandForm>,
      <ConfirmSend key="4" command={of} intent="restore" hidden={{ member: "b" }} {...ASKING} />,
    ]);
  const commands = await forms(command);
  expect(new Set(commands).size).toBe(4);
  // Drawn again they are the same; of a page that came anew they are others.
  expect(await forms(command)).toEqual(commands);
  expect(new Set([...commands, ...(await forms(other))]).size).toBe(8);
});

test("what a form is about is sent along", async () => {
  const html = await drawn(
    <CommandForm command={uuid()} intent="end" hidden={{ session: "s-1" }}>
      end
    </CommandForm>,
  );
  expect(html).toContain('name="intent" value="end"');
  expect(html).toContain('name="session" value="s-1"');
});

test("each session of an account is ended under a command of its own", async () => {
  const times = { createdAt: NOW, usedAt: NOW };
  const sessions = ["a", "b", "c"].map((id) => ({ id, label: "Firefox", current: id === "a", ...times }));
  const commands = await commandsOf(<SessionsPanel sessions={sessions} command={uuid()} ended={false} />);
  // Of the others each, and all at once.
  expect(commands).toHaveLength(2 + 1);
  expect(new Set(commands).size).toBe(commands.length);
});

test("forms of the page of webhooks do not take each other's command", async () => {
  const webhooks = [aWebhook(), aWebhook()];
  const key = { id: "key", label: "Gateway", prefix: "nk", machine: "Case system", everywhere: true, follows: true };
  const log = { webhook: webhooks[0]?.id ?? "", isFirst: true, older: null, deliveries: [aDelivery(), aDelivery()] };
  const commands = await commandsOf(
    <WebhooksPage
      {...{ agencyName: "VN customs", open: true, keys: [key], webhooks, log, command: uuid(), answer: undefined }}
    />,
  );
  // Test, pause, delete and secret of each, two entries of the log, and a new one.
  expect(commands).toHaveLength(2 * 4 + 2 + 1);
  expect(new Set(commands).size).toBe(commands.length);
});

test("nor do those of an agency's keys", async () => {
  const command = uuid();
  const times = { createdAt: NOW, usedAt: NOW, expiresAt: NOW };
  const keys = [uuid(), uuid()].map((id) => ({
    ...{ id, personId: uuid(), label: "Gateway", prefix: "nk", operationId: null, madeBy: "Officer", renewed: false },
    ...{ scopes: ["feed.read" as const], ...times },
  }));
  const commands = await commandsOf(
    keys.map((key) => (
      <div key={key.id}>
        <MachineKey rounds={0} of={key} machine="Case system" command={command} refused={undefined} />
        <NewKey machineId={key.personId} machine="Case system" command={command} refused={undefined} />
      </div>
    )),
  );
  expect(commands).toHaveLength(2 * 3);
  expect(new Set(commands).size).toBe(commands.length);
});
