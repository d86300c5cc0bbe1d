import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ImportState } from "#app/domain/import/progress.ts";

type Far = { state: ImportState; rows: number; done: number; cancelAsked: boolean };

/** How far the work is. It goes on without this page, and after a restart of the server. */
export function WorkProgress({ far }: { far: Far }) {
  const text = useText();
  const format = useFormat();
  const { state, rows, done, cancelAsked } = far;
  const title = cancelAsked ? "import.stopping" : state === "importing" ? "import.importing" : "import.reading";
  return (
    <Notice tone="lamp" title={text(title)}>
      <div className="import-work" role="status">
        {rows > 0 ? (
          <progress value={Math.min(done, rows)} max={rows} aria-label={text(title)} />
        ) : (
          <progress aria-label={text(title)} />
        )}
        <span className="caption">
          {rows > 0
            ? text("import.far", { done: format.number(done), rows: format.number(rows) })
            : text("import.far.unknown", { done: format.number(done) })}{" "}
          {text("import.leave")}
        </span>
      </div>
    </Notice>
  );
}
