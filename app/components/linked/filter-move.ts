import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { writeThan } from "#app/domain/compared-periods.ts";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import { KNOWN } from "#app/domain/known-moment.ts";
import { isLookMove } from "../workspace/look-move.ts";

/**
 * Whether a page only changes its filter and holds all facts already: then every view is counted here, and the server has
 * nothing to add. Whatever else the address says must be the same.
 */
export function isFilterMove(moved: ShouldRevalidateFunctionArgs): boolean {
  // Of a moment of the past the server counts: what is held here is the present.
  if (moved.nextUrl.searchParams.has(KNOWN)) return false;
  return isLookMove(moved) && besideFilter(moved.currentUrl) === besideFilter(moved.nextUrl);
}

function besideFilter(url: URL): string {
  // Days to compare with are days of a filter too.
  return writeThan(null, writeFactFilter(NO_FILTER, url.searchParams)).toString();
}
