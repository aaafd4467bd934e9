import { when } from "@ginkgo/shared/activity-words.ts";
import { activitiesApi, type PublicActivity } from "@ginkgo/shared/api/activities.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { Link, useParams } from "react-router";
import { call, problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { useReader } from "./context.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "./open.css";

const signUpWords = { open: "登录后报名", wait: "登录后排候补", closed: "登录查看" } as const;

const shiftWords = (shift: PublicActivity["shifts"][number]): string =>
  [
    when(shift.startsAt, shift.endsAt),
    shift.place,
    shift.cancelled ? "已取消" : `已报 ${shift.taken} / ${shift.capacity}`,
  ]
    .filter(Boolean)
    .join("，");

/** One activity, for whoever scanned its code: signing up asks to sign in, and leads back here. */
const OpenActivity = () => {
  const { code = "" } = useParams();
  const { place, signIn } = useReader();
  const query = useQuery({
    queryKey: ["open", "activity", place.tenant, code],
    queryFn: ({ signal }) => call(activitiesApi.publicView, { tenant: place.tenant, code }, { signal }),
    retry: false,
  });
  const list = `/open?place=${place.tenant}`;
  const one = query.data;
  const button = (
    <Button block size="large" color="primary" onClick={signIn}>
      {one ? signUpWords[one.signUp] : "登录查看"}
    </Button>
  );
  return (
    <Page title={place.brand} back={list} footer={signIn && button}>
      {query.error && problemOf(query.error).code === "not-found" ? (
        <Empty title="没有找到这个活动" hint="可能已经取消，或者登录后才能看。">
          <Link to={list} className="adm-button adm-button-primary">
            看看别的活动
          </Link>
        </Empty>
      ) : (
        <Loaded query={query}>
          {(shown) => (
            <section className="card">
              <div className="case-head">
                <h2 className="case-title">{shown.title}</h2>
                <span className="tag tag-working">{shown.stateLabel}</span>
              </div>
              <p className="open-soft">
                {shown.kindLabel} · {shown.organiser}
              </p>
              <p className="open-words">{shown.words}</p>
              <dl className="facts">
                {[
                  ["地点", shown.venue],
                  ["地方", shown.place],
                  ["参加条件", shown.conditions.join("；")],
                  ["场次", shown.shifts.map(shiftWords).join("\n")],
                ]
                  .filter(([, text]) => text)
                  .map(([label, text]) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd className="fact-text">{text}</dd>
                    </div>
                  ))}
              </dl>
            </section>
          )}
        </Loaded>
      )}
    </Page>
  );
};
export default OpenActivity;
