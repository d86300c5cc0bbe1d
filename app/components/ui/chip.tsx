import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { useText } from "./text-context.tsx";

type ChipProps = {
  /** What it stands for in words, for the name of its cross. */
  name: string;
  children?: ReactNode;
  /** The filter that was touched last, or the one that rules the view. */
  on?: boolean;
  /** Taking it away is a way to another address, or a callback where the view lives in memory. */
  removeTo?: string;
  onRemove?: () => void;
};

/** A filter that holds: the only pill, because it can be taken away. */
export function Chip({ name, children, on, removeTo, onRemove }: ChipProps) {
  const text = useText();
  const label = text("ui.remove", { what: name });
  const removable = removeTo !== undefined || onRemove !== undefined;
  return (
    <span className={["chip", on && "chip-on", removable && "chip-removable"].filter(Boolean).join(" ")}>
      {children ?? name}
      {removeTo !== undefined ? (
        <Link to={removeTo} preventScrollReset className="chip-cross" aria-label={label}>
          <Icon of={XIcon} size={12} />
        </Link>
      ) : (
        onRemove && (
          <button type="button" className="chip-cross" aria-label={label} onClick={onRemove}>
            <Icon of={XIcon} size={12} />
          </button>
        )
      )}
    </span>
  );
}
