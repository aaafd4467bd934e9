import type { Position } from "@ginkgo/shared/api/common.ts";
import { Button, Checkbox, Form } from "antd";
import { useState } from "react";
import { tiersAs, useMe, usePack } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MapView } from "../../ui/map/MapView.tsx";
import { AddressInput } from "./AddressInput.tsx";
import type { FormValues } from "./draft.ts";
import { LocatedNote } from "./LocatedNote.tsx";

/** Where: an address that is looked up, a pin on the map, a community that was picked, or "not sure". */
export const PlaceFields = ({ onChange }: { onChange: () => void }) => {
  const form = Form.useFormInstance<FormValues>();
  const tiers = tiersAs(usePack(), "community", "compound", "grid");
  const pin = Form.useWatch("pin", { form, preserve: true });
  const node = Form.useWatch("node", { form, preserve: true });
  const home = useMe().data?.roles[0]?.node.id;
  const [unsure, setUnsure] = useState(false);

  const set = (change: Partial<FormValues>) => {
    form.setFieldsValue(change);
    onChange();
  };
  const pick = (at: Position) => set({ pin: [Number(at[0].toFixed(6)), Number(at[1].toFixed(6))] });

  return (
    <>
      <Form.Item name="address" label="地址" extra="输入小区、道路或别名，可从提示中选；也可以直接在图上点。">
        <AddressInput
          onMatch={(match) => {
            setUnsure(false);
            set({ node: match.node.id, pin: match.at ?? undefined });
          }}
        />
      </Form.Item>
      <Form.Item name="pin" hidden noStyle>
        <input type="hidden" />
      </Form.Item>
      <MapView height={280} onPick={pick} picked={pin ?? null} focus={node} openOn={node ?? home} />
      {pin ? (
        <>
          <LocatedNote pin={pin} onChoose={(id) => set({ node: id })} chosen={node} />
          <Button type="link" size="small" style={{ padding: 0 }} onClick={() => set({ pin: undefined })}>
            去掉图上的点
          </Button>
        </>
      ) : (
        <p className="muted small">还没有在图上点位置。</p>
      )}
      <Form.Item name="node" label="所属社区或网格" className="gap-above">
        <NodeSelect
          tiers={tiers}
          disabled={unsure}
          placeholder={unsure ? "不确定，由系统判断" : "可不选，由系统按位置判断"}
        />
      </Form.Item>
      <Checkbox
        checked={unsure}
        onChange={(event) => {
          setUnsure(event.target.checked);
          if (event.target.checked) set({ node: undefined });
        }}
      >
        不确定属于哪个社区
      </Checkbox>
    </>
  );
};
