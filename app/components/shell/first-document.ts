import { useLocation } from "@remix-run/react";

let firstKey: string | undefined;

/**
 * Whether this is still the address that the document was loaded for: only then does the document's request id name
 * what went wrong. The document itself calls it, so that the first address is known before any other.
 */
export function useFirstAddress(): boolean {
  const { key } = useLocation();
  if (typeof document === "undefined") return true;
  firstKey ??= key;
  return key === firstKey;
}
