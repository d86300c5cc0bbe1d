import { AirplaneTiltIcon } from "@phosphor-icons/react/dist/ssr/AirplaneTilt";
import { BoatIcon } from "@phosphor-icons/react/dist/ssr/Boat";
import { EnvelopeSimpleIcon } from "@phosphor-icons/react/dist/ssr/EnvelopeSimple";
import { PackageIcon } from "@phosphor-icons/react/dist/ssr/Package";
import { SuitcaseRollingIcon } from "@phosphor-icons/react/dist/ssr/SuitcaseRolling";
import { TruckIcon } from "@phosphor-icons/react/dist/ssr/Truck";
import { Tiles } from "#app/components/ui/choices.tsx";
import type { IconOf } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { AskedField } from "./asked-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";

const ICONS: Record<string, IconOf> = {
  air_cargo: AirplaneTiltIcon,
  air_passenger: SuitcaseRollingIcon,
  post: EnvelopeSimpleIcon,
  express_courier: PackageIcon,
  sea_container: BoatIcon,
  road_truck: TruckIcon,
};
const USUAL = [...Object.keys(ICONS), UNKNOWN];

/** How it travelled: the usual ways as tiles, the others one tap further. */
export function ModeField({ label }: { label: string }) {
  const text = useText();
  const { choices } = useReport();
  const chosen = useTyped("mode");
  const set = useSet();
  const known = choices.codes.mode ?? [];
  const front = USUAL.filter((code) => known.includes(code));
  const rest = known.filter((code) => !front.includes(code));
  const labelOf = (code: string) => (code === UNKNOWN ? text("ui.unknown.say") : text.code("mode", code));
  const tiles = (codes: readonly string[]) => (
    <Tiles
      name="mode"
      value={[chosen]}
      onChoose={(code) => set({ mode: code })}
      choices={codes.map((code) => ({ value: code, label: labelOf(code), icon: ICONS[code] }))}
    />
  );
  return (
    <AskedField name="mode" label={label} group>
      <div className="modes">
        {tiles(front)}
        <details className="more-tiles" open={rest.includes(chosen) || undefined}>
          <summary className="tile">{text("report.mode.other")}</summary>
          {tiles(rest)}
        </details>
      </div>
    </AskedField>
  );
}
