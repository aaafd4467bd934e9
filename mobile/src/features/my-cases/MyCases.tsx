import { Link } from "react-router";
import { CaseList } from "../../ui/case/CaseList.tsx";
import { OutboxNotice } from "../../ui/offline/OutboxNotice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";

const NothingYet = ({ word }: { word: string }) => (
  <Empty title="还没有反映过事情" hint="您反映的每件事，都会在这里看到办到哪一步了。">
    <Link to="/submit" className="adm-button adm-button-primary">
      {word}
    </Link>
  </Empty>
);

const MyCases = () => {
  const { me, pack } = useSession();
  return (
    <Page title="我的单">
      <OutboxNotice account={me.id} />
      <CaseList input={{ box: "reported" }} empty={<NothingYet word={pack.words.submit ?? "我要反映"} />} />
    </Page>
  );
};
export default MyCases;
