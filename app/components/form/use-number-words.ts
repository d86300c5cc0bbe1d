import { useEffect, useState } from "react";
import { patientImport } from "#app/live/patient-import.ts";

type NumberWords = typeof import("#app/messages/number-words.ts").numberWords;

/** How numbers are said comes when the form stands; until then digits are said back. */
export function useNumberWords(): NumberWords | null {
  const [words, setWords] = useState<{ say: NumberWords } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    void patientImport(() => import("#app/messages/number-words.ts"), left.signal).then((loaded) => {
      if (loaded) setWords({ say: loaded.numberWords });
    });
    return () => left.abort();
  }, []);
  return words?.say ?? null;
}
