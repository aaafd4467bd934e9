/** What one should know before looking at the rules: somebody is changing them, or the software brings new ones. */
import { Alert } from "antd";
import { Link } from "react-router";
import { ago } from "../../ui/time.ts";
import { useNow } from "../../ui/useNow.ts";
import { useDraftState, useVersions } from "./useRules.ts";

export const DraftBanner = () => {
  const draft = useDraftState().data?.draft;
  const now = useNow();
  if (!draft) return null;
  const problems = draft.problems.length > 0 ? `，有 ${draft.problems.length} 处问题` : "，没有问题";
  return (
    <Alert
      className="gap-below no-print"
      type="info"
      showIcon
      title={`有一份草稿，${draft.editedBy.name} ${ago(draft.editedAt, now)}保存，${draft.changes.length} 处改动${problems}`}
      action={<Link to="/rules/draft">查看草稿</Link>}
    />
  );
};

export const ShippedBanner = () => {
  const versions = useVersions().data;
  if (!versions?.newShipped) return null;
  return (
    <Alert
      className="gap-below no-print"
      type="warning"
      showIcon
      title={`有新的出厂版本（第 ${versions.newShipped} 版）。本地改过规则，所以没有自动换上。`}
      action={
        <Link to={`/rules/versions/compare?from=${versions.current}&to=${versions.newShipped}`}>与现行版本比较</Link>
      }
    />
  );
};
