import { WifiSlashIcon } from "@phosphor-icons/react/dist/ssr/WifiSlash";
import { Button } from "#app/components/ui/button.tsx";
import { StatusBanner } from "#app/components/ui/notice.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";

/** Across the page while there is no line: what one sees is what was known then. */
export function OfflineBanner({ since, onTry }: { since: string; onTry?: () => void }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <StatusBanner
      icon={WifiSlashIcon}
      title={text("shell.offline", { time: format.relative(since, now) })}
      act={
        onTry && (
          <Button type="button" size="small" onClick={onTry}>
            {text("shell.offline.try")}
          </Button>
        )
      }
    >
      {text("shell.offline.text")}
    </StatusBanner>
  );
}
