import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, InputNumber } from "antd";
import { nextShift, type ShiftValues } from "./shiftValues.ts";

const minute = 60_000;

/** One row for each shift; a further one is offered a week after the last. */
export const ShiftFields = () => {
  const form = Form.useFormInstance<{ shifts: ShiftValues[] }>();
  return (
    <Form.List name="shifts">
      {(fields, { add, remove }) => (
        <fieldset className="plain-fieldset gap-below">
          <legend>场次</legend>
          {fields.map(({ key, name }, i) => (
            <div key={key} className="shift-edit">
              <Form.Item
                name={[name, "from"]}
                label={i === 0 ? "开始" : undefined}
                rules={[{ required: true, message: "请填写开始时间" }]}
              >
                <Input type="datetime-local" max="9999-12-31T23:59" aria-label={`第 ${i + 1} 场开始`} />
              </Form.Item>
              <Form.Item
                name={[name, "to"]}
                label={i === 0 ? "结束" : undefined}
                dependencies={[["shifts", name, "from"]]}
                rules={[
                  { required: true, message: "请填写结束时间" },
                  {
                    validator: (_, to: string | undefined) => {
                      const from = form.getFieldValue(["shifts", name, "from"]) as string | undefined;
                      const fine = !from || !to || Date.parse(to) - Date.parse(from) >= minute;
                      return fine ? Promise.resolve() : Promise.reject(new Error("要晚于开始时间"));
                    },
                  },
                ]}
              >
                <Input type="datetime-local" max="9999-12-31T23:59" aria-label={`第 ${i + 1} 场结束`} />
              </Form.Item>
              <Form.Item name={[name, "place"]} label={i === 0 ? "具体位置" : undefined}>
                <Input maxLength={60} placeholder="可不填" aria-label={`第 ${i + 1} 场具体位置`} />
              </Form.Item>
              <Form.Item
                name={[name, "capacity"]}
                label={i === 0 ? "名额" : undefined}
                rules={[{ required: true, message: "请填写" }]}
              >
                <InputNumber
                  min={1}
                  max={5000}
                  precision={0}
                  style={{ width: "100%" }}
                  aria-label={`第 ${i + 1} 场名额`}
                />
              </Form.Item>
              <Form.Item label={i === 0 ? " " : undefined} colon={false}>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={`去掉第 ${i + 1} 场`}
                  disabled={fields.length === 1}
                  onClick={() => remove(name)}
                />
              </Form.Item>
            </div>
          ))}
          <Button
            icon={<PlusOutlined />}
            disabled={fields.length >= 60}
            onClick={() => add(nextShift((form.getFieldValue("shifts") as ShiftValues[]).at(-1)))}
          >
            加一场
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
};
