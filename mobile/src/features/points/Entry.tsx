/** One booking and the deed behind it. */
import { bookingWords, takenBackWords } from "@ginkgo/shared/api/points.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { timeOf } from "../../ui/case/words.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { oneEntry } from "./queries.ts";
import { deedPage, sideWords, signed } from "./words.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./points.css";

const Entry = () => {
  const { entryId = "" } = useParams();
  const query = useQuery(oneEntry(entryId));
  return (
    <Page title="这笔积分" back="/points">
      <Loaded query={query}>
        {(entry) => {
          const page = deedPage(entry);
          const earned = entry.kind === "earn" || entry.kind === "adjust";
          return (
            <>
              <section className="points-balance">
                <p>{bookingWords[entry.kind]}</p>
                <strong>{signed(entry.points)}</strong>
                <p>{entry.words}</p>
                {entry.reversedBy && (
                  <p>
                    这一笔{takenBackWords(entry.kind)}。 <Link to={`/points/entries/${entry.reversedBy}`}>看原因</Link>
                  </p>
                )}
              </section>
              <dl className="card points-facts">
                {entry.rule && (
                  <div>
                    <dt>按哪条规则</dt>
                    <dd>{entry.rule}</dd>
                  </div>
                )}
                <div>
                  <dt>{earned ? "什么时候做的" : "时间"}</dt>
                  <dd>{timeOf(earned ? entry.doneAt : entry.at)}</dd>
                </div>
                <div>
                  <dt>在哪里</dt>
                  <dd>{entry.place}</dd>
                </div>
                <div>
                  <dt>{earned ? "谁确认的" : "经手"}</dt>
                  <dd>{entry.by}</dd>
                </div>
                {entry.recognised.map(({ side, node }) => (
                  <div key={side}>
                    <dt>{sideWords[side]}认可</dt>
                    <dd>{node}</dd>
                  </div>
                ))}
                <div>
                  <dt>入账时间</dt>
                  <dd>{timeOf(entry.at)}</dd>
                </div>
              </dl>
              <div className="hint-buttons points-buttons">
                {page && (
                  <Link className="chip" to={page}>
                    看这件事
                  </Link>
                )}
                {entry.reverses && (
                  <Link className="chip" to={`/points/entries/${entry.reverses}`}>
                    看原来那一笔
                  </Link>
                )}
                {earned && !entry.reversedBy && (
                  <Link className="chip" to={`/points/requests?about=${entry.id}`}>
                    记错了，申请更正
                  </Link>
                )}
              </div>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
export default Entry;
