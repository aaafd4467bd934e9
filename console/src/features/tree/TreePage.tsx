import { ArrowLeftOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Card } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { usePack, useRight } from "../../ui/api/session.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { ImportModal } from "./ImportModal.tsx";
import { NodePanel } from "./NodePanel.tsx";
import { TreeSide } from "./TreeSide.tsx";
import "./tree.css";

export const TreePage = () => {
  const [search, setSearch] = useSearchParams();
  const [importing, setImporting] = useState(false);
  const pack = usePack();
  const phone = usePhoneWidth();
  const mayEdit = useRight("org.edit");
  const selected = search.get("node");
  const select = (id: string | null) => setSearch(id ? { node: id } : {}, { preventScrollReset: !phone });
  const hasParty = pack?.tiers.some((tier) => tier.tree === "party") ?? false;

  return (
    <>
      <PageHead
        title="组织树"
        note="区划、网格、党组织和队伍；每次变动都有记录"
        extra={
          mayEdit ? (
            <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
              导入
            </Button>
          ) : null
        }
      />
      <div className="tree-page">
        {/* On a phone the tree makes room for what was chosen, and keeps its opened levels meanwhile. */}
        <Card className="flush" hidden={phone && selected !== null}>
          <TreeSide selected={selected} onSelect={select} hasParty={hasParty} />
        </Card>
        {phone && !selected ? null : (
          <Card>
            {phone ? (
              <Button type="text" icon={<ArrowLeftOutlined />} className="gap-below" onClick={() => select(null)}>
                回到树
              </Button>
            ) : null}
            {selected ? (
              <NodePanel key={selected} nodeId={selected} onSelect={select} />
            ) : (
              <EmptyState text="在左边选择一个组织查看" />
            )}
          </Card>
        )}
      </div>
      {importing ? <ImportModal onClose={() => setImporting(false)} /> : null}
    </>
  );
};
