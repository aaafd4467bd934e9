import { claimsApi, type PublicClaimable } from "@ginkgo/shared/api/claims.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { Link, useParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { useReader } from "./context.ts";
import "../../ui/case/case.css";
import "../../ui/case/steps.css";
import "./open.css";

const ageWords = ({ minAge, maxAge }: PublicClaimable): string => {
  if (minAge !== null && maxAge !== null) return `${minAge}–${maxAge} 周岁`;
  if (minAge !== null) return `满 ${minAge} 周岁`;
  return maxAge === null ? "" : `不超过 ${maxAge} 周岁`;
};

const rowsOf = (one: PublicClaimable): (readonly [string, string])[] => [
  ["地方", one.place],
  ["地址", one.address ?? ""],
  ["时间", one.startsAt ? `${timeOf(one.startsAt)}${one.endsAt ? ` 至 ${timeOf(one.endsAt)}` : ""}` : ""],
  ["截止", one.until ?? ""],
  ["技能", one.skills.join("、")],
  ["要求", [ageWords(one), one.health].filter(Boolean).join("；")],
];

/** One thing that can be claimed, for whoever scanned its code: claiming it asks to sign in, and leads back here. */
const OpenOne = () => {
  const { code = "" } = useParams();
  const { place, signIn } = useReader();
  const query = useQuery({
    queryKey: ["open", "one", place.tenant, code],
    queryFn: ({ signal }) => call(claimsApi.publicClaimable, { tenant: place.tenant, code }, { signal }),
    retry: false,
  });
  const list = `/open?place=${place.tenant}`;
  if (query.error && problemOf(query.error).code === "not-found")
    return (
      <Page title={place.brand} back={list}>
        <Empty title="没有找到这一项" hint="可能已经结束，或者登录后才能看。">
          <Link to={list} className="adm-button adm-button-primary">
            看看现在需要帮忙的
          </Link>
          {signIn && (
            <button type="button" className="plain-button" onClick={signIn}>
              登录后再看
            </button>
          )}
        </Empty>
      </Page>
    );
  return (
    <Page
      title={place.brand}
      back={list}
      footer={
        signIn && (
          <Button block size="large" color="primary" onClick={signIn}>
            {query.data && query.data.free === 0 ? "登录后看看别的" : "登录后认领"}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(one) => (
          <section className="card">
            <div className="case-head">
              <h2 className="case-category">{one.title}</h2>
              <span className={one.free > 0 ? "open-free" : "open-full"}>
                {one.free > 0 ? `余 ${one.free} 个名额` : "名额已满"}
              </span>
            </div>
            <p className="open-soft">{one.kindLabel}</p>
            <p className="open-words">{one.words}</p>
            <dl className="facts">
              {rowsOf(one).map(([label, text]) =>
                text ? (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd className="fact-text">{text}</dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
        )}
      </Loaded>
    </Page>
  );
};
export default OpenOne;
