/** Opening hours: on which weekdays, from when to when. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { weekdayName } from "@ginkgo/shared/day.ts";
import { Button, Checkbox, Form, Input } from "antd";

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value) }));

export const HoursInput = ({ name }: { name: string }) => (
  <Form.List name={name}>
    {(fields, { add, remove }) => (
      <>
        {fields.map(({ key, name: index }) => (
          <div key={key} className="hours-row">
            <Form.Item
              name={[index, "days"]}
              rules={[{ required: true, type: "array", min: 1, message: "请选择星期" }]}
              className="grow"
            >
              <Checkbox.Group options={weekdays} />
            </Form.Item>
            <div className="hours-times">
              <Form.Item name={[index, "from"]} rules={[{ required: true, message: "开始" }]}>
                <Input type="time" aria-label="开始时间" />
              </Form.Item>
              <span>到</span>
              <Form.Item name={[index, "to"]} rules={[{ required: true, message: "结束" }]}>
                <Input type="time" aria-label="结束时间" />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label="删除这一行"
                disabled={fields.length === 1}
                onClick={() => remove(index)}
              />
            </div>
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => add({ days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" })}
        >
          加一段时间
        </Button>
      </>
    )}
  </Form.List>
);
