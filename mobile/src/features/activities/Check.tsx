/** Coming in or going by the code on the organiser's screen: scanned, or typed. The server's clock decides, not the phone's. */
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { geolocate } from "../../ui/map/geolocate.ts";
import { Page } from "../../ui/Page.tsx";
import { Refusal } from "../../ui/states.tsx";
import { activityView, useActivityChange } from "./queries.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "../../ui/form/form.css";
import "./activities.css";

const Check = () => {
  const { shiftId = "" } = useParams();
  const [search] = useSearchParams();
  const way = search.get("way") === "out" ? "out" : "in";
  const word = way === "in" ? "签到" : "签退";
  const [code, setCode] = useState((search.get("code") ?? "").replace(/\D/g, "").slice(0, 6));
  const [withPlace, setWithPlace] = useState(false);
  const [locating, setLocating] = useState(false);
  const activityId = search.get("activity") ?? "";
  const known = useQuery({ ...activityView(activityId), enabled: activityId !== "" }).data;
  const send = useActivityChange(activitiesApi.check, () => setCode(""));
  const after = send.data;
  const activity = after ?? known;
  const mine = after?.shifts.find(({ id }) => id === shiftId)?.mine;

  const check = async () => {
    let at: Position | undefined;
    if (withPlace) {
      setLocating(true);
      const fix = await geolocate();
      setLocating(false);
      if ("at" in fix) at = fix.at;
      else void toast("没有定到位，不带位置也可以签到");
    }
    send.mutate({ shiftId, way, code, ...(at ? { at } : {}) });
  };

  if (after && mine)
    return (
      <Page title={word} back={`/activities/${after.id}`}>
        <section className="card activity-checked" role="status">
          <p className="activity-checked-word">{word}成功</p>
          <p>{after.title}</p>
          {way === "out" && mine.minutes !== null && <p>记录时长 {mine.minutes} 分钟</p>}
          {way === "in" && <p className="soft">走的时候记得签退，时长按签到到签退计算。</p>}
          <Link to={`/activities/${after.id}`} replace className="adm-button adm-button-primary">
            看活动
          </Link>
        </section>
      </Page>
    );

  return (
    <Page
      title={word}
      back={activityId ? `/activities/${activityId}` : "/activities"}
      footer={
        <Button
          block
          size="large"
          color="primary"
          disabled={code.length !== 6}
          loading={send.isPending || locating}
          onClick={() => void check()}
        >
          {word}
        </Button>
      }
    >
      <section className="card">
        {activity && <h2 className="case-title">{activity.title}</h2>}
        <div className="field">
          <label className="field-label" htmlFor="check-code">
            屏幕上的 6 位数字
          </label>
          <p className="field-help">扫现场屏幕上的二维码会自动填好；每半分钟换一次，过期了看新的。</p>
          <input
            id="check-code"
            className="box activity-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, "").slice(0, 6))}
          />
        </div>
        {way === "in" && activity?.position && (
          <label className="activity-confirm">
            <input type="checkbox" checked={withPlace} onChange={(event) => setWithPlace(event.target.checked)} />
            <span>
              同意附上我离活动地点多远（可以不附）
              <small>只记签到那一刻的大致距离，不保存位置，不记行踪。</small>
            </span>
          </label>
        )}
        <p className="soft">签到自愿；不签到也可以参加，只是没有服务时长。</p>
        <Refusal error={send.error} />
      </section>
    </Page>
  );
};
export default Check;
