import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { PutUpForm } from "./PutUpForm.tsx";
import { claimableView } from "./queries.ts";

/** Putting something up, or changing it (`?edit=`). */
const PutUp = () => {
  const { pack } = useSession();
  const [search] = useSearchParams();
  const edit = search.get("edit") ?? "";
  const query = useQuery({ ...claimableView(edit), enabled: edit !== "" });
  const kinds = pack.participation.claimables.filter(({ mayStart }) => mayStart);
  if (edit !== "")
    return (
      <Loaded query={query}>
        {(one) => {
          const kind = pack.participation.claimables.find(({ id }) => id === one.kind);
          return kind && one.mayEdit !== "nothing" ? (
            <PutUpForm key={one.id} kinds={[kind]} changes={one} />
          ) : (
            <Page title="修改" back={`/claims/${edit}`}>
              <Empty title="现在不能修改" hint="可能已经开放或结束。" />
            </Page>
          );
        }}
      </Loaded>
    );
  if (kinds.length === 0)
    return (
      <Page title="发布" back="/claims">
        <Empty title="您还不能发布" hint="这里由社区和单位发布。" />
      </Page>
    );
  const first = kinds.find(({ list }) => list === search.get("list")) ?? kinds[0];
  return <PutUpForm kinds={kinds} first={first?.id} />;
};
export default PutUp;
