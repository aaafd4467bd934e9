import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf, workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import { Button, Card, Tag } from "antd";
import { Link } from "react-router";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { DraftBanner, ShippedBanner } from "./Banners.tsx";
import { RulesNav } from "./RulesNav.tsx";
import { useCurrent } from "./useRules.ts";
import { originWords } from "./versions/origin.ts";
import { startersWords } from "./words/who.ts";
import "./rules.css";

const WorkflowCard = ({ pack, id }: { pack: Pack; id: string }) => {
  const workflow = pack.workflows[id];
  if (!workflow) return null;
  const categories = pack.categories.filter((category) => workflowOfCategory(pack, category.id) === id);
  return (
    <Card
      className="workflow-card"
      title={<Link to={`/rules/workflows/${id}`}>{workflow.label}</Link>}
      extra={id === pack.mainWorkflow ? <Tag className="tag">主流程</Tag> : null}
    >
      {workflow.description ? <p>{workflow.description}</p> : null}
      <dl className="rule-facts">
        <div>
          <dt>状态</dt>
          <dd>{statesOf(workflow).size} 个</dd>
        </div>
        <div>
          <dt>谁发起</dt>
          <dd>{startersWords({ pack, workflow })}</dd>
        </div>
        <div>
          <dt>类别</dt>
          <dd>{categories.length > 0 ? categories.map(({ label }) => label).join("、") : "没有类别直接走这个流程"}</dd>
        </div>
      </dl>
    </Card>
  );
};

export const RulesPage = () => {
  const { versions, query } = useCurrent();
  return (
    <>
      <PageHead
        title="规则"
        note="本地的事怎么办：流程、时限、角色、填写内容和用语"
        extra={
          versions.data?.may.edit ? (
            <Link to="/rules/draft">
              <Button type="primary">修改规则</Button>
            </Link>
          ) : null
        }
      />
      <RulesNav />
      <Loaded query={query} rows={10}>
        {(version) => (
          <>
            <ShippedBanner />
            <DraftBanner />
            <p className="muted gap-below">
              现行第 {version.version} 版 · {originWords[version.origin]} · {version.publishedBy} 于{" "}
              {fullTime(version.publishedAt)} 发布{version.note ? ` · ${version.note}` : ""}
            </p>
            <div className="workflow-cards">
              {Object.keys(version.content.workflows).map((id) => (
                <WorkflowCard key={id} pack={version.content} id={id} />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </>
  );
};
