import { useActionData, useNavigation } from "@remix-run/react";

/**
 * Whether what was sent still waits for its answer. A refusal is one: the page behind it is loaded anew for a while yet
 * on a slow line, and who has mended what was refused need not wait for that.
 */
export function isAwaited(state: "idle" | "submitting" | "loading", said: unknown): boolean {
  const isRefused = state === "loading" && typeof said === "object" && said !== null && "refused" in said;
  return state !== "idle" && !isRefused;
}

/** Whether the form with this command waits for its answer. */
export function useBusy(command: string): boolean {
  const { state, formData } = useNavigation();
  const said = useActionData<unknown>();
  return formData?.get("command") === command && isAwaited(state, said);
}
