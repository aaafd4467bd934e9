import type { Position } from "@ginkgo/shared/api/common.ts";
import type { MapArea } from "@ginkgo/shared/api/org.ts";

export interface MapPin {
  readonly id: string;
  readonly at: Position;
  readonly colour: string;
  readonly label: string;
  /** Drawn larger, so that what presses is seen without telling colours apart. */
  readonly strong?: boolean;
}

export interface MapProps {
  readonly areas: readonly MapArea[];
  readonly pins?: readonly MapPin[];
  /** The area that is meant: drawn stronger, and the map opens on it. */
  readonly focus?: string;
  /** Areas the map opens on when nothing closer is meant. */
  readonly openOn?: readonly MapArea[];
  /** Where the map opens when there is nothing to fit. */
  readonly centre: Position;
  readonly accent: string;
  readonly onPinClick?: (id: string) => void;
  /** Pressing the map picks a point; the picked one is shown. */
  readonly onPick?: (at: Position) => void;
  readonly picked?: Position | null;
}
