import { useQuery } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { CategoryIcon } from "../../ui/CategoryIcon.tsx";
import { forEveryone } from "../../ui/categories.ts";
import { useKept } from "../../ui/kept.ts";
import { unreadCount } from "../../ui/net/queries.ts";
import { OutboxNotice } from "../../ui/offline/OutboxNotice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useHomeName } from "../../ui/place/home-name.ts";
import { isWorker, useSession } from "../../ui/session.tsx";
import { LatestCases } from "./LatestCases.tsx";
import "../../ui/form/form.css";
import "./home.css";

/** As many as fill two rows; the rest is behind 更多. */
const shortcuts = 7;

const Home = () => {
  const { me, pack } = useSession();
  const homeName = useHomeName();
  const unread = useQuery(unreadCount).data?.unread ?? 0;
  return (
    <Page title={pack.brand}>
      <section className="hello">
        <p>
          {me.name}，您好
          {homeName && <span> · {homeName}</span>}
        </p>
        <Link to="/submit" className="big-button">
          {pack.words.submit ?? "我要反映"}
          <small>有事说一声，社区来办</small>
        </Link>
      </section>
      <OutboxNotice account={me.id} />
      {!me.home && <HomeHint account={me.id} />}
      {unread > 0 && (
        <Link to="/inbox" className="row-link">
          <span>
            您有 <b>{unread >= 99 ? "99+" : unread}</b> 条新消息
          </span>
          <RightOutline />
        </Link>
      )}
      <section className="card" aria-label="按类别反映">
        <ul className="category-grid">
          {forEveryone(pack)
            .slice(0, shortcuts)
            .map((one) => (
              <li key={one.id}>
                <Link to={`/submit?category=${one.id}`}>
                  <CategoryIcon category={one} />
                  {one.label}
                </Link>
              </li>
            ))}
          <li>
            <Link to="/submit">
              <span className="category-icon" aria-hidden="true">
                …
              </span>
              更多
            </Link>
          </li>
        </ul>
      </section>
      <LatestCases />
      {pack.workflows?.some(({ publishes }) => publishes) && (
        <Link to="/outcomes" className="row-link">
          <span>办理结果公示</span>
          <RightOutline />
        </Link>
      )}
      {isWorker(me) && (
        <Link to="/neighbours" className="row-link">
          <span>看看邻里的公开诉求</span>
          <RightOutline />
        </Link>
      )}
    </Page>
  );
};
export default Home;

const HomeHint = ({ account }: { account: string }) => {
  const [later, setLater] = useKept<boolean>(`home-later.${account}`, false);
  if (later) return null;
  return (
    <section className="card">
      <h2 className="card-title">您住在哪个小区？</h2>
      <p>选好以后，反映家门口的事更方便，也能看到邻里的公开诉求。</p>
      <div className="hint-buttons">
        <Link to="/me/home" className="chip chip-primary">
          现在选
        </Link>
        <button type="button" className="chip" onClick={() => setLater(true)}>
          稍后
        </button>
      </div>
    </section>
  );
};
