import { ArticleIcon } from "@phosphor-icons/react/dist/ssr/Article";
import { BinocularsIcon } from "@phosphor-icons/react/dist/ssr/Binoculars";
import { BookmarkSimpleIcon } from "@phosphor-icons/react/dist/ssr/BookmarkSimple";
import { CalendarDotsIcon } from "@phosphor-icons/react/dist/ssr/CalendarDots";
import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import { ChecksIcon } from "@phosphor-icons/react/dist/ssr/Checks";
import { ClipboardTextIcon } from "@phosphor-icons/react/dist/ssr/ClipboardText";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { CopyIcon } from "@phosphor-icons/react/dist/ssr/Copy";
import { FileArrowDownIcon } from "@phosphor-icons/react/dist/ssr/FileArrowDown";
import { FileArrowUpIcon } from "@phosphor-icons/react/dist/ssr/FileArrowUp";
import { IdentificationBadgeIcon } from "@phosphor-icons/react/dist/ssr/IdentificationBadge";
import { ListBulletsIcon } from "@phosphor-icons/react/dist/ssr/ListBullets";
import { MapTrifoldIcon } from "@phosphor-icons/react/dist/ssr/MapTrifold";
import { MegaphoneIcon } from "@phosphor-icons/react/dist/ssr/Megaphone";
import { QuestionIcon } from "@phosphor-icons/react/dist/ssr/Question";
import { QuotesIcon } from "@phosphor-icons/react/dist/ssr/Quotes";
import { ShieldCheckIcon } from "@phosphor-icons/react/dist/ssr/ShieldCheck";
import { SunHorizonIcon } from "@phosphor-icons/react/dist/ssr/SunHorizon";
import type { IconOf } from "#app/components/ui/icon.tsx";

const ICONS = {
  today: SunHorizonIcon,
  map: MapTrifoldIcon,
  figures: ChartBarIcon,
  seizures: ListBulletsIcon,
  views: BookmarkSimpleIcon,
  imports: FileArrowUpIcon,
  exports: FileArrowDownIcon,
  tallies: CalendarDotsIcon,
  watch: BinocularsIcon,
  clearance: ChecksIcon,
  checks: ShieldCheckIcon,
  duplicates: CopyIcon,
  reports: ArticleIcon,
  highlights: QuotesIcon,
  media: MegaphoneIcon,
  plan: ClipboardTextIcon,
  people: IdentificationBadgeIcon,
  help: QuestionIcon,
  log: ClockCounterClockwiseIcon,
} satisfies Record<string, IconOf>;

export type PlaceName = keyof typeof ICONS;

/** A place in the rail: where it leads, and how many things wait there. */
export type Place = { name: PlaceName; to: string; waiting?: number; end?: boolean };

export function iconOf(name: PlaceName): IconOf {
  return ICONS[name];
}
