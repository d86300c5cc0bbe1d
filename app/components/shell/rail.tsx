import { DotsThreeIcon } from "@phosphor-icons/react/dist/ssr/DotsThree";
import { NavLink } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { Badge } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { iconOf, type Place } from "./places.ts";

/** Places that stay in the bottom bar of a narrow window; the rest is behind 'more'. */
const ALWAYS = 4;

/** Every icon has its word. A column at the side, a bar of five at the bottom of narrow windows. */
export function Rail({ places }: { places: readonly Place[] }) {
  const text = useText();
  const rest = places.slice(ALWAYS);
  return (
    <nav className="rail" aria-label={text("shell.places")}>
      <ul className="rail-places">
        {places.map((place, index) => (
          <li key={place.name} className={index < ALWAYS ? undefined : "rail-wide"}>
            <PlaceLink place={place} />
          </li>
        ))}
        {rest.length > 0 && <More places={rest} />}
      </ul>
    </nav>
  );
}

function More({ places }: { places: readonly Place[] }) {
  const text = useText();
  const waiting = places.reduce((sum, place) => sum + (place.waiting ?? 0), 0);
  const summary = (
    <>
      <Icon of={DotsThreeIcon} size={20} />
      <span>{text("shell.more")}</span>
      <Badge count={waiting} label={text("shell.waiting", { n: waiting })} />
    </>
  );
  return (
    <li className="rail-narrow">
      <Menu summaryClass="rail-place" summary={summary}>
        {places.map((place) => (
          <PlaceLink key={place.name} place={place} inMenu />
        ))}
      </Menu>
    </li>
  );
}

function PlaceLink({ place, inMenu = false }: { place: Place; inMenu?: boolean }) {
  const text = useText();
  const { name, to, end, waiting = 0 } = place;
  return (
    <NavLink to={to} end={end} prefetch="intent" className={inMenu ? "menu-item" : "rail-place"}>
      {({ isActive }) => (
        <>
          <Icon of={iconOf(name)} size={20} filled={isActive} />
          <span>{text(`shell.place.${name}`)}</span>
          <Badge count={waiting} label={text("shell.waiting", { n: waiting })} />
        </>
      )}
    </NavLink>
  );
}
