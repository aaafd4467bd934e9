import type { Position } from "@ginkgo/shared/api/common.ts";
import { useState } from "react";

export type Sort = "due" | "nearest" | "newest";

interface SortBarProps {
  readonly sort: Sort;
  readonly onSort: (sort: Sort, at?: Position) => void;
  readonly lateOnly: boolean;
  readonly onLate: () => void;
}

const labels: Record<Sort, string> = { due: "时限", nearest: "远近", newest: "最新" };
const sorts = ["due", "nearest", "newest"] as const;

export const SortBar = ({ sort, onSort, lateOnly, onLate }: SortBarProps) => {
  const [finding, setFinding] = useState(false);
  const [refusal, setRefusal] = useState("");
  const choose = async (next: Sort) => {
    setRefusal("");
    if (next !== "nearest") return onSort(next);
    setFinding(true);
    const { geolocate } = await import("../../ui/map/geolocate.ts");
    const fix = await geolocate();
    setFinding(false);
    if ("refusal" in fix) setRefusal(`没有定位，先按时限排列。${fix.refusal}`);
    else onSort(next, fix.at);
  };
  return (
    <>
      <fieldset className="work-sorts">
        <legend className="visually-hidden">怎么排列</legend>
        {sorts.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={sort === one}
            disabled={finding}
            onClick={() => void choose(one)}
          >
            {finding && one === "nearest" ? "定位中" : labels[one]}
          </button>
        ))}
        <button type="button" className="chip" aria-pressed={lateOnly} onClick={onLate}>
          只看超时
        </button>
      </fieldset>
      {refusal && (
        <p className="work-hint" role="status">
          {refusal}
        </p>
      )}
    </>
  );
};
