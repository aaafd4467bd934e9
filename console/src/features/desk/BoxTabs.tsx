import { type Box, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { z } from "zod";
import { useFetch } from "../../ui/api/hooks.ts";

type BoxName = z.infer<typeof Box>;
type Counted = "mine" | "team" | "soon" | "late" | "open";

const boxes: { box: BoxName; label: string; count?: Counted }[] = [
  { box: "open", label: "未办结", count: "open" },
  { box: "mine", label: "待我处理", count: "mine" },
  { box: "team", label: "我的队伍", count: "team" },
  { box: "soon", label: "即将超时", count: "soon" },
  { box: "late", label: "已超时", count: "late" },
  { box: "desk", label: "全部" },
];

/** On a phone the row is wider than the screen: the chosen one is brought into it, again when counts widen it. */
const reveal = (button: HTMLButtonElement | null) => {
  if (button?.parentElement) button.parentElement.scrollLeft = button.offsetLeft - 60;
};

export const BoxTabs = ({ box, onChange }: { box: BoxName; onChange: (box: BoxName) => void }) => {
  const counts = useFetch(casesApi.counts, {}).data;
  const words = (count: Counted | undefined) => {
    const value = count ? counts?.[count] : undefined;
    if (value === undefined) return null;
    return <span className="tab-count">{value >= 1000 ? "999+" : value}</span>;
  };
  return (
    <nav className="box-tabs" aria-label="诉求范围">
      {boxes.map((one) => (
        <button
          key={one.box}
          ref={one.box === box ? (button) => reveal(button) : undefined}
          type="button"
          aria-pressed={one.box === box}
          onClick={() => onChange(one.box)}
        >
          {one.label} {words(one.count)}
        </button>
      ))}
    </nav>
  );
};
