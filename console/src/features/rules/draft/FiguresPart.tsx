import { EmptyState } from "../../../ui/States.tsx";
import { countWords } from "../words/conditions.ts";
import { useDraft } from "./DraftContext.tsx";
import { TextEdit } from "./Fields.tsx";
import { MasterDetail } from "./MasterDetail.tsx";
import { bagOf, listOf, type Path, pathText, textOf } from "./paths.ts";
import { figureItem } from "./problems.ts";

const Words = ({ path, counted }: { path: Path; counted: string }) => {
  const { get } = useDraft();
  return (
    <>
      <div className="detail-head">
        <h2>{textOf(bagOf(get(path)).label) || "（没有名称）"}</h2>
      </div>
      <TextEdit path={[...path, "label"]} label="名称" maxLength={30} />
      <TextEdit path={[...path, "definition"]} label="定义" help="和数字一起显示" multiline maxLength={300} />
      <p>
        <span className="muted">怎么算：</span>
        {counted}
      </p>
    </>
  );
};

const Rate = ({ index }: { index: number }) => {
  const { get } = useDraft();
  const path: Path = ["rates", index];
  const rate = bagOf(get(path));
  const metric = (id: unknown) => textOf(bagOf(get(["metrics", textOf(id)])).label) || textOf(id);
  const excludes = listOf(rate.excludes).map(metric);
  const left = excludes.length > 0 ? `，不计入：${excludes.join("、")}` : "";
  return <Words path={path} counted={`“${metric(rate.counts)}” ÷ “${metric(rate.of)}”${left}`} />;
};

const Metric = ({ id }: { id: string }) => {
  const { pack } = useDraft();
  const path: Path = ["metrics", id];
  const metric = pack.metrics[id];
  return (
    <>
      <Words path={path} counted={metric ? countWords(metric, pack) : ""} />
      <TextEdit path={[...path, "unit"]} label="单位" maxLength={10} />
    </>
  );
};

/** Names and definitions in words; how it is counted changes by importing a file. */
export const FiguresPart = () => {
  const { get } = useDraft();
  const rates = listOf(get(["rates"])).map(bagOf);
  const metrics = Object.entries(bagOf(get(["metrics"])));
  const entries = [
    ...rates.map((rate, i) => ({
      key: figureItem("rates", i),
      label: textOf(rate.label),
      note: "比率",
      path: pathText(["rates", i]),
    })),
    ...metrics.map(([id, metric]) => ({
      key: figureItem("metrics", id),
      label: textOf(bagOf(metric).label),
      path: pathText(["metrics", id]),
    })),
  ];
  if (entries.length === 0) return <EmptyState text="这个地方没有统计项" />;
  return (
    <>
      <p className="muted small">这里改名称和文字定义；怎么算要改，请导出文件，改好后再导入。</p>
      <MasterDetail label="统计项" entries={entries}>
        {(key) => {
          const [collection, id = ""] = key.split(":");
          return collection === "rates" ? <Rate index={Number(id)} /> : <Metric id={id} />;
        }}
      </MasterDetail>
    </>
  );
};
