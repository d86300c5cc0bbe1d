import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "#app/components/ui/icon.tsx";

/** What has just been done, said once where it was asked for; it has the focus, since the button may be gone. */
export function Done({ when, children }: { when: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (when) place.current?.focus();
  }, [when]);
  if (!when) return null;
  return (
    <div ref={place} className="done" role="status" tabIndex={-1}>
      <Icon of={CheckCircleIcon} filled />
      <div>{children}</div>
    </div>
  );
}
