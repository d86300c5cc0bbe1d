import type { ReactNode } from "react";
import { Icon, type IconOf } from "./icon.tsx";

type TagProps = {
  tone?: "plain" | "lamp" | "warn" | "danger" | "passed";
  icon?: IconOf;
  /** Country and agency codes stand in the typewriter face. */
  code?: boolean;
  children: ReactNode;
};

/** A short fact beside a value: a rule, a precision, an appendix. */
export function Tag({ tone = "plain", icon, code, children }: TagProps) {
  return (
    <span className={["tag", tone !== "plain" && `tag-${tone}`, code && "tag-code"].filter(Boolean).join(" ")}>
      {icon && <Icon of={icon} size={12} />}
      {children}
    </span>
  );
}

/** How many wait; `label` says of what for screen readers. Nothing at zero. */
export function Badge({ count, label, lamp }: { count: number; label: string; lamp?: boolean }) {
  if (count === 0) return null;
  return (
    <span className={lamp ? "badge badge-lamp" : "badge"}>
      {count > 999 ? "999+" : count}
      <span className="aside"> {label}</span>
    </span>
  );
}
