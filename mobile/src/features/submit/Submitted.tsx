import { useQuery } from "@tanstack/react-query";
import { CheckCircleFill } from "antd-mobile-icons";
import { Link, useParams } from "react-router";
import { ProgressLine } from "../../ui/case/ProgressLine.tsx";
import { timeOf } from "../../ui/case/words.ts";
import { caseView } from "../../ui/net/queries.ts";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./submit.css";

const Submitted = () => {
  const { caseId = "" } = useParams();
  const query = useQuery(caseView(caseId));
  return (
    <Page title="提交成功" back="/">
      <Loaded query={query}>
        {(one) => (
          <>
            <div className="state">
              <CheckCircleFill className="result-mark" />
              <p className="state-title">收到了，谢谢您！</p>
              <p>编号</p>
              <p className="case-no">{one.no}</p>
            </div>
            <section className="card">
              <h2 className="part-title">多久会有人处理？</h2>
              <p>{one.waiting ?? (one.dueAt ? `最迟 ${timeOf(one.dueAt)} 前会有人处理。` : "工作人员会尽快处理。")}</p>
              <ProgressLine points={one.progress} />
              <p className="field-help">有了进展会在“消息”里告诉您。办完以后，请您来评价。</p>
            </section>
            <div className="hint-buttons" style={{ padding: "0 0.75rem" }}>
              <Link className="chip" to={`/cases/${one.id}`} replace>
                看这件事
              </Link>
              <Link className="chip" to="/" replace>
                回首页
              </Link>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default Submitted;
