/** What someone offers: skills, weekly free times, reach. The same where one registers and where it is changed later. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { FreeTime } from "@ginkgo/shared/api/registrations.ts";
import { minutesOf, timeOf, weekdayName } from "@ginkgo/shared/day.ts";
import { Button, Form, Input, InputNumber, Select } from "antd";
import { usePack } from "../../ui/api/session.ts";

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(value) }));

interface FreeInputProps {
  readonly value?: readonly FreeTime[];
  readonly onChange?: (value: FreeTime[]) => void;
}

const FreeInput = ({ value = [], onChange }: FreeInputProps) => {
  const change = (at: number, part: Partial<FreeTime>) =>
    onChange?.(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const typed = (at: number, name: "from" | "to", text: string) => {
    if (/^\d{2}:\d{2}$/.test(text)) change(at, { [name]: minutesOf(text) });
  };
  return (
    <div className="free-times">
      {value.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <div key={i} className="free-time">
          <Select aria-label="星期" value={one.day} options={weekdays} onChange={(day: number) => change(i, { day })} />
          <Input
            aria-label="从"
            type="time"
            value={timeOf(one.from)}
            onChange={(event) => typed(i, "from", event.target.value)}
          />
          <span>至</span>
          <Input
            aria-label="到"
            type="time"
            value={timeOf(one.to)}
            onChange={(event) => typed(i, "to", event.target.value)}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label="去掉这个时段"
            onClick={() => onChange?.(value.filter((_, at) => at !== i))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        disabled={value.length >= 28}
        onClick={() => onChange?.([...value, { day: 6, from: 9 * 60, to: 12 * 60 }])}
      >
        加一个时段
      </Button>
    </div>
  );
};

export const OfferFields = ({ person }: { person: boolean }) => {
  const skills = usePack()?.participation.skills ?? [];
  return (
    <>
      {skills.length > 0 ? (
        <Form.Item name="skills" label="职业、技能" extra="用来推荐合适的需求">
          <Select
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            options={skills.map(({ id, label }) => ({ value: id, label }))}
          />
        </Form.Item>
      ) : null}
      {person ? (
        <>
          <Form.Item name="free" label="每周有空的时间" extra="不填表示都可以商量">
            <FreeInput />
          </Form.Item>
          <div className="form-columns">
            <Form.Item name="reachMeters" label="愿意去多远">
              <InputNumber min={100} max={100_000} step={500} suffix="米" style={{ width: "100%" }} />
            </Form.Item>
            <Form.Item name="mostAtOnce" label="同时最多认领">
              <InputNumber min={1} max={20} suffix="件" style={{ width: "100%" }} />
            </Form.Item>
          </div>
        </>
      ) : null}
    </>
  );
};
