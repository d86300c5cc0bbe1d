import { LockIcon } from "@phosphor-icons/react/dist/ssr/Lock";
import type { ReactNode } from "react";
import { Icon, type IconOf } from "./icon.tsx";
import { useText } from "./text-context.tsx";

type StateProps = {
  title: string;
  /** 2 where it stands right below the name of the page; inside a part of it 3. */
  level?: 2 | 3;
  children?: ReactNode;
  acts?: ReactNode;
};

type EmptyStateProps = StateProps & { icon: IconOf };

/** Nothing yet, or nothing left by a filter: says what will appear here, or which filter to take away. */
export function EmptyState({ icon, ...rest }: EmptyStateProps) {
  return <State icon={icon} {...rest} />;
}

/** Not for this role: says who can change that. */
export function RefusedState(props: StateProps) {
  return <State icon={LockIcon} {...props} />;
}

function State({ icon, danger, title, level = 3, children, acts }: EmptyStateProps & { danger?: boolean }) {
  const Heading = `h${level}` as const;
  return (
    <div className="state">
      <Icon of={icon} size={28} className={danger ? "state-icon state-icon-danger" : "state-icon"} />
      <Heading className="state-title">{title}</Heading>
      {children && <p className="state-text">{children}</p>}
      {acts && <div className="state-acts">{acts}</div>}
    </div>
  );
}

type LoadingFrameProps = {
  /** As many rows as usually come, so that nothing jumps. */
  rows?: number;
  /** What is being fetched, in words: "Fetching 177 cases". */
  children?: ReactNode;
};

/** The frame of what is to come; appears after 400 ms only and does not shimmer. */
export function LoadingFrame({ rows = 5, children }: LoadingFrameProps) {
  const text = useText();
  return (
    <div className="loading" role="status">
      <div aria-hidden="true">
        {Array.from({ length: rows }, (_, row) => (
          <div key={String(row)} className="loading-row">
            <span className="loading-bar" />
            <span className="loading-bar" />
            <span />
            <span className="loading-bar" />
          </div>
        ))}
      </div>
      <p className="caption">{children ?? text("ui.loading")}</p>
    </div>
  );
}
