import { useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { readFactFilter } from "#app/domain/fact-filter.ts";

/** What the address asks to see, and what of it was not understood. */
export function useAddressFilter() {
  const [params] = useSearchParams();
  return useMemo(() => readFactFilter(params), [params]);
}
