import { createContext, useContext } from "react";

/** The nonce of this answer's content security policy. Empty in the browser, where scripts have already passed. */
export const NonceContext = createContext("");

export function useNonce(): string {
  return useContext(NonceContext);
}
