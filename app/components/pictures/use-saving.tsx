import { type ReactNode, useState } from "react";
import { useText } from "../ui/text-context.tsx";

/** Saves a picture; what goes wrong (the line is away, the picture too large for this device) is said where it was asked. */
export function useSaving(): { attempt: (save: () => Promise<void>) => void; failure: ReactNode } {
  const text = useText();
  const [failed, setFailed] = useState(false);
  const attempt = (save: () => Promise<void>) => {
    setFailed(false);
    save().catch(() => setFailed(true));
  };
  const failure = failed && (
    <p className="message message-error screen-only" role="alert">
      {text("figure.picture.failed")}
    </p>
  );
  return { attempt, failure };
}
