import { useText } from "#app/components/ui/text-context.tsx";
import type { RouteKnowledge } from "#app/domain/route.ts";

type RouteUnknownBoxProps = {
  knowledge: RouteKnowledge;
  /** Cases whose place cannot be drawn, and corridors too quiet to be. */
  undrawn: { places: number; corridors: number };
};

/** How many cases lack an end of their route, and which. Nothing that is not drawn goes unsaid. */
export function RouteUnknownBox({ knowledge, undrawn }: RouteUnknownBoxProps) {
  const text = useText();
  const { total, known, lackOrigin, lackDestination, lackBoth } = knowledge;
  return (
    <div className="map-unknown">
      <p className="map-unknown-head">
        <b>{text("map.unknown.title")}</b>
        <b>{text("map.unknown.count", { unknown: total - known, total })}</b>
      </p>
      <div className="map-unknown-bar" role="img" aria-label={text("map.unknown.bar", { known, total })}>
        <span style={{ inlineSize: `${total === 0 ? 100 : (100 * known) / total}%` }} />
      </div>
      <p className="caption">
        {known === total
          ? text("map.unknown.none")
          : text("map.unknown.lack", { origin: lackOrigin, destination: lackDestination, both: lackBoth })}
        {undrawn.places > 0 && ` ${text("map.unknown.no_place", { n: undrawn.places })}`}
        {undrawn.corridors > 0 && ` ${text("map.unknown.quiet", { n: undrawn.corridors })}`}
      </p>
    </div>
  );
}
