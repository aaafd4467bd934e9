import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { useMe } from "../../ui/api/session.ts";
import { type TimeStatus, timeColours, timeLabels } from "../../ui/DueTime.tsx";
import { MapView } from "../../ui/map/MapView.tsx";

interface DeskMapProps {
  readonly items: readonly CaseSummary[];
  readonly focus?: string;
  readonly onOpen: (id: string) => void;
}

const legend: TimeStatus[] = ["ok", "soon", "late", "paused", "none"];

/** The same list on the map; cases without a pin are counted below it, so that nobody thinks they are gone. */
export const DeskMap = ({ items, focus, onOpen }: DeskMapProps) => {
  const pins = items.flatMap((item) =>
    item.pin
      ? [
          {
            id: item.id,
            at: item.pin,
            colour: timeColours[item.time],
            strong: item.time === "late" || item.time === "soon",
            label: `${item.no} ${item.categoryLabel} · ${item.stateLabel} · ${timeLabels[item.time]}`,
          },
        ]
      : [],
  );
  const home = useMe().data?.roles[0]?.node.id;
  return (
    <>
      <MapView height="min(62vh, 640px)" pins={pins} focus={focus} openOn={focus ?? home} onPinClick={onOpen} />
      <div className="legend">
        {legend.map((time) => (
          <span key={time}>
            <span
              className={time === "late" || time === "soon" ? "dot dot-strong" : "dot"}
              style={{ background: timeColours[time] }}
            />
            {timeLabels[time]}
          </span>
        ))}
        <span className="grow" />
        <span className="muted">
          图上 {pins.length} 件{items.length > pins.length ? `，另有 ${items.length - pins.length} 件没有定位` : ""}
        </span>
      </div>
    </>
  );
};
