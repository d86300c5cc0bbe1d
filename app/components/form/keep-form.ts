import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** A form that somebody is writing in is not loaded again under his hands; another report is. */
export function keepForm({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs): boolean {
  return currentUrl.pathname !== nextUrl.pathname;
}
