import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { RowCount } from "#app/domain/import/progress.ts";
import { CountsLine } from "./counts-line.tsx";

/** What became of a file, and where its reports are. */
export function ImportResult({ counts }: { counts: readonly RowCount[] }) {
  const text = useText();
  return (
    <p className="import-result">
      <CountsLine counts={counts} />{" "}
      <Link to={`/operations/${useWorkspace().operation.id}/seizures`} className="link">
        {text("import.see")}
      </Link>
    </p>
  );
}
