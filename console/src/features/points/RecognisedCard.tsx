/** Recognised sums of a place and of what lies below it, in the order of the tree. */
import { fewestPeople, pointsApi, type Recognised } from "@ginkgo/shared/api/points.ts";
import { Card, Select } from "antd";
import { useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";

type Total = Recognised["home"];

const few = `不足 ${fewestPeople} 人，不显示`;
const totalText = (total: Total): string => {
  if (!total) return few;
  return total.deeds === 0 && total.points === 0 ? "—" : `${total.points} 分 · ${total.deeds} 次`;
};

const Sum = ({ label, note, total }: { label: string; note: string; total: Total }) => (
  <div className="point-sum">
    <span className="muted">{label}</span>
    {total ? (
      <>
        <b>{total.points} 分</b>
        <span>{total.deeds} 次服务</span>
      </>
    ) : (
      <span>{few}</span>
    )}
    <small className="muted">{note}</small>
  </div>
);

const thisYear = new Date().getFullYear();
const years = Array.from({ length: 5 }, (_, i) => String(thisYear - i));
const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, "0"));

interface PeriodSelectProps {
  readonly value: string;
  readonly onChange: (period: string) => void;
}

/** A year or one of its months. */
const PeriodSelect = ({ value, onChange }: PeriodSelectProps) => {
  const [year = "", month = ""] = value.split("-");
  return (
    <>
      <Select
        aria-label="年份"
        value={year}
        options={years.map((one) => ({ value: one, label: `${one} 年` }))}
        onChange={(next: string) => onChange(month ? `${next}-${month}` : next)}
      />
      <Select
        aria-label="月份"
        value={month}
        options={[{ value: "", label: "全年" }, ...months.map((one) => ({ value: one, label: `${Number(one)} 月` }))]}
        onChange={(next: string) => onChange(next ? `${year}-${next}` : year)}
      />
    </>
  );
};

const Rows = ({ rows }: Pick<Recognised, "rows">) => {
  if (rows.length === 0) return <EmptyState text="这段时间还没有认可的服务" />;
  return (
    <div className="point-table-frame">
      <table className="point-table">
        <thead>
          <tr>
            <th scope="col">社区（村）或单位</th>
            <th scope="col">作为居住地认可</th>
            <th scope="col">作为单位认可</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, home, unit }) => (
            <tr key={node.id}>
              <th scope="row">{node.name}</th>
              <td>{totalText(home)}</td>
              <td>{totalText(unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const RecognisedCard = () => {
  const [search, setSearch] = useSearchParams();
  const node = search.get("node") ?? undefined;
  const period = search.get("period") ?? String(thisYear);
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const query = useFetch(pointsApi.recognised, { node, period }, { keep: true });
  return (
    <Card title="认可情况" className="flush">
      <div className="desk-top">
        <div className="filters gap-above no-print">
          <NodeSelect
            aria-label="看哪里"
            placeholder={query.data?.node.name ?? "看哪里"}
            value={node}
            onChange={(id) => set("node", id)}
          />
          <PeriodSelect value={period} onChange={(next) => set("period", next)} />
        </div>
      </div>
      <Loaded query={query}>
        {(found) => (
          <div className={query.isPlaceholderData ? "points-old" : undefined}>
            <div className="point-sums">
              <Sum label="合计" note="每件事只算一次" total={found.together} />
              <Sum label="居住地认可" note="按社区（村）" total={found.home} />
              <Sum label="单位认可" note="按所在单位" total={found.unit} />
            </div>
            <Rows rows={found.rows} />
          </div>
        )}
      </Loaded>
      <p className="muted small points-note">
        人数太少的合计会说出某个人做了多少，所以不显示；只按整年、整月统计，不排名次。
      </p>
    </Card>
  );
};
