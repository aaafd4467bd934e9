import type { CaseAction, CaseSummary } from "@ginkgo/shared/api/cases.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { CaseList } from "../../ui/case/CaseList.tsx";
import { useKept } from "../../ui/kept.ts";
import { caseCounts } from "../../ui/net/queries.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/states.tsx";
import { QuickActions, QuickSheet } from "./QuickActions.tsx";
import "../../ui/form/form.css";
import "./work.css";

const boxes = [
  { box: "team", label: "待接单", empty: "现在没有要接的单", hint: "有新的单派来，会马上通知您。" },
  { box: "mine", label: "进行中", empty: "手上没有正在办的事", hint: "接单以后会出现在这里。" },
  { box: "open", label: "辖区全部", empty: "辖区里没有正在办的事", hint: undefined },
] as const;
type Box = (typeof boxes)[number]["box"];

const isLate = (item: CaseSummary) => item.time === "late";
const all = () => true;
/** Sorted by limit: after one whose limit is still ahead, no late one follows. */
const stillInTime = (item: CaseSummary) => item.time === "ok" || item.time === "soon" || item.time === "none";

const Work = () => {
  const counts = useQuery(caseCounts).data;
  const [box, setBox] = useKept<Box>("work-box", "team");
  const [lateOnly, setLateOnly] = useState(false);
  const [near, setNear] = useState<Position>();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<{ item: CaseSummary; action: CaseAction }>();
  const [finding, setFinding] = useState(false);
  const current = boxes.find((one) => one.box === box) ?? boxes[0];

  const sortNear = async () => {
    setFinding(true);
    const { geolocate } = await import("../../ui/map/geolocate.ts");
    const fix = await geolocate();
    setFinding(false);
    if ("refusal" in fix) return setWords(`没有定位，先按时限排列。${fix.refusal}`);
    setWords("");
    setLateOnly(false);
    setNear(fix.at);
  };
  const showLate = () => {
    setLateOnly(!lateOnly);
    setNear(undefined);
  };

  return (
    <Page
      title="接单"
      right={
        <Link to="/submit" className="plain-button">
          巡查上报
        </Link>
      }
    >
      <div className="work-boxes" role="tablist">
        {boxes.map((one) => (
          <button
            key={one.box}
            type="button"
            role="tab"
            aria-selected={box === one.box}
            onClick={() => setBox(one.box)}
          >
            {one.label}
            {counts && <b>{counts[one.box] >= 1000 ? "999+" : counts[one.box]}</b>}
          </button>
        ))}
      </div>
      <div className="work-sorts">
        <button type="button" className="chip" aria-pressed={!near} onClick={() => setNear(undefined)}>
          按时限
        </button>
        <button
          type="button"
          className="chip"
          aria-pressed={near !== undefined}
          disabled={finding}
          onClick={() => void sortNear()}
        >
          {finding ? "正在定位" : "按远近"}
        </button>
        <button type="button" className="chip" aria-pressed={lateOnly} onClick={showLate}>
          只看超时
        </button>
      </div>
      {words && (
        <p className="card" role="status">
          {words}
        </p>
      )}
      <CaseList
        input={near ? { box, sort: "nearest", lng: near[0], lat: near[1] } : { box, sort: "due" }}
        only={lateOnly ? isLate : all}
        endsAt={lateOnly ? stillInTime : undefined}
        empty={lateOnly ? <Empty title="没有超时的" /> : <Empty title={current.empty} hint={current.hint} />}
        below={(item) => <QuickActions item={item} onChoose={(action) => setChosen({ item, action })} />}
      />
      {chosen && <QuickSheet item={chosen.item} action={chosen.action} onClose={() => setChosen(undefined)} />}
    </Page>
  );
};
export default Work;
