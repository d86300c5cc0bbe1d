import { useActionData, useNavigation } from "@remix-run/react";

/**
 * Whether the form with this command waits for its answer. A refusal is one: the page behind it is loaded anew for a
 * while yet on a slow line, and who has mended what was refused need not wait for that.
 */
export function useBusy(command: string): boolean {
  const { state, formData } = useNavigation();
  const said = useActionData<unknown>();
  const isRefused = state === "loading" && typeof said === "object" && said !== null && "refused" in said;
  return state !== "idle" && formData?.get("command") === command && !isRefused;
}
