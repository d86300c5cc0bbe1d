import { useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { isWhole, MOST_FILE_BYTES } from "#app/domain/import/progress.ts";
import type { ImportLine } from "./import-types.ts";
import { type PartsProgress, type PartsSent, sendParts } from "./send-parts.ts";

export type FileOnItsWay = { file: File } & PartsProgress & { refused: Exclude<PartsSent, { whole: true }> | null };

/** The file that this page sends; when it is whole its own page opens. One that was begun before is gone on with. */
export function useFileSending(home: string, known: readonly ImportLine[]) {
  const navigate = useNavigate();
  const [sending, setSending] = useState<FileOnItsWay | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(file: File) {
    const refused = refusalOf(file);
    setSending({ file, received: 0, waiting: false, refused });
    if (refused) return;
    const begun = known.find((line) => isWhole(line.state) === false && isSame(line, file));
    const id = begun?.id ?? uuid();
    const own = new AbortController();
    stop.current?.abort();
    stop.current = own;
    const tell = (progress: PartsProgress) => setSending((now) => now && { ...now, ...progress });
    const way = { address: `${home}/${id}/file`, signal: own.signal, tell };
    const sent = await sendParts(way, file, begun !== undefined).catch(() => null);
    if (sent === null) return;
    if ("refused" in sent) setSending({ file, received: 0, waiting: false, refused: sent });
    else navigate(`${home}/${id}`);
  }

  function takeBack() {
    stop.current?.abort();
    setSending(null);
  }

  return { sending, send, takeBack };
}

const isSame = ({ fileName, fileBytes }: ImportLine, { name, size }: File) => fileName === name && fileBytes === size;

function refusalOf({ size }: File): FileOnItsWay["refused"] {
  if (size === 0) return { refused: "import.file.empty", values: {} };
  if (size <= MOST_FILE_BYTES) return null;
  return { refused: "import.file.large", values: { most: MOST_FILE_BYTES / 1_048_576 } };
}
