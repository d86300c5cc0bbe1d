import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { MagnifyingGlassPlusIcon } from "@phosphor-icons/react/dist/ssr/MagnifyingGlassPlus";
import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { Link } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Button, IconButton, LinkButton } from "#app/components/ui/button.tsx";
import { JointMark } from "#app/components/ui/joint-mark.tsx";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { SLOTS } from "#app/domain/commodity-groups.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { SlotCounts } from "#app/domain/figures/tally-of-numbers.ts";
import { MapPanelFigures } from "./map-panel-figures.tsx";
import { leadingSlot } from "./seizure-features.ts";

/** What stands behind a mark or a line. */
export type PanelContent = {
  title: string;
  /** The way of a corridor. */
  note: string | null;
  cases: number;
  confirmed: number;
  slots: SlotCounts;
  /** The newest of its reports. */
  facts: readonly SeizureFact[];
  figures: EvaluatedFigures;
};

type MapPanelProps = {
  content: PanelContent;
  /** The page of a seizure; without it the rows are plain text. */
  seizureHref?: (id: string) => string;
  /** Ways to make all views show no more than this. */
  narrowings?: readonly { label: string; to: string }[];
  /** Left out where there is nothing to look closer at. */
  onNearer?: () => void;
  onClose: () => void;
};

/** Opens beside the map, takes the focus, and gives it back through `onClose`. */
export function MapPanel({ content, seizureHref, narrowings = [], onNearer, onClose }: MapPanelProps) {
  const text = useText();
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  const { title, note, cases, confirmed, slots, facts, figures } = content;
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
      <div className="map-panel-acts">
        {narrowings.map(({ label, to }) => (
          <LinkButton key={to} to={to} size="small" icon={FunnelIcon} preventScrollReset>
            {label}
          </LinkButton>
        ))}
        {onNearer && (
          <Button type="button" size="small" icon={MagnifyingGlassPlusIcon} onClick={onNearer}>
            {text("map.panel.nearer")}
          </Button>
        )}
      </div>
      <MapPanelFigures figures={figures} />
      <Seizures facts={facts} more={cases - facts.length} seizureHref={seizureHref} />
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

type SeizuresProps = Pick<MapPanelProps, "seizureHref"> & { facts: readonly SeizureFact[]; more: number };

function Seizures({ facts, more, seizureHref }: SeizuresProps) {
  const text = useText();
  return (
    <>
      <ul className="map-panel-seizures" aria-label={text("map.panel.seizures")}>
        {facts.map((fact) => (
          <li key={fact.id}>
            <SeizureRow fact={fact} href={seizureHref?.(fact.id) ?? null} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="caption">{text("map.panel.more", { n: more })}</p>}
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
