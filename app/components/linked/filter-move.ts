import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import { isLookMove } from "../workspace/look-move.ts";

/**
 * Whether a page only changes its filter and holds all facts already: then every view is counted here, and the server has
 * nothing to add. Whatever else the address says must be the same.
 */
export function isFilterMove(moved: ShouldRevalidateFunctionArgs): boolean {
  return isLookMove(moved) && besideFilter(moved.currentUrl) === besideFilter(moved.nextUrl);
}

function besideFilter(url: URL): string {
  return writeFactFilter(NO_FILTER, url.searchParams).toString();
}
