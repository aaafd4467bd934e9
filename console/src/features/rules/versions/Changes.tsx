import type { PackChangeView } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Tag } from "antd";
import { EmptyState } from "../../../ui/States.tsx";
import { areaWords, valueWords } from "./value.ts";

const kindWords = { added: "新增", removed: "删除", changed: "修改" } as const;
const kindTone = { added: "done", removed: "urgent", changed: "working" } as const;

const Value = ({ value, path, pack }: { value: unknown; path: string; pack: Pack }) => {
  const words = valueWords(value, path, pack);
  if (words !== undefined) return <span className="change-value">{words}</span>;
  return (
    <details>
      <summary>查看内容</summary>
      <pre className="change-data">{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
};

const Change = ({ change, pack }: { change: PackChangeView; pack: Pack }) => (
  <li className="change">
    <div>
      <Tag className={`tag tag-${kindTone[change.kind]}`}>{kindWords[change.kind]}</Tag> {change.label}
    </div>
    <dl className="change-values">
      {change.kind === "added" ? null : (
        <div>
          <dt>原来</dt>
          <dd>
            <Value value={change.before} path={change.path} pack={pack} />
          </dd>
        </div>
      )}
      {change.kind === "removed" ? null : (
        <div>
          <dt>改为</dt>
          <dd>
            <Value value={change.after} path={change.path} pack={pack} />
          </dd>
        </div>
      )}
    </dl>
  </li>
);

/** What differs, area by area. `pack` gives the names. */
export const Changes = ({ changes, pack }: { changes: readonly PackChangeView[]; pack: Pack }) => {
  if (changes.length === 0) return <EmptyState text="没有不同" />;
  const areas = [...new Set(changes.map(({ area }) => area))];
  return (
    <>
      {areas.map((area) => {
        const here = changes.filter((change) => change.area === area);
        return (
          <section key={area} className="section">
            <h2>
              {areaWords[area]}（{here.length}）
            </h2>
            <ul className="plain-list lined">
              {here.map((change) => (
                <Change key={`${change.path} ${change.kind}`} change={change} pack={pack} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};
