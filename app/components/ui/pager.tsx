import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { LinkButton } from "./button.tsx";
import { useText } from "./text-context.tsx";

type PagerProps = {
  /** Positions on this page, from 1. */
  from: number;
  to: number;
  total: number;
  previousTo?: string;
  nextTo?: string;
};

/** "51 to 100 of 868", and the neighbours. */
export function Pager({ from, to, total, previousTo, nextTo }: PagerProps) {
  const text = useText();
  return (
    <nav className="pager" aria-label={text("ui.pager.name")}>
      <span>{text("ui.pager.range", { from, to, total })}</span>
      {previousTo && (
        <LinkButton to={previousTo} size="small" icon={CaretLeftIcon} rel="prev">
          {text("ui.pager.previous")}
        </LinkButton>
      )}
      {nextTo && (
        <LinkButton to={nextTo} size="small" icon={CaretRightIcon} rel="next">
          {text("ui.pager.next")}
        </LinkButton>
      )}
    </nav>
  );
}
