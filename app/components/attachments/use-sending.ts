import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import type { AttachmentAudience, AttachmentKind, PendingUpload } from "#app/domain/attachment.ts";
import { type Progress, type Sending, type Sent, sendFile } from "#app/outbox/send-file.ts";
import { type Going, goingOut } from "#app/outbox/smaller-copy.ts";
import type { Chosen } from "./add-files.tsx";

export type FileOnItsWay = Sending & Progress & { refused: Extract<Sent, { refused: string }> | null };

/** Files that are being sent from this page, one after the other: on a bad line two at once help nobody. */
export function useSending(record: string, pending: readonly PendingUpload[]) {
  const { revalidate } = useRevalidator();
  const [all, setAll] = useState<readonly FileOnItsWay[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const open = stops.current;
    return () => {
      for (const stop of open.values()) stop.abort();
    };
  }, []);
  const change = (id: string, over: Partial<FileOnItsWay>) =>
    setAll((before) => before.map((one) => (one.id === id ? { ...one, ...over } : one)));
  const drop = (id: string) => setAll((before) => before.filter((one) => one.id !== id));

  async function send(file: Sending, { signal }: AbortController) {
    if (signal.aborted) return;
    const sent = await sendFile({ record, signal, tell: (progress) => change(file.id, progress) }, file).catch(
      () => null,
    );
    if (sent === null) return;
    if ("refused" in sent) return change(file.id, { refused: sent, waiting: false });
    drop(file.id);
    revalidate();
  }

  async function add({ files, kind, audience, way }: Chosen) {
    const last: Going[] = [];
    for (const file of files) {
      for (const going of await goingOut(file, kind, way)) {
        if (going.last) last.push(going);
        else begin(going, kind, audience);
      }
    }
    for (const going of last) begin(going, kind, audience);
  }

  function begin({ file, of }: Going, kind: AttachmentKind, audience: AttachmentAudience) {
    // Half of it may have come already, from this page before it was left.
    const begun = pending.find(({ name, bytes }) => name === file.name && bytes === file.size);
    const ids = { id: begun?.id ?? uuid(), begin: uuid(), finish: uuid() };
    const sending = { ...ids, kind, audience, file, of };
    const stop = new AbortController();
    stops.current.set(sending.id, stop);
    const received = begun?.received ?? 0;
    setAll((before) => [...before, { ...sending, received, waiting: false, refused: null }]);
    queue.current = queue.current.then(() => send(sending, stop));
  }

  function takeBack(id: string) {
    stops.current.get(id)?.abort(new DOMException("taken back", "AbortError"));
    drop(id);
  }

  return { all, add, takeBack };
}
