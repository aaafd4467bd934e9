/** What a zone governs beyond its own branch: a list that those above the zone may lengthen and shorten. */
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import { type NodeDetail, orgApi } from "@ginkgo/shared/api/org.ts";
import { Button, Form, Tag } from "antd";
import { useState } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { NoteField } from "./NodeFields.tsx";
import { useNodeChanged } from "./useNodeChanged.ts";
import { useRereadIfStale } from "./useRereadIfStale.ts";

interface CoversProps {
  readonly node: NodeDetail;
  readonly onSelect: (id: string) => void;
}

const useCovers = (node: NodeDetail, said: string, onDone: () => void) => {
  const set = useChange(orgApi.setCovers, useNodeChanged(said, onDone));
  const onError = useRereadIfStale(node.id);
  const save = (covers: readonly string[], note: string | undefined) =>
    set.mutate({ nodeId: node.id, version: node.version, covers: [...covers], note: note || undefined }, { onError });
  return { save, pending: set.isPending, error: set.error };
};

/** Places only: neither the county nor another zone can be covered, and a team or unit is where its place is. */
const useCoverable = () =>
  (usePack()?.tiers ?? [])
    .filter((tier) => tier.tree === "area" && !["root", "zone", "body"].includes(tier.as))
    .map((tier) => tier.id)
    .join(",");

const AddCover = ({ node, onClose }: { node: NodeDetail; onClose: () => void }) => {
  const { save, pending, error } = useCovers(node, "已加入覆盖范围", onClose);
  const tiers = useCoverable();
  const known = node.covers.map(({ id }) => id);
  return (
    <FormModal<{ place: string; note?: string }>
      title={`“${node.name}”增加覆盖`}
      okText="加入"
      pending={pending}
      error={error}
      names={["place", "note"]}
      onSubmit={({ place, note }) => save([...known, place], note)}
      onClose={onClose}
    >
      <Form.Item
        name="place"
        label="覆盖哪里"
        rules={[
          { required: true, message: "请选择要覆盖的地方" },
          {
            validator: (_, place: string | undefined) =>
              place && known.includes(place) ? Promise.reject(new Error("已经在覆盖范围里了")) : Promise.resolve(),
          },
        ]}
        extra="连同它的全部下级。它在组织树里的上级不变；本功能区任职的人从此也管理那里。"
      >
        <NodeSelect tiers={tiers || undefined} />
      </Form.Item>
      <NoteField />
    </FormModal>
  );
};

const RemoveCover = ({ node, place, onClose }: { node: NodeDetail; place: NodeRef; onClose: () => void }) => {
  const { save, pending, error } = useCovers(node, "已移出覆盖范围", onClose);
  const rest = node.covers.map(({ id }) => id).filter((id) => id !== place.id);
  return (
    <FormModal<{ note?: string }>
      title={`不再覆盖“${place.name}”`}
      okText="移出"
      danger
      pending={pending}
      error={error}
      names={["note"]}
      onSubmit={({ note }) => save(rest, note)}
      onClose={onClose}
    >
      <p>
        “{node.name}”任职的人将不再看到和管理“{place.name}”及其下级的诉求。
      </p>
      <NoteField />
    </FormModal>
  );
};

export const Covers = ({ node, onSelect }: CoversProps) => {
  const [dialog, setDialog] = useState<"add" | NodeRef | null>(null);
  const pack = usePack();
  const close = () => setDialog(null);
  const labelOf = (tier: string) => pack?.tiers.find(({ id }) => id === tier)?.label ?? tier;
  if (pack?.tiers.find(({ id }) => id === node.tier)?.as !== "zone") return null;
  return (
    <section className="section">
      <h2>覆盖范围</h2>
      {node.covers.length === 0 ? <EmptyState text="还没有覆盖任何地方" /> : null}
      <ul className="plain-list">
        {node.covers.map((place) => (
          <li key={place.id} className="cover-row">
            <Button type="link" size="small" className="crumb" onClick={() => onSelect(place.id)}>
              {place.name}
            </Button>
            <span className="muted small">{labelOf(place.tier)}</span>
            {node.may.cover ? (
              <Button
                type="text"
                size="small"
                danger
                aria-label={`移出“${place.name}”`}
                onClick={() => setDialog(place)}
              >
                移出
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {node.may.cover ? (
        <Button className="gap-above" onClick={() => setDialog("add")}>
          增加覆盖
        </Button>
      ) : null}
      {dialog === "add" ? <AddCover node={node} onClose={close} /> : null}
      {dialog !== null && dialog !== "add" ? <RemoveCover node={node} place={dialog} onClose={close} /> : null}
    </section>
  );
};

/** At a covered place: which zones govern it, though it stands elsewhere in the tree. */
export const ZoneTags = ({ node, onSelect }: CoversProps) =>
  node.zones.map((zone) => (
    <Tag key={zone.id} className="tag zone-tag">
      <Button type="link" size="small" className="crumb" onClick={() => onSelect(zone.id)}>
        {zone.name}
      </Button>
    </Tag>
  ));
