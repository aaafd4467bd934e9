/** Those who chose to stand here; nobody else is on it. */
import { useQuery } from "@tanstack/react-query";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { ranking } from "./queries.ts";
import "../../ui/case/case.css";
import "./points.css";

const Ranking = () => {
  const query = useQuery(ranking);
  return (
    <Page title="积分榜" back="/points">
      <Loaded query={query}>
        {({ year, rows }) =>
          rows.length === 0 ? (
            <Empty title="榜上还没有人" hint="愿意上榜的人才会出现，可以在“志愿积分”页打开或关掉。" />
          ) : (
            <section className="card">
              <p className="points-soft">{year} 年做的服务。都是自愿上榜的，没有上榜不说明什么。</p>
              <ol className="points-ranking">
                {rows.map(({ rank, name, points, me }) => (
                  <li key={`${rank}-${name}`} aria-current={me || undefined}>
                    <span>{rank}</span>
                    <b>
                      {name}
                      {me && "（我）"}
                    </b>
                    <span>{points} 分</span>
                  </li>
                ))}
              </ol>
            </section>
          )
        }
      </Loaded>
    </Page>
  );
};
export default Ranking;
