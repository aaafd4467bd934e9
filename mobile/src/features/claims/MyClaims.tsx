import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { MoreRows } from "../../ui/MoreRows.tsx";
import { Page } from "../../ui/Page.tsx";
import { Empty } from "../../ui/states.tsx";
import { ClaimableCard } from "./ClaimableCard.tsx";
import { ClaimCard } from "./ClaimCard.tsx";
import { claimableList, claimList } from "./queries.ts";
import "../../ui/form/form.css";
import "./claims.css";

const tabs = [
  { id: "mine", label: "我认领的" },
  { id: "received", label: "认领我的" },
  { id: "own", label: "我发布的" },
] as const;

const ClaimsOf = ({ box, ended }: { box: "mine" | "received"; ended: boolean }) => {
  const query = useInfiniteQuery(claimList({ box, ended: ended ? "yes" : "no" }));
  const empty =
    box === "mine" ? (
      <Empty
        title={ended ? "还没有结束的认领" : "现在没有进行中的认领"}
        hint="看看大家需要什么，认领一件力所能及的事。"
      >
        <Link to="/claims" className="adm-button adm-button-primary">
          去看看
        </Link>
      </Empty>
    ) : (
      <Empty title={ended ? "还没有结束的" : "现在没有人在办您发布的事"} />
    );
  return (
    <MoreRows query={query} empty={empty}>
      {(item) => <ClaimCard key={item.id} item={item} />}
    </MoreRows>
  );
};

const Own = () => (
  <MoreRows
    query={useInfiniteQuery(claimableList({ box: "own" }))}
    empty={<Empty title="您还没有发布过" hint="有需要帮忙的，或者能提供的，都可以发布。" />}
  >
    {(item) => <ClaimableCard key={item.id} item={item} />}
  </MoreRows>
);

const MyClaims = () => {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find(({ id }) => id === search.get("tab"))?.id ?? "mine";
  const ended = search.get("ended") === "yes";
  const go = (next: Readonly<Record<string, string>>) => setSearch(next, { replace: true });
  return (
    <Page title="我的认领" back="/take-part">
      <div className="claim-head">
        <fieldset className="chips" aria-label="范围">
          {tabs.map(({ id, label }) => (
            <button key={id} type="button" className="chip" aria-pressed={id === tab} onClick={() => go({ tab: id })}>
              {label}
            </button>
          ))}
        </fieldset>
        {tab !== "own" && (
          <fieldset className="chips" aria-label="是否结束">
            <button type="button" className="chip" aria-pressed={!ended} onClick={() => go({ tab })}>
              进行中
            </button>
            <button type="button" className="chip" aria-pressed={ended} onClick={() => go({ tab, ended: "yes" })}>
              已结束
            </button>
          </fieldset>
        )}
      </div>
      {tab === "own" ? <Own /> : <ClaimsOf key={`${tab}${ended}`} box={tab} ended={ended} />}
    </Page>
  );
};
export default MyClaims;
