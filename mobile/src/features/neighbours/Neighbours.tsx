import { Link } from "react-router";
import { CaseList } from "../../ui/case/CaseList.tsx";
import { Page } from "../../ui/Page.tsx";
import { isWorker, useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";

const Neighbours = () => {
  const { me } = useSession();
  const noHome = (
    <Empty title="还不知道您住在哪里" hint="选好住的小区，就能看到邻居们公开反映的事和办理情况。">
      <Link to="/me/home" className="adm-button adm-button-primary">
        选择住址
      </Link>
    </Empty>
  );
  return (
    <Page title="邻里" back={isWorker(me) ? "/" : undefined}>
      <p className="card">这里是本社区居民愿意公开的事，姓名和电话都已隐去。看到同样的事正在办，就不用再报一次。</p>
      {me.home ? (
        <CaseList
          input={{ box: "neighbours" }}
          empty={<Empty title="最近没有公开的诉求" hint="反映时选“公开”，邻居们就能在这里看到。" />}
        />
      ) : (
        noHome
      )}
    </Page>
  );
};
export default Neighbours;
