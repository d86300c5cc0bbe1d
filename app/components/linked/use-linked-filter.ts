import { useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { type DroppedValue, type FactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { useAddressFilter } from "../workspace/use-address-filter.ts";

export type LinkedFilter = {
  /** What all views show now: the address, or what a hand is just about to change. */
  filter: FactFilter;
  dropped: readonly DroppedValue[];
  /** Shows another filter without writing it into the address: while something is drawn or played. */
  preview: (filter: FactFilter | null) => void;
  /** Writes it into the address. Moves of the same hand replace each other, so that Back leads out of them. */
  commit: (filter: FactFilter, way?: "new" | "replace") => void;
  addressOf: (filter: FactFilter) => string;
};

/** The one filter of a page, which every view reads and every view may change. */
export function useLinkedFilter(): LinkedFilter {
  const { filter: told, dropped } = useAddressFilter();
  const [shown, setShown] = useState<{ told: FactFilter; filter: FactFilter } | null>(null);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const addressOf = useCallback((filter: FactFilter) => `?${writeFactFilter(filter, params)}`, [params]);
  const preview = useCallback((filter: FactFilter | null) => setShown(filter && { told, filter }), [told]);
  const commit = useCallback(
    (filter: FactFilter, way: "new" | "replace" = "new") => {
      setShown({ told, filter });
      navigate(addressOf(filter), { replace: way === "replace", preventScrollReset: true });
    },
    [told, navigate, addressOf],
  );
  // Who goes back before the address has said it wants what was before, and that address may never have been shown.
  useEffect(() => {
    const drop = () => setShown(null);
    window.addEventListener("popstate", drop);
    return () => window.removeEventListener("popstate", drop);
  }, []);
  // Once the address says it, or something else, it is no preview any more.
  useEffect(() => setShown((kept) => (kept && kept.told !== told ? null : kept)), [told]);
  const filter = shown && shown.told === told ? shown.filter : told;
  return useMemo(
    () => ({ filter, dropped, preview, commit, addressOf }),
    [filter, dropped, preview, commit, addressOf],
  );
}
