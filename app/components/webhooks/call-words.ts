import { useText } from "#app/components/ui/text-context.tsx";

/** How a call ended, in a few words: what the receiver answered, or why it could not be asked. */
export function useCallWords() {
  const text = useText();
  return ({ status, fault }: { status: number | null; fault: string | null }): string => {
    if (fault !== null) return text.label(`webhook.fault.${fault}`);
    return status === null ? text("webhook.call.under_way") : text("webhook.call.answered", { status: String(status) });
  };
}
