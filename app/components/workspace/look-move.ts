import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { holdsSnapshot } from "#app/live/held.ts";

/** Whether a page only looks at what it holds in another way: what frames it does not depend on that. */
export function isLookMove({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  const moved = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return moved && formMethod === undefined && holdsSnapshot();
}
