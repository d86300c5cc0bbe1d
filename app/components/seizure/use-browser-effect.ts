import { useEffect, useLayoutEffect } from "react";

/** Before the browser draws: what was typed before scripts came is read then. The server has no layout and does nothing. */
export const useBrowserEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
