import { useEffect, useRef, useState } from "react";

/** The value as it is at each animation frame, or every so many milliseconds: many changes in between are one change. */
export function useFrameValue<T>(value: T, everyMs = 0): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const stop = useRef<(() => void) | null>(null);
  latest.current = value;
  useEffect(() => {
    // One that waits already will take this value with it: so a steady stream is shown too.
    if (stop.current || value === shown) return;
    const show = () => {
      stop.current = null;
      setShown(() => latest.current);
    };
    if (everyMs > 0) {
      const timer = setTimeout(show, everyMs);
      stop.current = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(show);
      stop.current = () => cancelAnimationFrame(frame);
    }
  }, [value, shown, everyMs]);
  useEffect(
    () => () => {
      stop.current?.();
      stop.current = null;
    },
    [],
  );
  return shown;
}
