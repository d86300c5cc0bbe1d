import { Link } from "@remix-run/react";
import { useText } from "../ui/text-context.tsx";

/** The head of a page that belongs to the figures and has no place of its own in the rail. */
export function BelowFigures({ home, title }: { home: string; title: string }) {
  const text = useText();
  return (
    <header className="view-head">
      <div>
        <p>
          <Link to={`${home}/statistics`} className="link">
            {text("shell.place.figures")}
          </Link>
        </p>
        <h1 className="title">{title}</h1>
      </div>
    </header>
  );
}
