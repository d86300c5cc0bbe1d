import "maplibre-gl/dist/maplibre-gl.css";
import { Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Slot } from "#app/domain/commodity.ts";
import type { Bounds } from "./map-bounds.ts";
import { MapContext } from "./map-context.ts";
import { COUNTRY_RING, HATCH, HEAD } from "./map-image-names.ts";
import { ensureImages, redrawImages } from "./map-images.ts";
import { mapStyle, paintOf } from "./map-style.ts";
import { type MapTokens, readTokens } from "./map-tokens.ts";

// Bundled, the library would look for its worker beside our own files and find none.
setWorkerUrl(workerUrl);

const LEAST_ZOOM = 0.6;
const MOST_ZOOM = 11;

type MapFrameProps = {
  /** What the map shows, for screen readers. */
  label: string;
  /** What it begins with; later changes do not move it. */
  bounds: Bounds | null;
  /** Space around the bounds, in pixels. */
  padding?: number;
  mostZoom?: number;
  /** While goods of one kind only are shown, corridors take its colour. */
  tint?: Slot | null;
  /** The browser has no WebGL, or lost it: the caller shows the table. */
  onFail: () => void;
  children: ReactNode;
};

/** The canvas, its land and its lines. Layers are its children; they are drawn once the style is there. */
export function MapFrame({ label, bounds, padding = 48, mostZoom = MOST_ZOOM, tint, onFail, children }: MapFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const tokens = useTokens(frame, tint ?? null);
  const text = useText();
  const begin = useRef({ bounds, padding, mostZoom, tokens, onFail, label, hint: text("map.keys") });
  begin.current = { ...begin.current, tokens, onFail };

  useEffect(() => {
    if (!frame.current) return;
    const made = makeMap(frame.current, begin.current);
    if (!made) return begin.current.onFail();
    made.once("style.load", () => {
      ensureImages(made, [HATCH, COUNTRY_RING, HEAD.river, HEAD.accent], begin.current.tokens ?? tokensOf(made));
      setMap(made);
    });
    const lost = () => begin.current.onFail();
    made.getCanvas().addEventListener("webglcontextlost", lost);
    return () => {
      // The map gives its context back when it goes: that is no failure.
      made.getCanvas().removeEventListener("webglcontextlost", lost);
      setMap(null);
      made.remove();
    };
  }, []);

  useRepaint(map, tokens);
  const surface = useMemo(() => (map && tokens ? { map, tokens } : null), [map, tokens]);
  return (
    <div className="map-frame">
      <div ref={frame} className="map-canvas" />
      {surface && <MapContext.Provider value={surface}>{children}</MapContext.Provider>}
    </div>
  );
}

type Begin = Pick<MapFrameProps, "bounds" | "label"> & {
  padding: number;
  mostZoom: number;
  tokens: MapTokens | null;
  hint: string;
};

function makeMap(
  container: HTMLElement,
  { bounds, padding, mostZoom, tokens, label, hint }: Begin,
): MapLibreMap | null {
  try {
    const map = new MapLibreMap({
      container,
      style: mapStyle(tokens ?? readTokens(container)),
      attributionControl: false,
      minZoom: LEAST_ZOOM,
      maxZoom: mostZoom,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 120,
      locale: { "Map.Title": `${label}. ${hint}` },
      ...(bounds && {
        bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
        fitBoundsOptions: { padding: clearOf(container, padding), maxZoom: 5 },
      }),
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    map.on("idle", () => container.setAttribute("data-state", "idle"));
    map.on("movestart", () => container.setAttribute("data-state", "moving"));
    return map;
  } catch {
    return null;
  }
}

/** Where there is room for them, the keys stand over the lower edge and the buttons over the right one. */
function clearOf({ clientWidth }: HTMLElement, padding: number) {
  const wide = clientWidth > 720;
  return { top: padding, left: padding, right: padding + (wide ? 40 : 24), bottom: padding + (wide ? 96 : 0) };
}

function tokensOf(map: MapLibreMap): MapTokens {
  return readTokens(map.getContainer());
}

/** Read from the page, and again when its theme changes. */
function useTokens(frame: React.RefObject<HTMLElement | null>, tint: Slot | null): MapTokens | null {
  const [tokens, setTokens] = useState<MapTokens | null>(null);
  useEffect(() => {
    const read = () => frame.current && setTokens(readTokens(frame.current));
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", read);
    return () => {
      observer.disconnect();
      dark.removeEventListener("change", read);
    };
  }, [frame]);
  return useMemo(() => (tokens && tint ? { ...tokens, river: tokens.slots[tint] } : tokens), [tokens, tint]);
}

function useRepaint(map: MapLibreMap | null, tokens: MapTokens | null): void {
  useEffect(() => {
    if (!map || !tokens) return;
    for (const { layer, property, value } of paintOf(tokens))
      map.setPaintProperty(layer, property as "fill-color", value as string);
    redrawImages(map, tokens);
  }, [map, tokens]);
}
