import { useEffect, useRef } from "react";

/** Tells whoever asks when a film begins and when it ends, and that it is over once its bar is gone. */
export function useTold(playing: boolean, tell: ((playing: boolean) => void) | undefined): void {
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    latest.current?.(playing);
    return () => latest.current?.(false);
  }, [playing]);
}
