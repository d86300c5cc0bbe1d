import { useText } from "#app/components/ui/text-context.tsx";

/** The first stop of the keyboard: past the frame. */
export function SkipLink() {
  const text = useText();
  return (
    <a href="#content" className="skip">
      {text("shell.skip")}
    </a>
  );
}
