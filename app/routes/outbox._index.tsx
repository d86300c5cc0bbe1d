import type { MetaFunction } from "@remix-run/react";
import { OutboxPage } from "#app/components/outbox/outbox-page.tsx";
import { pageTitle } from "#app/page-title.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "outbox.title") }];

/** The one page that opens without a line. The server knows nothing about it: everything on it comes from the device. */
export default OutboxPage;
