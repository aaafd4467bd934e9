import { PrinterOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { usePack } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { useClaimsFilter } from "./filter.ts";
import { useAllClaimables } from "./useAll.ts";
import { useSkillLabel } from "./useKinds.ts";
import { limitWords, listLabels, placesWords, timeWords } from "./words.ts";
import "../../ui/print/print.css";

/** The filtered list on paper. */
export const PrintPage = () => {
  const { list = "need", values } = useClaimsFilter();
  const query = useAllClaimables({ ...values, list } as Parameters<typeof useAllClaimables>[0]);
  const skillLabel = useSkillLabel();
  const pack = usePack();
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to="/claims" />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Loaded query={query}>
        {({ items, more }) => (
          <>
            <PageHead title={`${pack?.name ?? ""}${listLabels[list]}清单（${items.length} 项）`} />
            {more ? (
              <Alert
                className="gap-below"
                type="warning"
                showIcon
                title="内容太多，只列出最新的一部分，请先缩小范围。"
              />
            ) : null}
            {items.length === 0 ? (
              <EmptyState text="没有符合条件的" />
            ) : (
              <div className="print-scroll">
                <table className="print-table">
                  <thead>
                    <tr>
                      {["序号", "类型", "名称和说明", "地方", "提出方", "时间", "要求", "认领", "状态"].map((head) => (
                        <th key={head}>{head}</th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((item, index) => (
                      <tr key={item.id}>
                        <td>{index + 1}</td>
                        <td>{item.kindLabel}</td>
                        <td>
                          <strong>{item.title}</strong>
                          <div className="pre">{item.words}</div>
                        </td>
                        <td>{[item.place, item.address].filter(Boolean).join("，")}</td>
                        <td>{item.owner?.body?.name ?? item.owner?.name}</td>
                        <td>{[timeWords(item), item.until && `${item.until} 截止`].filter(Boolean).join("；")}</td>
                        <td>{[...item.skills.map(skillLabel), ...limitWords(item)].join("、")}</td>
                        <td>{placesWords(item)}</td>
                        <td>{item.stateLabel}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </>
        )}
      </Loaded>
    </>
  );
};
