/** 日通报: who registered and what they did on a day. Every number opens its rows, for whoever may read them. */
import { DownloadOutlined, LeftOutlined, PrinterOutlined, RightOutlined } from "@ant-design/icons";
import { type Bulletin, type BulletinSums, bulletinApi } from "@ginkgo/shared/api/bulletin.ts";
import { addDays, dayOf, dayWords } from "@ginkgo/shared/day.ts";
import { Button, Card } from "antd";
import { type ReactNode, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack, useRight } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { RegisterNav } from "./RegisterNav.tsx";
import { type Opened, RowsDrawer } from "./RowsDrawer.tsx";
import "./registrations.css";

const columns: readonly { readonly name: keyof BulletinSums; readonly label: string }[] = [
  { name: "newPeople", label: "新报到党员" },
  { name: "newUnits", label: "新报到单位" },
  { name: "people", label: "在册党员" },
  { name: "units", label: "在册单位" },
  { name: "compounds", label: "覆盖小区" },
  { name: "leftPeople", label: "退出" },
  { name: "claims", label: "完成认领" },
  { name: "activities", label: "开展活动" },
];

/** The list in which a number's rows stand; claims, activities and compounds open beside it. */
const listOf = (
  name: keyof BulletinSums,
  day: string,
  under: string,
  kinds: ReturnType<typeof kindsBy>,
): string | null => {
  const query = new URLSearchParams({ box: "desk", under });
  const kind = name === "newUnits" || name === "units" ? kinds.unit : kinds.person;
  if (kind) query.set("kind", kind);
  switch (name) {
    case "newPeople":
    case "newUnits":
      query.set("from", day);
      query.set("to", day);
      return `/registrations?${query}`;
    case "people":
    case "units":
      query.set("asOf", day);
      return `/registrations?${query}`;
    case "leftPeople":
      query.set("standing", "ended");
      return `/registrations?${query}`;
    default:
      return null;
  }
};

const kindsBy = (kinds: readonly { readonly id: string; readonly who: string }[]) => {
  const only = (who: string) => {
    const own = kinds.filter((kind) => kind.who === who);
    return own.length === 1 ? own[0]?.id : undefined;
  };
  return { person: only("person"), unit: only("unit") };
};

interface NumberProps {
  readonly n: number;
  readonly to: string | null;
  readonly onOpen?: (() => void) | undefined;
}

const Count = ({ n, to, onOpen }: NumberProps): ReactNode => {
  if (n === 0) return <span className="muted">0</span>;
  if (to) return <Link to={to}>{n}</Link>;
  return onOpen ? (
    <button type="button" className="bulletin-number" onClick={onOpen}>
      {n}
    </button>
  ) : (
    n
  );
};

export const BulletinPage = () => {
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<Opened>();
  const pack = usePack();
  const reads = useRight("registration.read");
  const today = dayOf(new Date());
  const day = search.get("day") ?? today;
  const under = search.get("under") ?? undefined;
  const query = useFetch(bulletinApi.bulletin, { day, ...(under ? { under } : {}) }, { keep: true });
  const kinds = kindsBy(pack?.participation.registrations ?? []);
  const set = (name: "day" | "under", value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const sheet = `/api/v1/bulletin/export.xlsx?${new URLSearchParams({ app: "console", day, ...(under ? { under } : {}) })}`;

  const cell = (name: keyof BulletinSums, sums: BulletinSums, node: Bulletin["node"], mayOpen: boolean) => {
    const to = mayOpen ? listOf(name, day, node.id, kinds) : null;
    const what = name === "claims" ? "claim" : name === "activities" ? "activity" : name;
    const opens = what === "claim" || what === "activity" || what === "compounds";
    return (
      <Count
        n={sums[name]}
        to={to}
        onOpen={opens ? () => setOpened({ what, day, node, count: sums[name] }) : undefined}
      />
    );
  };

  return (
    <>
      <PageHead
        title="双报到日通报"
        note={query.data ? `${query.data.node.name} · ${dayWords(day)}` : undefined}
        extra={
          <>
            {reads ? (
              <Button icon={<DownloadOutlined />} href={sheet} download>
                导出
              </Button>
            ) : null}
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              打印
            </Button>
          </>
        }
      />
      <RegisterNav />
      <div className="filters gap-below no-print">
        <span className="day-switch" style={{ width: "auto" }}>
          <Button icon={<LeftOutlined />} aria-label="前一天" onClick={() => set("day", addDays(day, -1))} />
          <DayInput value={day} onChange={(next) => set("day", next && next <= today ? next : undefined)} />
          <Button
            icon={<RightOutlined />}
            aria-label="后一天"
            disabled={day >= today}
            onClick={() => set("day", addDays(day, 1))}
          />
        </span>
        <NodeSelect
          aria-label="地方"
          placeholder="全部社区"
          tiers={tiersAs(pack, "subdistrict", "community", "zone")}
          value={under}
          onChange={(id) => set("under", id)}
        />
      </div>
      <Loaded query={query}>
        {(bulletin) => (
          <div className={query.isPlaceholderData ? "register-loading" : undefined}>
            <dl className="bulletin-sums">
              {columns.map(({ name, label }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{cell(name, bulletin.sums, bulletin.node, bulletin.may.rows)}</dd>
                </div>
              ))}
            </dl>
            <Card className="flush">
              {bulletin.lines.length === 0 ? <EmptyState text="这一天还没有可以通报的内容" /> : null}
              {bulletin.lines.length > 0 ? (
                <div className="bulletin-scroll">
                  <table className="bulletin-table">
                    <thead>
                      <tr>
                        <th>社区</th>
                        {columns.map(({ name, label }) => (
                          <th key={name}>{label}</th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {bulletin.lines.map((line) => (
                        <tr key={line.node.id}>
                          <td>
                            <Link to={`/communities/${line.node.id}`}>{line.node.name}</Link>
                            <div className="muted small">{line.parent}</div>
                          </td>
                          {columns.map(({ name, label }) => (
                            <td key={name} data-label={label}>
                              {cell(name, line.sums, line.node, line.mayOpen)}
                            </td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              ) : null}
            </Card>
          </div>
        )}
      </Loaded>
      {opened ? <RowsDrawer opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  );
};
