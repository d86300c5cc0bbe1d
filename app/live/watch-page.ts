type PageDoors = {
  /** The page is looked at again, or the network says it is back: is the line still there? */
  check: () => void;
  offline: () => void;
};

const BEAT_MS = 5_000;
/** Longer than that between two beats: the machine slept. */
const SLEPT_MS = 20_000;

/** Watches what tells of a line before the line itself does. Nothing outside a browser. */
export function watchPage({ check, offline }: PageDoors): () => void {
  if (typeof document === "undefined") return () => {};
  const shown = () => {
    if (document.visibilityState === "visible") check();
  };
  let beat = Date.now();
  const beating = setInterval(() => {
    const slept = Date.now() - beat > SLEPT_MS;
    beat = Date.now();
    if (slept) check();
  }, BEAT_MS);
  document.addEventListener("visibilitychange", shown);
  window.addEventListener("online", check);
  window.addEventListener("pageshow", shown);
  window.addEventListener("offline", offline);
  return () => {
    clearInterval(beating);
    document.removeEventListener("visibilitychange", shown);
    window.removeEventListener("online", check);
    window.removeEventListener("pageshow", shown);
    window.removeEventListener("offline", offline);
  };
}
