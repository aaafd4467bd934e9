import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import type { Figures } from "@ginkgo/shared/api/figures.ts";
import { Alert, Button, Card } from "antd";
import { useState } from "react";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { recall, remember } from "../../ui/store.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { CasesDrawer } from "./CasesDrawer.tsx";
import { ColumnPicker } from "./ColumnPicker.tsx";
import { columnsOf, firstShown, type Order } from "./columns.ts";
import { Definitions } from "./Definitions.tsx";
import { FigureCards } from "./FigureCards.tsx";
import { FigureFilters } from "./FigureFilters.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { Indicators } from "./Indicators.tsx";
import { exportUrl, type FiguresQuery } from "./query.ts";
import { RateCards } from "./RateCards.tsx";
import { spanText } from "./span.ts";
import { Trend } from "./Trend.tsx";
import { useFigures } from "./useFigures.ts";
import "./figures.css";

const Rows = ({ figures }: { figures: Figures }) => {
  const phone = usePhoneWidth();
  const all = columnsOf(figures);
  const [chosen, setChosen] = useState<string[]>(() => recall("figures.columns", []));
  const [order, setOrder] = useState<Order | null>(null);
  // Another grouping has other columns; what was chosen may not be among them.
  const kept = all.filter(({ id }) => chosen.includes(id));
  const columns = kept.length > 0 ? kept : firstShown(all);
  const shown = columns.map(({ id }) => id);
  const choose = (ids: string[]) => {
    setChosen(ids);
    remember("figures.columns", ids);
  };
  return (
    <Card
      className="flush figure-rows"
      title="明细"
      extra={
        <span className="no-print">
          <ColumnPicker columns={all} shown={shown} onShown={choose} />
        </span>
      }
    >
      {figures.rows.length === 0 ? <EmptyState text="这个范围下没有可以分开统计的" /> : null}
      {figures.rows.length > 0 && phone ? <FigureCards figures={figures} columns={columns} /> : null}
      {figures.rows.length > 0 && !phone ? (
        <FigureTable figures={figures} columns={columns} order={order} onOrder={setOrder} />
      ) : null}
      {figures.rows.some(({ overlaps }) => overlaps) ? (
        <p className="muted small figure-note">※ 功能区的诉求同时计入所覆盖的地方，合计只计一次。</p>
      ) : null}
    </Card>
  );
};

const Content = ({ figures, query }: { figures: Figures; query: FiguresQuery }) => {
  if (figures.definitions.length === 0) return <EmptyState text="本地还没有设置统计指标" />;
  return (
    <>
      {figures.recounting ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title="统计口径刚刚更新，以前的诉求正在按新口径重新统计，数字稍后还会变化。"
        />
      ) : null}
      <RateCards figures={figures} />
      {figures.rates.length > 0 ? <Trend figures={figures} query={query} /> : null}
      {figures.indicators.length > 0 ? <Indicators figures={figures} /> : null}
      <Rows figures={figures} />
      <Definitions figures={figures} />
    </>
  );
};

export const FiguresPage = () => {
  const { query, answer, set } = useFigures();
  const { data } = answer;
  return (
    <div className={answer.isPlaceholderData ? "figures figures-loading" : "figures"}>
      <PageHead
        title="数据"
        note={data ? `${data.node.name}，${spanText(data.period)} 提交的诉求` : undefined}
        extra={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
            <Button icon={<DownloadOutlined />} href={exportUrl(query)} download>
              导出
            </Button>
          </>
        }
      />
      <FigureFilters query={query} figures={data} onChange={set} />
      <Loaded query={answer} rows={10}>
        {(figures) => <Content figures={figures} query={query} />}
      </Loaded>
      {data ? <CasesDrawer figures={data} query={query} onClose={() => set({ open: null })} /> : null}
    </div>
  );
};
