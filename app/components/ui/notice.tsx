import type { ReactNode } from "react";
import { Icon, type IconOf } from "./icon.tsx";

type Tone = "plain" | "warn" | "danger";

type StatusBannerProps = { tone?: Tone; icon?: IconOf; title?: string; children?: ReactNode; act?: ReactNode };

/** A bar across the page for what holds everywhere on it: no line, closed operation, records that are invented. */
export function StatusBanner({ tone = "warn", icon, title, children, act }: StatusBannerProps) {
  return (
    <div className={tone === "plain" ? "banner" : `banner banner-${tone}`} role="status">
      {icon && <Icon of={icon} size={20} />}
      {title && <strong>{title}</strong>}
      {children && <span className="muted">{children}</span>}
      {act}
    </div>
  );
}

type NoticeProps = {
  tone?: Tone | "lamp" | "passed";
  icon?: IconOf;
  title?: string;
  children?: ReactNode;
  act?: ReactNode;
};

/** A thing to know or to answer, in its place on the page. */
export function Notice({ tone = "plain", icon, title, children, act }: NoticeProps) {
  return (
    <section className={tone === "plain" ? "notice" : `notice notice-${tone}`}>
      {icon && <Icon of={icon} size={20} filled={tone === "warn" || tone === "danger"} />}
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="muted">{children}</div>}
      </div>
      {act && <div className="notice-act">{act}</div>}
    </section>
  );
}
