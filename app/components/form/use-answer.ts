import { useActionData, useLocation } from "@remix-run/react";
import { useRef } from "react";

/**
 * What the server said to the form that was sent last, for as long as this page is not left. A page that is loaded anew
 * because a frame came would forget it: what was refused at a field, and that it was done.
 */
export function useAnswer<T>(): ReturnType<typeof useActionData<T>> {
  const said = useActionData<T>();
  const { key } = useLocation();
  const kept = useRef({ key, said });
  if (said !== undefined || kept.current.key !== key) kept.current = { key, said };
  return kept.current.said;
}
