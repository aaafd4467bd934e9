import type { Position } from "@ginkgo/shared/api/common.ts";
import { Button, Checkbox, Form, Input, InputNumber, Select, Space } from "antd";
import { usePack } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { FormFields } from "../../ui/form/FormFields.tsx";
import { MomentInput } from "../../ui/form/MomentInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MapView } from "../../ui/map/MapView.tsx";
import type { FormValues } from "./form.ts";
import type { KindView } from "./useKinds.ts";

interface ClaimableFieldsProps {
  readonly kinds: readonly KindView[];
  readonly kind: KindView | undefined;
  readonly part: "all" | "places";
  /** Its kind and owner stay what they were. */
  readonly fixed: boolean;
}

const PinField = ({ required }: { required: boolean }) => {
  const form = Form.useFormInstance<FormValues>();
  const pin = Form.useWatch("pin", { form, preserve: true });
  const node = Form.useWatch("nodeId", { form, preserve: true });
  return (
    <Form.Item label="位置" required={required} extra={pin ? null : "在图上点一下选位置。"}>
      <MapView
        height={240}
        onPick={(at: Position) =>
          form.setFieldValue("pin", [Number(at[0].toFixed(6)), Number(at[1].toFixed(6))] satisfies Position)
        }
        picked={pin ?? null}
        focus={node}
        openOn={node}
      />
      {pin ? (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => form.setFieldValue("pin", null)}>
          去掉图上的点
        </Button>
      ) : null}
    </Form.Item>
  );
};

const Places = ({ kind }: { kind: KindView }) => (
  <Space wrap size="large">
    {kind.capacity.most > 1 ? (
      <Form.Item name="places" label="名额" extra={`通常 ${kind.capacity.usual} 个，最多 ${kind.capacity.most} 个`}>
        <InputNumber
          min={1}
          max={kind.capacity.most}
          precision={0}
          placeholder={String(kind.capacity.usual)}
          suffix="个"
          style={{ width: 140 }}
        />
      </Form.Item>
    ) : null}
    <Form.Item name="until" label="最后认领日" extra="不填为不限">
      <DayInput />
    </Form.Item>
  </Space>
);

const Limits = () => (
  <Space wrap size="large">
    <Form.Item name="minAge" label="最小年龄">
      <InputNumber min={0} max={120} precision={0} suffix="周岁" style={{ width: 130 }} />
    </Form.Item>
    <Form.Item name="maxAge" label="最大年龄">
      <InputNumber min={0} max={120} precision={0} suffix="周岁" style={{ width: 130 }} />
    </Form.Item>
    <Form.Item name="health" label="身体条件">
      <Input maxLength={200} placeholder="如：能搬 20 公斤重物" style={{ width: 260 }} />
    </Form.Item>
  </Space>
);

export const ClaimableFields = ({ kinds, kind, part, fixed }: ClaimableFieldsProps) => {
  const pack = usePack();
  const skills = pack?.participation.skills ?? [];
  if (kind && part === "places") return <Places kind={kind} />;
  return (
    <>
      <Form.Item name="kind" label="类型" extra={kind?.description} rules={[{ required: true, message: "请选择类型" }]}>
        <Select disabled={fixed} options={kinds.map(({ id, label }) => ({ value: id, label }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label="名称"
        rules={[
          { required: true, whitespace: true, message: "请填写名称" },
          { min: 2, message: "至少 2 个字" },
        ]}
      >
        <Input maxLength={80} showCount autoComplete="off" />
      </Form.Item>
      <Form.Item name="words" label="说明" rules={[{ required: true, whitespace: true, message: "请填写说明" }]}>
        <Input.TextArea maxLength={2000} showCount autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <Form.Item name="nodeId" label="在哪里" rules={[{ required: true, message: "请选择所在的社区或单位" }]}>
        <NodeSelect />
      </Form.Item>
      {fixed ? null : (
        <Form.Item
          name="bodyId"
          label="以哪个社区或单位的名义发布"
          extra="不选为本人发布；没有登录、没有认领的人看不到人名。"
        >
          <NodeSelect placeholder="可不选" />
        </Form.Item>
      )}
      {kind ? (
        <>
          <Places kind={kind} />
          {kind.time === "none" ? null : (
            <Space wrap size="large">
              <Form.Item
                name="startsAt"
                label="开始时间"
                rules={kind.time === "required" ? [{ required: true, message: "请填写开始时间" }] : []}
              >
                <MomentInput />
              </Form.Item>
              <Form.Item name="endsAt" label="结束时间">
                <MomentInput />
              </Form.Item>
            </Space>
          )}
          {kind.skills && skills.length > 0 ? (
            <Form.Item name="skills" label="需要的技能" extra="可不选；认领的人没有登记的技能要自己确认。">
              <Select
                mode="multiple"
                allowClear
                optionFilterProp="label"
                options={skills.map(({ id, label }) => ({ value: id, label }))}
              />
            </Form.Item>
          ) : null}
          {kind.limits ? <Limits /> : null}
          {kind.place === "none" ? null : (
            <>
              <Form.Item name="address" label="地址">
                <Input maxLength={120} autoComplete="off" />
              </Form.Item>
              <Form.Item name="pin" hidden noStyle>
                <input type="hidden" />
              </Form.Item>
              <PinField required={kind.place === "required"} />
              {kind.visibility === "public" ? (
                <Form.Item name="addressPublic" valuePropName="checked">
                  <Checkbox>没有登录的人也能看到地址和位置（居民家里的请不要勾选）</Checkbox>
                </Form.Item>
              ) : null}
            </>
          )}
          {fixed ? null : <FormFields fields={kind.intake} under="data" />}
        </>
      ) : null}
    </>
  );
};
