import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { IconButton } from "./button.tsx";
import { useText } from "./text-context.tsx";

type Toast = { id: number; words: string; act?: ReactNode };

type Announcer = {
  /** Read out only: a new report while the eye is elsewhere. */
  say: (words: string) => void;
  /** Seen and read out, until it is closed or eight seconds have passed. */
  show: (words: string, act?: ReactNode) => void;
};

const AnnouncerContext = createContext<Announcer>({ say: () => {}, show: () => {} });

export function useAnnouncer(): Announcer {
  return useContext(AnnouncerContext);
}

const STAYS = 8_000;

/** One live region for the whole page: several would talk over each other. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [spoken, setSpoken] = useState("");
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const announcer = useMemo<Announcer>(
    () => ({
      // A space more or less makes the same words new, so that they are read again.
      say: (words) => setSpoken((before) => (before === words ? `${words} ` : words)),
      show: (words, act) => {
        const id = next.current++;
        setToasts((all) => [...all.slice(-2), { id, words, act }]);
        setTimeout(() => drop(id), STAYS);
      },
    }),
    [drop],
  );
  return (
    <AnnouncerContext.Provider value={announcer}>
      {children}
      <div className="aside announcer" aria-live="polite" aria-atomic="true">
        {spoken}
      </div>
      <Toasts toasts={toasts} drop={drop} />
    </AnnouncerContext.Provider>
  );
}

function Toasts({ toasts, drop }: { toasts: readonly Toast[]; drop: (id: number) => void }) {
  const text = useText();
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, words, act }) => (
        <div key={id} className="toast">
          <span className="toast-text">{words}</span>
          {act}
          <IconButton icon={XIcon} size="small" label={text("ui.close")} onClick={() => drop(id)} />
        </div>
      ))}
    </div>
  );
}
