import { PauseIcon } from "@phosphor-icons/react/dist/ssr/Pause";
import { PlayIcon } from "@phosphor-icons/react/dist/ssr/Play";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { Segments } from "../ui/tabs.tsx";
import { useText } from "../ui/text-context.tsx";

type FilmControlsProps<Pace extends string> = {
  film: { playing: boolean; play: () => void; stop: () => void };
  /** By which clock it plays. */
  choice: ReactNode;
  paces: readonly { value: Pace; label: string }[];
  pace: Pace;
  onPace: (pace: Pace) => void;
  /** Takes it away as a video, where that can be done. */
  saving?: ReactNode;
};

/** Play and stop, the clock, and how much of it a picture takes. */
export function FilmControls<Pace extends string>({
  film,
  choice,
  paces,
  pace,
  onPace,
  saving,
}: FilmControlsProps<Pace>) {
  const text = useText();
  const { playing, play, stop } = film;
  return (
    <>
      <Button type="button" size="small" icon={playing ? PauseIcon : PlayIcon} onClick={playing ? stop : play}>
        {text(playing ? "linked.stop" : "linked.play")}
      </Button>
      {choice}
      <Segments label={text("linked.pace")} options={paces} value={pace} onChoose={onPace} />
      {saving}
    </>
  );
}
