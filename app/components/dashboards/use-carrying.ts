import { useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { commandFor } from "../form/command-for.ts";

/** A panel that is carried by the pointer is moved to where it is let go, as its buttons would. */
export function useCarrying(command: string, version: number) {
  const submit = useSubmit();
  const carried = useRef<number | null>(null);
  return {
    carry: (at: number) => {
      carried.current = at;
    },
    dropAt: (to: number) => {
      const at = carried.current;
      carried.current = null;
      if (at === null || at === to) return;
      const said = { base: `${version}`, at: `${at}`, to: `${to}` };
      const own = commandFor(command, "move", said);
      submit({ ...said, intent: "move", command: own }, { method: "post", preventScrollReset: true });
    },
  };
}

/** Whoever moves a panel by key presses the same key again: the focus goes along with the panel. */
export function useFocusAlong(version: number): (event: { target: EventTarget }) => void {
  const wanted = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the step was done.
  useEffect(() => {
    const [name = "", at = ""] = wanted.current?.split(" ") ?? [];
    wanted.current = null;
    const button = (which: string) => document.getElementById(`arrange-${which}-${at}`);
    const usable = [name, name === "earlier" ? "later" : "earlier"].map(button);
    usable.find((one) => one instanceof HTMLButtonElement && !one.disabled)?.focus();
  }, [version]);
  return ({ target }) => {
    const pressed = target instanceof Element ? target.closest("button[id^=arrange-]") : null;
    const [, name = "", at = ""] = pressed?.id.split("-") ?? [];
    const by = { earlier: -1, later: 1, widen: 0 }[name];
    wanted.current = by === undefined ? null : `${name} ${Number(at) + by}`;
  };
}
