/** Where it is: a small map on demand, and in which direction to walk. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import Button from "antd-mobile/es/components/button";
import { lazy, Suspense, useState } from "react";
import { distance } from "../../ui/case/words.ts";
import { Loading } from "../../ui/states.tsx";

const CaseMap = lazy(() => import("./CaseMap.tsx"));

export const Whereabouts = ({ one }: { one: CaseView }) => {
  const [open, setOpen] = useState(false);
  const [me, setMe] = useState<Position>();
  const [words, setWords] = useState("");
  const [finding, setFinding] = useState(false);
  const { pin } = one;
  if (!pin) return null;

  const find = async () => {
    setFinding(true);
    const { geolocate } = await import("../../ui/map/geolocate.ts");
    const { direction, metersBetween } = await import("../../ui/map/types.ts");
    const fix = await geolocate();
    setFinding(false);
    if ("refusal" in fix) return setWords(fix.refusal);
    setMe(fix.at);
    setWords(`在您的${direction(fix.at, pin)}边，直线约 ${distance(Math.round(metersBetween(fix.at, pin)))}`);
  };

  return (
    <section className="card">
      <h2 className="case-title">位置</h2>
      {words && (
        <p role="status" className="waiting">
          {words}
        </p>
      )}
      <div className="action-bar">
        {!open && (
          <Button block onClick={() => setOpen(true)}>
            看地图
          </Button>
        )}
        <Button block loading={finding} loadingText="正在定位" onClick={() => void find()}>
          离我多远
        </Button>
      </div>
      {open && (
        <div className="small-map">
          <Suspense fallback={<Loading lines={2} />}>
            <CaseMap pin={pin} me={me} />
          </Suspense>
        </div>
      )}
    </section>
  );
};
