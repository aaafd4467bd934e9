/** What a meeting came to: who was there, minutes, photos, what was agreed on with owners and days. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { type MeetingView, meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { Alert, Button, Checkbox, Drawer, Form, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useChange } from "../../ui/api/hooks.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { PhotoInput } from "../../ui/form/PhotoInput.tsx";
import { showProblems } from "../../ui/form/problems.ts";

interface Values {
  readonly minutes: string;
  readonly present?: readonly string[];
  readonly photos?: readonly StoredFile[];
  readonly items?: readonly { readonly what: string; readonly owner: string; readonly due: string }[];
}

const need = (message: string) => [{ required: true, message }];

/** Whoever attends may owe something, and the place itself. */
const ownersOf = (view: MeetingView) => [
  { value: `node:${view.node.id}`, label: view.node.name },
  ...view.attendees.map(({ body, account, name }) => ({
    value: body ? `node:${body.id}` : `person:${account}`,
    label: name,
  })),
];

const ownerFrom = (value: string) => {
  const [kind, id = ""] = value.split(":");
  return kind === "node" ? { node: id } : { person: id };
};

interface MinutesFormProps {
  readonly view: MeetingView;
  readonly onDone: (after: MeetingView) => void;
  readonly onClose: () => void;
}

export const MinutesForm = ({ view, onDone, onClose }: MinutesFormProps) => {
  const [form] = Form.useForm<Values>();
  const [problems, setProblems] = useState<string[]>([]);
  const record = useChange(meetingsApi.record, onDone);
  useEffect(() => {
    setProblems(record.error ? showProblems(form, record.error, ["minutes", "present", "photos"]) : []);
  }, [record.error, form]);
  const first = view.status === "planned";
  const initial: Values = {
    minutes: view.minutes ?? "",
    present: view.attendees
      .filter(({ present, answer }) => (first ? answer === "accepted" : present === true))
      .map(({ id }) => id),
    photos: [],
    items: [],
  };
  return (
    <Drawer
      open
      size={640}
      title={first ? "登记会议纪要" : "补充、更正纪要"}
      onClose={onClose}
      extra={
        <Button type="primary" loading={record.isPending} onClick={() => form.submit()}>
          保存
        </Button>
      }
    >
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；")}
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        scrollToFirstError
        onFinish={({ minutes, present = [], photos = [], items = [] }) =>
          record.mutate({
            meetingId: view.id,
            version: view.version,
            minutes,
            present: [...present],
            photos: photos.map(({ id }) => id),
            items: items.map(({ what, owner, due }) => ({ what, owner: ownerFrom(owner), due })),
          })
        }
      >
        <Form.Item name="present" label="到会">
          <Checkbox.Group
            options={view.attendees.map(({ id, name, answer }) => ({
              value: id,
              label: answer === "declined" ? `${name}（说过不能来）` : name,
            }))}
          />
        </Form.Item>
        <Form.Item name="minutes" label="会议纪要" rules={need("请填写会议纪要")}>
          <Input.TextArea rows={10} maxLength={20_000} showCount />
        </Form.Item>
        <Form.Item name="photos" label="照片">
          <PhotoInput max={9} />
        </Form.Item>
        <h3>定下的事项</h3>
        {view.agreedItems.length > 0 ? (
          <p className="muted">已有 {view.agreedItems.length} 件，这里写新增的。</p>
        ) : null}
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="agree-draft-item agree-draft-narrow">
                  <Form.Item name={[name, "what"]} label="做什么" rules={need("请写清楚做什么")}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
                  </Form.Item>
                  <Form.Item name={[name, "owner"]} label="由谁负责" rules={need("请选择谁负责")}>
                    <Select options={ownersOf(view)} />
                  </Form.Item>
                  <Form.Item name={[name, "due"]} label="完成期限" rules={need("请填写期限")}>
                    <DayInput />
                  </Form.Item>
                  <Form.Item label=" " colon={false}>
                    <Button
                      icon={<DeleteOutlined />}
                      aria-label={`删去第 ${name + 1} 件`}
                      onClick={() => remove(name)}
                    />
                  </Form.Item>
                </div>
              ))}
              <Button
                icon={<PlusOutlined />}
                onClick={() => add({ what: "", due: addDays(dayOf(new Date(view.startsAt)), 30) })}
              >
                加一件事项
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
};
