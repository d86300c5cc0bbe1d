import { useText } from "#app/components/ui/text-context.tsx";
import type { MessageValues } from "#app/domain/problem.ts";

/** Why something was not done, in one line at its place. */
export function Refusal({ refused }: { refused: { problem: string; values: MessageValues } | null | undefined }) {
  const text = useText();
  if (!refused) return null;
  return (
    <p className="message message-error" role="alert">
      {text.error(refused.problem, refused.values)}
    </p>
  );
}
