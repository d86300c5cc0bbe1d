import { useMemo } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { LonLat } from "#app/domain/great-circle.ts";
import { type Arrival, ArrivalLights } from "./arrival-lights.tsx";
import { BaseLayer, type MapLabel, type MapParticipant } from "./base-layer.tsx";
import { type CorridorFeatures, corridorFeatures } from "./corridor-features.ts";
import { CorridorLayer } from "./corridor-layer.tsx";
import { useCorridorWords } from "./corridor-words.ts";
import { corridorsAt } from "./corridors-at.ts";
import { type Choice, findCorridor } from "./map-choice.ts";
import { type Cluster, clusterFinder, clustersAt } from "./map-clusters.ts";
import type { MapLayer } from "./map-controls.tsx";
import type { MapData } from "./map-data.ts";
import { PLACE_LAYERS } from "./map-image-names.ts";
import type { MapNames } from "./map-names.ts";
import { MapPointer, type Target } from "./map-pointer.tsx";
import { PlaceButtons } from "./place-buttons.tsx";
import { PlaceLayer } from "./place-layer.tsx";
import { SeizureLayer } from "./seizure-layer.tsx";
import { TrailLayer } from "./trail-layer.tsx";
import { useMapZoom } from "./use-map-zoom.ts";
import { usePlacesInView } from "./use-places-in-view.ts";

type OperationLayersProps = {
  data: MapData;
  participants: readonly MapParticipant[];
  labels: readonly MapLabel[];
  names: MapNames;
  arrivals: readonly Arrival[];
  boundariesUrl: string | null;
  hidden: ReadonlySet<MapLayer>;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
  playing: boolean;
};

/** Everything that lies on the operation's map, from the land up. */
export function OperationLayers(props: OperationLayersProps) {
  const { data, participants, labels, arrivals, boundariesUrl, hidden, choice, onChoose } = props;
  const { clusters, features, corridors, markAt } = useDrawing(data);
  const words = useWords(data, clusters, props.names);
  const open = (cluster: Cluster) => onChoose({ kind: "places", keys: cluster.places.flatMap(({ keys }) => keys) });
  const choose = (target: Target | null) => {
    const cluster = target?.kind === "cluster" ? clusters.find(({ key }) => key === target.key) : undefined;
    if (cluster) open(cluster);
    else if (target?.kind === "corridor") onChoose({ kind: "corridor", key: target.key });
    else if (target?.kind === "country" && data.places.inCountry(target.key).length > 0)
      onChoose({ kind: "country", code: target.key });
    else onChoose(null);
  };
  return (
    <>
      <BaseLayer
        participants={participants}
        labels={hidden.has("labels") ? NO_LABELS : labels}
        boundariesUrl={boundariesUrl}
      />
      {PLACE_LAYERS.map((layer) => (
        <PlaceLayer key={layer} layer={layer} visible={!hidden.has(layer)} />
      ))}
      <CorridorLayer
        features={features}
        chosen={choice?.kind === "corridor" ? choice.key : null}
        visible={!hidden.has("corridors")}
      />
      <TrailLayer corridors={corridors} features={features} playing={props.playing && !hidden.has("corridors")} />
      <SeizureLayer clusters={clusters} visible={!hidden.has("seizures")} />
      {!hidden.has("seizures") && <PlaceButtons clusters={clusters} say={words.cluster} onOpen={open} />}
      <ArrivalLights arrivals={arrivals} markAt={markAt} />
      <MapPointer say={words.target} onChoose={choose} />
    </>
  );
}

const NO_LABELS: readonly MapLabel[] = [];

type Drawing = {
  clusters: Cluster[];
  features: CorridorFeatures;
  corridors: MapData["corridors"];
  markAt: (at: LonLat) => LonLat;
};

function useDrawing(data: MapData): Drawing {
  const { step, settled } = useMapZoom();
  const places = usePlacesInView(data.places, step);
  const clusters = useMemo(() => clustersAt(places, step), [places, step]);
  const clusterAt = useMemo(() => clusterFinder(clusters, settled), [clusters, settled]);
  const features = useMemo(() => {
    return corridorFeatures(corridorsAt(data, settled), { zoom: settled, clusterAt });
  }, [data, clusterAt, settled]);
  return { clusters, features, corridors: corridorsAt(data, settled), markAt: (at) => clusterAt(at)?.at ?? at };
}

/** The sentence for a mark or a line: read out, or shown beside the pointer. */
function useWords(data: MapData, clusters: readonly Cluster[], names: MapNames) {
  const text = useText();
  const { size } = useCorridorWords(data.look);
  const cluster = (one: Cluster) =>
    text("map.place.say", {
      place: names.cluster(one),
      cases: text("map.cases", { n: one.cases }),
      sure: names.sure(one.cases, one.confirmed),
      goods: names.goods(one.slots),
    });
  const target = ({ kind, key }: Target) => {
    if (kind === "cluster") {
      const found = clusters.find((one) => one.key === key);
      return found ? cluster(found) : null;
    }
    if (kind === "country") return null;
    const corridor = findCorridor(data, key);
    return (
      corridor &&
      text("map.corridor.say", {
        corridor: names.corridor(corridor),
        way: text(`map.corridor.${corridor.kind}`),
        cases: size(corridor),
      })
    );
  };
  return { cluster, target };
}
