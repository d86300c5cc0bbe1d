import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";

export type ComboOption = {
  value: string;
  label: string;
  /** What tells it from others of the same name: country, kind of place. */
  note?: string;
  /** The language of the label, where it is not the reader's. */
  lang?: string;
};

export type Search = (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;

type Found = { state: "idle" | "busy" | "failed" } | { state: "found"; options: readonly ComboOption[] };

const IDLE: Found = { state: "idle" };
const PAUSE = 150;

type Settings = {
  listId: string;
  initial: ComboOption | null;
  search: Search;
  shortest: number;
  onChoose?: (option: ComboOption | null) => void;
};

/** What is typed, what was found for it, which option is active, and what was chosen. */
export function useCombobox({ listId, initial, search, shortest, onChoose }: Settings) {
  const [typed, setTyped] = useState(initial?.label ?? "");
  const [chosen, setChosen] = useState(initial);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSearch(open && typed.trim().length >= shortest ? typed.trim() : null, search);
  const options = found.state === "found" ? found.options : [];

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, listId]);

  function choose(option: ComboOption) {
    setTyped(option.label);
    setChosen(option);
    close();
    onChoose?.(option);
  }

  function close() {
    setOpen(false);
    setActive(-1);
  }

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    setTyped(event.currentTarget.value);
    setOpen(true);
    setActive(-1);
    if (chosen) onChoose?.(null);
    setChosen(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter without an active option sends the form; Escape on a closed list is the dialog's.
    const option = options[active];
    if (!takesKey(event.key, open, option !== undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") close();
    else if (event.key === "Enter") option && choose(option);
    else if (!open) setOpen(true);
    else setActive(stepped(active, event.key === "ArrowDown" ? 1 : -1, options.length));
  }

  return { typed, chosen, open, active, found, options, choose, close, onChange, onKeyDown };
}

/** The neighbour in a ring; from nowhere (−1) to the first or the last. */
function stepped(active: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active < 0) return step === 1 ? 0 : count - 1;
  return (active + step + count) % count;
}

function takesKey(key: string, open: boolean, hasActive: boolean): boolean {
  if (key === "ArrowDown" || key === "ArrowUp") return true;
  return open && (key === "Escape" || (key === "Enter" && hasActive));
}

/** Asks after a short pause; an answer to an older question is dropped. */
function useSearch(query: string | null, search: Search): Found {
  const [found, setFound] = useState<Found>(IDLE);
  const asking = useRef(search);
  asking.current = search;
  useEffect(() => {
    if (query === null) return setFound(IDLE);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      setFound((before) => (before.state === "found" ? before : { state: "busy" }));
      const answer = await asking.current(query, abort.signal).then(
        (options): Found => ({ state: "found", options }),
        (): Found => ({ state: "failed" }),
      );
      if (!abort.signal.aborted) setFound(answer);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return found;
}
