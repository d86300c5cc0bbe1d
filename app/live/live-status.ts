/**
 * How far what is shown can be trusted to be now. `beginning`: nothing is known yet. `as-of`: the line has been down
 * for a while. `over`: there is nothing to follow any more. `at` is when the line was last heard (milliseconds).
 */
export type LiveStatus =
  | { state: "beginning" }
  | { state: "live" }
  | { state: "reconnecting"; at: number }
  | { state: "as-of"; at: number }
  | { state: "over" };

/** A short break is not worth a time of day. */
export const AS_OF_AFTER_MS = 10_000;

/** Keeps the status; tells when it changes. */
export function statusKeeper(changed: (status: LiveStatus) => void) {
  let status: LiveStatus = { state: "beginning" };
  let heardAt: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(next: LiveStatus) {
    clearTimeout(timer);
    timer = undefined;
    status = next;
    changed(next);
  }

  return {
    get: () => status,
    heard() {
      heardAt = Date.now();
    },
    live() {
      heardAt = Date.now();
      if (status.state !== "live") set({ state: "live" });
    },
    /** From now on news may be missing. */
    broken() {
      if (status.state !== "live") return;
      const at = heardAt ?? Date.now();
      set({ state: "reconnecting", at });
      timer = setTimeout(() => set({ state: "as-of", at }), AS_OF_AFTER_MS);
    },
    over() {
      set({ state: "over" });
    },
    close() {
      clearTimeout(timer);
    },
  };
}
