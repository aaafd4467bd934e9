import { ArrowLeftOutlined, PrinterOutlined } from "@ant-design/icons";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import { Button, Card, Checkbox, Segmented, Skeleton } from "antd";
import { lazy, Suspense, useCallback, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { useCurrent } from "./useRules.ts";
import { fieldDetail } from "./words/fields.ts";
import { type Naming, startersWords } from "./words/who.ts";
import { Outline } from "./workflow/Outline.tsx";
import { StatePanel } from "./workflow/StatePanel.tsx";
import { Lines } from "./workflow/StepDetails.tsx";
import { ToneLegend } from "./workflow/tone.tsx";
import "./rules.css";

const Diagram = lazy(async () => ({ default: (await import("./diagram/Diagram.tsx")).Diagram }));

type View = "diagram" | "outline";

const Beginning = ({ pack, workflow }: Naming) => {
  const { form } = workflow.intake;
  return (
    <dl className="rule-facts">
      <div>
        <dt>谁发起</dt>
        <dd>{startersWords({ pack, workflow })}</dd>
      </div>
      {form.length > 0 ? (
        <div>
          <dt>提交时要填</dt>
          <dd>
            <Lines
              items={form.map(
                (field) => `${field.label}${field.required ? "（必填）" : ""}：${fieldDetail(field, pack)}`,
              )}
            />
          </dd>
        </div>
      ) : null}
    </dl>
  );
};

const Workflow = ({ pack, id }: { pack: Pack; id: string }) => {
  const phone = usePhoneWidth();
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useState<View>(phone ? "outline" : "diagram");
  const [showAll, setShowAll] = useState(false);
  const open = useCallback(
    (path: string | null) => setSearch(path ? { state: path } : {}, { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const workflow = pack.workflows[id];
  if (!workflow) return <EmptyState text="现行版本里没有这个流程" action={<Link to="/rules">看所有流程</Link>} />;
  const naming: Naming = { pack, workflow };
  const categories = pack.categories.filter((category) => workflowOfCategory(pack, category.id) === id);
  return (
    <>
      <PageHead
        title={workflow.label}
        note={workflow.description || undefined}
        extra={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      <Card className="flush">
        <div className="rule-intro">
          <Beginning {...naming} />
          {categories.length > 0 ? (
            <p className="muted small">类别：{categories.map(({ label }) => label).join("、")}</p>
          ) : null}
        </div>
        <div className="rule-tools no-print">
          <Segmented<View>
            value={view}
            onChange={setView}
            aria-label="怎么看"
            options={[
              { value: "diagram", label: "流程图" },
              { value: "outline", label: "文字" },
            ]}
          />
          {view === "diagram" ? (
            <Checkbox checked={showAll} onChange={(event) => setShowAll(event.target.checked)}>
              画出所有箭头
            </Checkbox>
          ) : null}
          <span className="muted small">点一个状态看详情</span>
        </div>
        {view === "diagram" ? (
          <>
            <Suspense fallback={<Skeleton className="state" active paragraph={{ rows: 10 }} />}>
              <Diagram pack={pack} workflow={workflow} showAll={showAll} onOpen={open} />
            </Suspense>
            <ToneLegend someLoose={!showAll} />
          </>
        ) : null}
        <div className={view === "diagram" ? "only-print" : undefined}>
          <Outline naming={naming} onOpen={open} />
        </div>
      </Card>
      <StatePanel naming={naming} workflowId={id} path={search.get("state")} onOpen={open} />
    </>
  );
};

export const WorkflowPage = () => {
  const { workflowId = "" } = useParams();
  const { query } = useCurrent();
  return (
    <>
      <Link to="/rules" className="rule-back no-print">
        <ArrowLeftOutlined aria-hidden="true" /> 所有流程
      </Link>
      <Loaded query={query} rows={10}>
        {({ content }) => <Workflow key={workflowId} pack={content} id={workflowId} />}
      </Loaded>
    </>
  );
};
