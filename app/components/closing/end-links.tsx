import { ArchiveIcon } from "@phosphor-icons/react/dist/ssr/Archive";
import { FileZipIcon } from "@phosphor-icons/react/dist/ssr/FileZip";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** Which of the ways to the end of an operation are open to the reader. */
export type EndsOpen = { closing: boolean; packages: boolean };

/** From the plan to closing, and to the own records as a package. */
export function EndLinks({ closing, packages }: EndsOpen) {
  const text = useText();
  return (
    <>
      {packages && (
        <LinkButton to="../packages" relative="path" kind="quiet" icon={FileZipIcon}>
          {text("package.to")}
        </LinkButton>
      )}
      {closing && (
        <LinkButton to="../closing" relative="path" kind="quiet" icon={ArchiveIcon}>
          {text("closing.to")}
        </LinkButton>
      )}
    </>
  );
}
