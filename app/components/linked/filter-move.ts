import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import { holdsSnapshot } from "#app/live/held.ts";

/**
 * Whether a page only changes its filter and holds all facts already: then every view is counted here, and the server has
 * nothing to add. Whatever else the address says must be the same.
 */
export function isFilterMove({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  const moved = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return moved && formMethod === undefined && holdsSnapshot() && besideFilter(currentUrl) === besideFilter(nextUrl);
}

function besideFilter(url: URL): string {
  return writeFactFilter(NO_FILTER, url.searchParams).toString();
}
