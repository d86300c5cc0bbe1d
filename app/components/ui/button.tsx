import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconOf } from "./icon.tsx";
import { KeyCap } from "./key-cap.tsx";

type Look = {
  /** One primary per screen; `lamp` is the outlined standing act, `quiet` has no edge. */
  kind?: "primary" | "lamp" | "plain" | "quiet" | "danger";
  size?: "small" | "normal" | "large";
  wide?: boolean;
  icon?: IconOf;
  /** The key that does the same. */
  keyCap?: string;
  children: ReactNode;
};

/** A button with only a drawing needs a name: `label`. */
type Drawn = Omit<Look, "children" | "keyCap" | "wide" | "icon"> & { icon: IconOf; label: string };

function classOf({ kind = "plain", size = "normal", wide }: Pick<Look, "kind" | "size" | "wide">, extra?: string) {
  const names = ["button", kind !== "plain" && `button-${kind}`, size !== "normal" && `button-${size}`];
  return [...names, wide && "button-wide", extra].filter(Boolean).join(" ");
}

function Content({ icon, size, keyCap, children }: Pick<Look, "icon" | "size" | "keyCap" | "children">) {
  return (
    <>
      {icon && <Icon of={icon} size={size === "large" ? 20 : 16} />}
      {children}
      {keyCap && <KeyCap>{keyCap}</KeyCap>}
    </>
  );
}

type ButtonProps = Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

/** Sends its form unless `type="button"`. While busy it keeps its width and takes no second press. */
export function Button({ kind, size, wide, icon, keyCap, busy, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      className={classOf({ kind, size, wide }, className)}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <Content icon={icon} size={size} keyCap={keyCap}>
        {children}
      </Content>
    </button>
  );
}

type LinkButtonProps = Look & LinkProps;

/** A way to another page that looks like a button. What loads a document needs no route asked for in advance. */
export function LinkButton({ kind, size, wide, icon, keyCap, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link
      discover={rest.reloadDocument ? "none" : "render"}
      {...rest}
      className={classOf({ kind, size, wide }, className)}
    >
      <Content icon={icon} size={size} keyCap={keyCap}>
        {children}
      </Content>
    </Link>
  );
}

type IconButtonProps = Drawn & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">;

/** For zoom, layers, table, close, download; everything else has its word. */
export function IconButton({ kind = "quiet", size = "normal", icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classOf({ kind, size }, `button-icon ${className ?? ""}`)}
    >
      <Icon of={icon} size={size === "small" ? 16 : 20} />
    </button>
  );
}
