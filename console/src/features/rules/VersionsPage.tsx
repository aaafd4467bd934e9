import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import type { PackVersionView } from "@ginkgo/shared/api/pack.ts";
import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { fullTime } from "../../ui/time.ts";
import { DraftBanner, ShippedBanner } from "./Banners.tsx";
import { RulesNav } from "./RulesNav.tsx";
import { useVersionPages } from "./useRules.ts";
import { ImportDraft } from "./versions/ImportDraft.tsx";
import { originWords } from "./versions/origin.ts";
import { RollBack } from "./versions/RollBack.tsx";
import "./rules.css";

interface RowProps {
  readonly one: PackVersionView;
  readonly current: number;
  readonly mayPublish: boolean;
  readonly onRollBack: () => void;
}

const origin = ({ origin, basedOn }: PackVersionView): string => {
  if (basedOn === null) return originWords[origin];
  return origin === "rollback" ? `恢复第 ${basedOn} 版` : `${originWords[origin]}（从第 ${basedOn} 版）`;
};

const Version = ({ one, current, mayPublish, onRollBack }: RowProps) => (
  <li className="version">
    <div className="version-words">
      <div>
        <strong>第 {one.version} 版</strong> {one.current ? <Tag className="tag tag-done">现行</Tag> : null}{" "}
        <span className="muted">{origin(one)}</span>
      </div>
      <div className="pre">{one.note}</div>
      <div className="muted small">
        {one.publishedBy} · {fullTime(one.publishedAt)}
      </div>
    </div>
    <div className="version-actions no-print">
      {one.current ? null : (
        <Link to={`/rules/versions/compare?from=${one.version}&to=${current}`}>与现行版本比较</Link>
      )}
      <Button
        size="small"
        icon={<DownloadOutlined />}
        href={`/api/v1/pack/versions/${one.version}/export?app=console`}
        download
      >
        导出
      </Button>
      {mayPublish && !one.current ? (
        <Button size="small" onClick={onRollBack}>
          恢复到这一版
        </Button>
      ) : null}
    </div>
  </li>
);

export const VersionsPage = () => {
  const { query, items } = useVersionPages();
  const [rollingBack, rollBack] = useState<PackVersionView | null>(null);
  const [importing, setImporting] = useState(false);
  const first = query.data?.pages[0] as { current?: number; may?: { edit: boolean; publish: boolean } } | undefined;
  const { current = 0, may } = first ?? {};
  return (
    <>
      <PageHead
        title="规则的版本"
        note="每次发布都留下一版；没办完的诉求仍按它开始时的那一版办"
        extra={
          may?.edit ? (
            <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
              导入文件作为草稿
            </Button>
          ) : null
        }
      />
      <RulesNav />
      <ShippedBanner />
      <DraftBanner />
      <Loaded query={{ data: query.data, error: query.error, refetch: query.refetch }}>
        {() => (
          <Card>
            <ul className="plain-list lined">
              {items.map((one) => (
                <Version
                  key={one.version}
                  one={one}
                  current={current}
                  mayPublish={may?.publish ?? false}
                  onRollBack={() => rollBack(one)}
                />
              ))}
            </ul>
            <MoreButton query={query} any={items.length > 0} />
          </Card>
        )}
      </Loaded>
      {rollingBack ? <RollBack version={rollingBack} onClose={() => rollBack(null)} /> : null}
      {importing ? <ImportDraft onClose={() => setImporting(false)} /> : null}
    </>
  );
};
