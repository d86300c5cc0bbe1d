import type { Icon as PhosphorIcon } from "@phosphor-icons/react";

/** A drawing from Phosphor, imported alone: `@phosphor-icons/react/dist/ssr/Plus`. */
export type IconOf = PhosphorIcon;

type IconProps = {
  of: IconOf;
  /** 16 beside text, 20 in the rail and on phones. */
  size?: number;
  /** Filled for the chosen place and for states. */
  filled?: boolean;
  /** The name for screen readers where no word stands beside it. */
  label?: string;
  className?: string;
};

export function Icon({ of: Drawing, size = 16, filled = false, label, className }: IconProps) {
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return <Drawing size={size} weight={filled ? "fill" : "regular"} className={className} {...naming} />;
}
