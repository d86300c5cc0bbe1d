import { MagnifyingGlassPlusIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlassPlus";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { Link } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Button, IconButton } from "#app/components/ui/button.tsx";
import { JointMark } from "#app/components/ui/joint-mark.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { SlotCounts } from "#app/domain/corridor.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import { leadingSlot } from "./seizure-features.ts";

const MOST_ROWS = 20;

/** What stands behind a mark or a line. */
export type PanelContent = {
  title: string;
  /** The way of a corridor. */
  note: string | null;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  facts: readonly SeizureFact[];
};

type MapPanelProps = {
  content: PanelContent;
  /** The page of a seizure; without it the rows are plain text. */
  seizureHref?: (id: string) => string;
  /** Left out where there is nothing to look closer at. */
  onNearer?: () => void;
  onClose: () => void;
};

/** Opens beside the map, takes the focus, and gives it back through `onClose`. */
export function MapPanel({ content, seizureHref, onNearer, onClose }: MapPanelProps) {
  const text = useText();
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const { title, note, cases, confirmed, slots, facts } = content;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another thing is opened.
  useEffect(() => head.current?.focus(), [title, note]);
  const keys = (event: KeyboardEvent) => event.key === "Escape" && onClose();
  return (
    <section className="map-panel" aria-labelledby={id} onKeyDown={keys}>
      <header>
        <h2 id={id} ref={head} tabIndex={-1}>
          {title}
        </h2>
        <IconButton size="small" icon={XIcon} label={text("map.panel.close")} onClick={onClose} />
      </header>
      <p className="map-panel-count">
        <b>{text("map.cases", { n: cases })}</b> {text("map.cases.sure", { confirmed, provisional: cases - confirmed })}
        {note && <span className="caption">{note}</span>}
      </p>
      <Goods slots={slots} />
      {onNearer && (
        <Button type="button" size="small" icon={MagnifyingGlassPlusIcon} onClick={onNearer}>
          {text("map.panel.nearer")}
        </Button>
      )}
      <Seizures facts={facts} seizureHref={seizureHref} />
    </section>
  );
}

function Goods({ slots }: { slots: SlotCounts }) {
  const text = useText();
  const format = useFormat();
  return (
    <ul className="map-panel-goods">
      {SLOTS.filter((slot) => slots[slot] > 0).map((slot) => (
        <li key={slot}>
          <CommodityMark slot={slot} />
          {text(`slot.${slot}`)} <b>{format.number(slots[slot])}</b>
        </li>
      ))}
    </ul>
  );
}

/** Newest first. */
function Seizures({ facts, seizureHref }: Pick<MapPanelProps, "seizureHref"> & { facts: readonly SeizureFact[] }) {
  const text = useText();
  const newest = [...facts].sort((left, right) => (left.occurredOn < right.occurredOn ? 1 : -1)).slice(0, MOST_ROWS);
  return (
    <>
      <ul className="map-panel-seizures" aria-label={text("map.panel.seizures")}>
        {newest.map((fact) => (
          <li key={fact.id}>
            <SeizureRow fact={fact} href={seizureHref?.(fact.id) ?? null} />
          </li>
        ))}
      </ul>
      {facts.length > newest.length && (
        <p className="caption">{text("map.panel.more", { n: facts.length - newest.length })}</p>
      )}
    </>
  );
}

function SeizureRow({ fact, href }: { fact: SeizureFact; href: string | null }) {
  const text = useText();
  const format = useFormat();
  const confirmed = isConfirmed(fact);
  const [item] = fact.items;
  const what = item ? text.commodity(item.commodity) : text("slot.O");
  const quantity =
    item?.quantity && item.unit ? format.quantity(item.quantity, item.unit) : text("map.panel.unknown_quantity");
  const day = fact.datePrecision === "year" ? fact.occurredOn.slice(0, 4) : format.dayShort(fact.occurredOn);
  return (
    <>
      <CommodityMark slot={leadingSlot(fact)} hollow={!confirmed} />
      <span className="map-panel-what">
        <span className="row">
          {href ? <Link to={href}>{what}</Link> : <b>{what}</b>}
          <JointMark joint={fact.joint} />
        </span>
        <span className={item?.quantity ? undefined : "unknown"}>{quantity}</span>
      </span>
      <span className="map-panel-when">
        {day}
        {!confirmed && <i>{text("ui.provisional")}</i>}
      </span>
    </>
  );
}
