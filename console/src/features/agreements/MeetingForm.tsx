/** Calling a meeting, or changing one that is planned. */
import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { type MeetingView, meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { addDays, dayOf, instantOf, minutesAt, minutesOf, timeOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useChange, useFetch } from "../../ui/api/hooks.ts";
import { tiersAs, usePack } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { showProblems } from "../../ui/form/problems.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Loaded } from "../../ui/States.tsx";
import { BodiesSelect, type Named } from "./BodiesSelect.tsx";
import { PeopleSelect } from "./PeopleSelect.tsx";
import "./agreements.css";

interface Values {
  readonly node?: string;
  readonly title: string;
  readonly place: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly agenda?: string;
  readonly bodies?: readonly Named[];
  readonly people?: readonly Named[];
  readonly others?: string;
  readonly everyMonths: number;
}

const rhythms = [
  { value: 0, label: "只开这一次" },
  { value: 1, label: "每月一次" },
  { value: 2, label: "每两个月一次" },
  { value: 3, label: "每季度一次" },
  { value: 6, label: "每半年一次" },
  { value: 12, label: "每年一次" },
];

const blank = (): Partial<Values> => ({
  title: "党建联席会议",
  day: addDays(dayOf(new Date()), 7),
  from: "09:00",
  to: "11:00",
  bodies: [],
  people: [],
  everyMonths: 3,
});

const valuesOf = (view: MeetingView): Values => {
  const [from, to] = [new Date(view.startsAt), new Date(view.endsAt)];
  return {
    node: view.node.id,
    title: view.title,
    place: view.place,
    day: dayOf(from),
    from: timeOf(minutesAt(from)),
    to: timeOf(minutesAt(to)),
    agenda: view.agenda,
    bodies: view.attendees.flatMap(({ body }) => (body ? { value: body.id, label: body.name } : [])),
    people: view.attendees.flatMap(({ account, name }) => (account ? { value: account, label: name } : [])),
    others: view.others,
    everyMonths: view.everyMonths,
  };
};

const need = (message: string) => [{ required: true, message }];

/** Times of one day, as instants. */
export const spanFrom = ({ day, from, to }: Pick<Values, "day" | "from" | "to">) => ({
  startsAt: instantOf(day, minutesOf(from)).toISOString(),
  endsAt: instantOf(day, minutesOf(to)).toISOString(),
});

export const TimeFields = () => (
  <div className="agree-two">
    <Form.Item name="day" label="日期" rules={need("请填写日期")}>
      <DayInput />
    </Form.Item>
    <div className="agree-two">
      <Form.Item name="from" label="开始" rules={need("请填写时间")}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="to" label="结束" rules={need("请填写时间")}>
        <Input type="time" />
      </Form.Item>
    </div>
  </div>
);

const Editor = ({ view }: { view?: MeetingView }) => {
  const [form] = Form.useForm<Values>();
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const standing = useFetch(agreementsApi.standing, {}).data;
  const placeTiers = tiersAs(usePack(), "root", "subdistrict", "community", "compound", "grid", "zone", "other");
  const [problems, setProblems] = useState<string[]>([]);
  const done = (after: MeetingView) => {
    void queries.invalidateQueries();
    void message.success(view ? "已保存，有变化的会通知参加人" : "已召集，参加人会收到通知");
    void go(`/agreements/meetings/${after.id}`, { replace: true });
  };
  const plan = useChange(meetingsApi.plan, done);
  const change = useChange(meetingsApi.change, done);
  const error = plan.error ?? change.error;
  useEffect(() => {
    setProblems(error ? showProblems(form, error, ["node", "title", "place", "bodies", "people", "agenda"]) : []);
  }, [error, form]);
  const own = standing?.places.length === 1 ? standing.places[0] : undefined;
  useEffect(() => {
    if (!view && own && !form.getFieldValue("node")) form.setFieldValue("node", own.id);
  }, [own, view, form]);

  const submit = ({ node, day, from, to, bodies = [], people = [], agenda = "", others = "", ...rest }: Values) => {
    const body = {
      ...rest,
      ...spanFrom({ day, from, to }),
      agenda,
      others,
      bodies: bodies.map(({ value }) => value),
      people: people.map(({ value }) => value),
    };
    if (view) change.mutate({ ...body, meetingId: view.id, version: view.version });
    else plan.mutate({ ...body, node: node ?? "" });
  };

  return (
    <Form
      form={form}
      layout="vertical"
      className="narrow"
      initialValues={view ? valuesOf(view) : blank()}
      onFinish={submit}
      scrollToFirstError
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
      <Card className="gap-below">
        <Form.Item name="title" label="会议名称" rules={need("请填写会议名称")}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="node" label="召集的地方" rules={need("请选择地方")}>
          <NodeSelect tiers={placeTiers} disabled={view !== undefined} />
        </Form.Item>
        <TimeFields />
        <Form.Item name="place" label="地点" rules={need("请填写地点")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="everyMonths" label="多久开一次" help="到时候提醒召集下一次">
          <Select options={rhythms} />
        </Form.Item>
      </Card>
      <Card title="请谁参加" className="gap-below">
        <Form.Item name="bodies" label="单位、部门、队伍" help="由各单位经办人回复">
          <BodiesSelect />
        </Form.Item>
        <Form.Item name="people" label="个人">
          <PeopleSelect />
        </Form.Item>
        <Form.Item name="others" label="其他人（没有账号的）">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="agenda" label="议程">
          <Input.TextArea rows={5} maxLength={3000} showCount />
        </Form.Item>
      </Card>
      <div className="page-extra">
        <Button type="primary" htmlType="submit" loading={plan.isPending || change.isPending}>
          {view ? "保存并通知" : "召集并通知"}
        </Button>
        <Button onClick={() => void go(-1)}>取消</Button>
      </div>
    </Form>
  );
};

export const MeetingNewPage = () => (
  <>
    <PageHead title="召集联席会议" />
    <Editor />
  </>
);

export const MeetingEditPage = () => {
  const { meetingId = "" } = useParams();
  const query = useFetch(meetingsApi.view, { meetingId });
  return (
    <>
      <PageHead title="修改会议" note="改了时间或地点，会请所有人重新回复" />
      <Loaded query={query}>{(view) => <Editor key={view.id} view={view} />}</Loaded>
    </>
  );
};
