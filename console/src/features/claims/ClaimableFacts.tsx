import type { ClaimableView } from "@ginkgo/shared/api/claims.ts";
import { useDisplay } from "../../ui/display.ts";
import { MapView } from "../../ui/map/MapView.tsx";
import { useSkillLabel } from "./useKinds.ts";
import { limitWords, timeWords } from "./words.ts";

/** What is particular to a thing that can be claimed. */
export const ClaimableFacts = ({ one }: { one: ClaimableView }) => {
  const skillLabel = useSkillLabel();
  const { accent } = useDisplay();
  const rows: (readonly [string, string | null])[] = [
    ["说明", one.words],
    ["名额", `${one.places} 个，已认领 ${one.taken}，已完成 ${one.carriedThrough}`],
    ["时间", timeWords(one)],
    ["最后认领日", one.until],
    ["地址", one.address],
    ["技能", one.skills.map(skillLabel).join("、")],
    ["要求", limitWords(one).join("；")],
  ];
  return (
    <>
      <dl className="known gap-above">
        {rows.map(([label, text]) =>
          text ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="pre">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {one.lng !== null && one.lat !== null ? (
        <div className="gap-above no-print">
          <MapView
            height={220}
            openOn={one.node.id}
            pins={[{ id: one.id, at: [one.lng, one.lat], colour: accent, label: one.title, strong: true }]}
          />
        </div>
      ) : null}
    </>
  );
};
