import { ArrowLeftOutlined, SwapOutlined } from "@ant-design/icons";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Alert, Button, Card, Segmented, Select } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { shortTime } from "../../ui/time.ts";
import { packOf } from "./draft/shape.ts";
import { useDraftState, useVersion, useVersions } from "./useRules.ts";
import { Changes } from "./versions/Changes.tsx";
import { DiagramCompare } from "./versions/DiagramCompare.tsx";
import "./rules.css";

const nameOf = (side: string) => (side === "draft" ? "草稿" : `第 ${side} 版`);
const numberOf = (side: string) => (side === "draft" || side === "" ? undefined : Number(side));

/** The pack of one side; a draft only if it has the shape of a pack. */
const useSide = (side: string): { pack: Pack | undefined; broken: boolean; error: Error | null } => {
  const version = useVersion(numberOf(side));
  const draft = useDraftState();
  if (side !== "draft") return { pack: version.data?.content, broken: false, error: version.error };
  const content = draft.data?.draft?.content;
  const sound = packOf(content) ?? undefined;
  return { pack: sound, broken: draft.data !== undefined && !sound, error: draft.error };
};

const Comparison = ({ from, to }: { from: string; to: string }) => {
  const diff = useFetch(packApi.packDiff, { from, to });
  const [before, after] = [useSide(from), useSide(to)];
  const [view, setView] = useState<"words" | "diagram">("words");
  const pack = after.pack ?? before.pack;
  const query = {
    data: diff.data && pack ? { changes: diff.data.changes, pack } : undefined,
    error: diff.error ?? before.error ?? after.error,
    refetch: diff.refetch,
  };
  return (
    <Loaded query={query}>
      {({ changes, pack }) => (
        <Card className="flush">
          <div className="rule-tools">
            <Segmented
              value={view}
              onChange={setView}
              aria-label="怎么看"
              options={[
                { value: "words", label: `改动清单（${changes.length}）` },
                { value: "diagram", label: "流程图对照" },
              ]}
            />
          </div>
          {view === "words" ? (
            <div className="changes">
              <Changes changes={changes} pack={pack} />
            </div>
          ) : before.pack && after.pack ? (
            <DiagramCompare
              before={{ name: nameOf(from), pack: before.pack }}
              after={{ name: nameOf(to), pack: after.pack }}
              changes={changes}
            />
          ) : (
            <Alert className="changes" type="warning" title="草稿的内容不完整，画不出流程图；请看改动清单。" />
          )}
        </Card>
      )}
    </Loaded>
  );
};

const Choose = ({ label, value, onChange }: { label: string; value: string; onChange: (side: string) => void }) => {
  const versions = useVersions().data;
  const draft = useDraftState().data?.draft;
  const options = [
    ...(draft ? [{ value: "draft", label: `草稿（${draft.editedBy.name}）` }] : []),
    ...(versions?.items ?? []).map((one) => ({
      value: String(one.version),
      label: `第 ${one.version} 版${one.current ? "（现行）" : ""} · ${shortTime(one.publishedAt)}`,
    })),
  ];
  return <Select aria-label={label} className="compare-select" value={value} onChange={onChange} options={options} />;
};

export const ComparePage = () => {
  const [search, setSearch] = useSearchParams();
  const versions = useVersions();
  const current = String(versions.data?.current ?? "");
  const from = search.get("from") ?? current;
  const to = search.get("to") ?? current;
  const set = (from: string, to: string) => setSearch({ from, to }, { replace: true });
  return (
    <>
      <Link to="/rules/versions" className="rule-back no-print">
        <ArrowLeftOutlined aria-hidden="true" /> 所有版本
      </Link>
      <PageHead title="比较规则" note="左边是原来的，右边是后来的" />
      <Loaded query={versions}>
        {() => (
          <>
            <div className="compare-choose no-print">
              <Choose label="原来的版本" value={from} onChange={(side) => set(side, to)} />
              <Button icon={<SwapOutlined />} aria-label="左右对调" onClick={() => set(to, from)} />
              <Choose label="后来的版本" value={to} onChange={(side) => set(from, side)} />
            </div>
            <Comparison key={`${from} ${to}`} from={from} to={to} />
          </>
        )}
      </Loaded>
    </>
  );
};
