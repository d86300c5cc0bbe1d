import { Link, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Snapshot } from "#app/live/snapshot.ts";
import { isTyping } from "./is-typing.ts";

/** Whether what the page shows still holds: changed since, or out of the reader's reach. */
export function ChangedLine({ fact, own, reads }: { fact: SeizureFact; own: boolean; reads: boolean }) {
  const { snapshot } = useLive();
  return (
    <>
      <Closed reads={reads} />
      {snapshot && <Changed snapshot={snapshot} fact={fact} own={own} />}
    </>
  );
}

/** The page was loaded with the case, and is shown without it now. */
function Closed({ reads }: { reads: boolean }) {
  const text = useText();
  const read = useRef(reads);
  if (reads) read.current = true;
  return <div aria-live="polite">{read.current && !reads && <p className="new-line">{text("seizure.closed")}</p>}</div>;
}

function Changed({ snapshot, fact, own }: { snapshot: Snapshot; fact: SeizureFact; own: boolean }) {
  const text = useText();
  useSyncExternalStore(snapshot.watch, snapshot.version, snapshot.version);
  const seen = useRef(false);
  const now = snapshot.fact(fact.id);
  if (now) seen.current = true;
  const gone = seen.current && !now && !own;
  const newer = now !== undefined && now.revision > fact.revision;
  const offered = useOfferUnlessRenewed(newer ? now.revision : null);
  return (
    <div aria-live="polite">
      {(gone || offered) && (
        <Link to="." className="new-line" reloadDocument>
          {text(gone ? "seizure.gone" : "seizure.newer")}
        </Link>
      )}
    </div>
  );
}

/**
 * A newer revision is drawn by itself, as photos and a correction of the case alone are; to who is typing it is offered.
 * Answers whether it is.
 */
function useOfferUnlessRenewed(newer: number | null): boolean {
  const { revalidate } = useRevalidator();
  const [offered, setOffered] = useState<number | null>(null);
  useEffect(() => {
    if (newer === null) return;
    if (isTyping(document)) setOffered(newer);
    else revalidate();
  }, [newer, revalidate]);
  return newer !== null && offered !== null;
}
