/** The register at the width of a desk as a table, on a phone as cards. */
import { HomeOutlined, PhoneOutlined } from "@ant-design/icons";
import type { RegistrationSummary } from "@ginkgo/shared/api/registrations.ts";
import { Checkbox, Tag } from "antd";
import { Link } from "react-router";
import { DueTime } from "../../ui/DueTime.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";

interface RegisterTableProps {
  readonly items: readonly RegistrationSummary[];
  readonly loading: boolean;
  readonly phone: boolean;
  readonly selected: ReadonlySet<string>;
  /** Absent where nothing can be done to many at once. */
  readonly onSelect?: ((ids: ReadonlySet<string>) => void) | undefined;
  readonly onOpen: (id: string) => void;
}

const day = (at: string | null) => (at ? fullTime(at).slice(0, 10) : "—");

const Unit = ({ item }: { item: RegistrationSummary }) =>
  item.unit ? <Link to={`/units/${item.unit.id}`}>{item.unit.name}</Link> : <span className="muted">—</span>;

const Skills = ({ item }: { item: RegistrationSummary }) =>
  item.skills.length === 0 ? (
    <span className="muted">—</span>
  ) : (
    <span className="row-tags">
      {item.skills.map((skill) => (
        <Tag key={skill.id} className="tag">
          {skill.label}
        </Tag>
      ))}
    </span>
  );

export const RegisterCards = ({ items, onOpen }: Pick<RegisterTableProps, "items" | "onOpen">) => (
  <ul className="plain-list">
    {items.map((item) => (
      <li key={item.id} className="case-item">
        <button type="button" className="register-card" onClick={() => onOpen(item.id)}>
          <span className="case-line">
            <strong>{item.name}</strong>
            <StateTag label={item.stateLabel} tone={item.tone} />
          </span>
          <span className="muted small">
            <HomeOutlined /> {item.place}
          </span>
          <span className="muted small">
            {[item.kindLabel, item.unit?.name, item.skills.map(({ label }) => label).join("、")]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </button>
      </li>
    ))}
  </ul>
);

export const RegisterTable = ({ items, loading, phone, selected, onSelect, onOpen }: RegisterTableProps) => {
  if (phone) return <RegisterCards items={items} onOpen={onOpen} />;
  const pickable = items.filter(({ bulk }) => bulk.length > 0);
  const all = pickable.length > 0 && pickable.every(({ id }) => selected.has(id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  return (
    <table className={loading ? "register-table register-loading" : "register-table"} aria-busy={loading}>
      <thead>
        <tr>
          {onSelect ? (
            <th className="col-check">
              <Checkbox
                aria-label="全选已加载的"
                checked={all}
                disabled={pickable.length === 0}
                indeterminate={!all && selected.size > 0}
                onChange={() => onSelect(all ? new Set() : new Set(pickable.map(({ id }) => id)))}
              />
            </th>
          ) : null}
          <th>姓名/单位</th>
          <th>报到的地方</th>
          <th>所在单位</th>
          <th className="wide-only">技能</th>
          <th>状态</th>
          <th>办理期限</th>
          <th className="wide-only">报到日期</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr
            key={item.id}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest("label, a")) return;
              onOpen(item.id);
            }}
          >
            {onSelect ? (
              <td>
                <Checkbox
                  aria-label={`选中 ${item.name}`}
                  disabled={item.bulk.length === 0}
                  checked={selected.has(item.id)}
                  onChange={() => toggle(item.id)}
                />
              </td>
            ) : null}
            <td>
              <button type="button" className="row-open">
                {item.name}
              </button>
              <div className="muted small">
                {item.kindLabel}
                {item.phone ? (
                  <>
                    {" · "}
                    <PhoneOutlined aria-label="手机" /> {item.phone}
                  </>
                ) : null}
              </div>
            </td>
            <td>{item.place}</td>
            <td>
              <Unit item={item} />
            </td>
            <td className="wide-only">
              <Skills item={item} />
            </td>
            <td>
              <StateTag label={item.stateLabel} tone={item.tone} />
            </td>
            <td>
              {item.tone === "done" ? (
                <span className="muted">{day(item.dueAt)} 复核</span>
              ) : (
                <DueTime time={item.time} dueAt={item.dueAt} />
              )}
            </td>
            <td className="wide-only">{day(item.registeredAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
