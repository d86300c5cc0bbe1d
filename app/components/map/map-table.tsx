import type { ReactNode } from "react";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { LookedCorridor } from "./corridor-look.ts";
import { useCorridorWords } from "./corridor-words.ts";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import type { MapPlace } from "./map-places.ts";
import { RouteUnknownBox } from "./route-unknown-box.tsx";

/** Rows that a person still reads; the count of all stands under them. */
const MOST_ROWS = 200;

type MapTableProps = {
  data: MapData;
  names: MapNames;
  /** Makes the names of the rows buttons, where there is a panel to open. */
  onPlace?: (place: MapPlace) => void;
  onCorridor?: (corridor: LookedCorridor) => void;
};

/** The content of the map as text: for screen readers, without WebGL, without scripts. */
export function MapTable(props: MapTableProps) {
  const { knowledge, places } = props.data;
  const text = useText();
  return (
    <div className="map-table">
      <PlaceTable {...props} />
      <CorridorTable {...props} />
      <RouteUnknownBox knowledge={knowledge} undrawn={{ places: places.undrawn, corridors: 0 }} />
      <p className="caption">
        {text("map.table.groups")} {text("map.disclaimer")}
      </p>
    </div>
  );
}

function PlaceTable({ data: { places }, names, onPlace }: MapTableProps) {
  const text = useText();
  const columns: Column<MapPlace>[] = [
    {
      key: "place",
      label: text("map.table.place"),
      names: true,
      cell: (place) => <Opening onOpen={onPlace && (() => onPlace(place))}>{names.place(place)}</Opening>,
    },
    {
      key: "known",
      label: text("map.table.known"),
      cell: ({ precision }) => text(`map.precision.${precision ?? "area"}`),
    },
    ...useCountColumns<MapPlace>(names),
  ];
  return (
    <>
      <Table
        label={text("map.table.places")}
        caption
        stack
        columns={columns}
        rows={places.busiest(MOST_ROWS)}
        keyOf={({ key }) => key}
      />
      <Cut total={places.numbers.length} />
    </>
  );
}

function CorridorTable({ data: { corridors, look }, names, onCorridor }: MapTableProps) {
  const text = useText();
  const words = useCorridorWords(look);
  const columns: Column<LookedCorridor>[] = [
    {
      key: "corridor",
      label: text("map.table.corridors"),
      names: true,
      cell: (corridor) => (
        <Opening onOpen={onCorridor && (() => onCorridor(corridor))}>{names.corridor(corridor)}</Opening>
      ),
    },
    { key: "way", label: text("map.table.way"), cell: ({ kind }) => text(`map.corridor.${kind}`) },
    ...useCountColumns<LookedCorridor>(names),
    ...(look.quantity
      ? [{ key: "quantity", label: text("map.table.quantity"), cell: (one: LookedCorridor) => words.amountOf(one) }]
      : []),
  ];
  return (
    <>
      <p className="caption">{words.look.join(" · ")}</p>
      <Table
        label={text("map.table.corridors")}
        caption
        stack
        columns={columns}
        rows={corridors.slice(0, MOST_ROWS)}
        keyOf={({ key }) => key}
      />
      <Cut total={corridors.length} />
    </>
  );
}

type Counted = Pick<MapPlace, "cases" | "confirmed" | "slots">;

function useCountColumns<Row extends Counted>(names: MapNames): Column<Row>[] {
  const text = useText();
  const format = useFormat();
  return [
    { key: "cases", label: text("map.table.cases"), numeric: true, cell: ({ cases }) => <b>{format.number(cases)}</b> },
    {
      key: "confirmed",
      label: text("map.table.confirmed"),
      numeric: true,
      cell: ({ confirmed }) => format.number(confirmed),
    },
    {
      key: "provisional",
      label: text("map.table.provisional"),
      numeric: true,
      cell: ({ cases, confirmed }) => <i>{format.number(cases - confirmed)}</i>,
    },
    { key: "goods", label: text("map.table.goods"), cell: ({ slots }) => names.goods(slots) },
  ];
}

function Opening({ onOpen, children }: { onOpen: (() => void) | undefined; children: ReactNode }) {
  if (!onOpen) return children;
  return (
    <button type="button" className="row-link" onClick={onOpen}>
      {children}
    </button>
  );
}

function Cut({ total }: { total: number }) {
  const text = useText();
  return total > MOST_ROWS ? <p className="caption">{text("map.table.cut", { shown: MOST_ROWS, total })}</p> : null;
}
