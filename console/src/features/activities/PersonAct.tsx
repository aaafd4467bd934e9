/** What staff do for one person by name: checking in or out now, noting who was there, refusing, granting, writing of the work. */
import { type ActivityView, activitiesApi, type Participant, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Form, InputNumber } from "antd";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { TextField } from "../../ui/form/TextField.tsx";

export interface Act {
  readonly key: "in" | "out" | "was-there" | "absent" | "refuse" | "grant" | "note";
  readonly label: string;
  readonly danger?: boolean;
}

const minute = 60_000;

/** Only what makes sense now is offered; the server decides all the same. */
export const actsFor = (activity: ActivityView, one: Participant, shift: ShiftView | undefined): Act[] => {
  if (!shift || shift.cancelled) return [];
  const held = one.status === "signed" || one.status === "present" || one.status === "done" || one.status === "absent";
  const acts: (Act | false)[] = [
    shift.mayIn && one.status === "signed" && { key: "in", label: "代为签到" },
    shift.mayGo && one.status === "present" && { key: "out", label: "代为签退" },
    held && !one.inAt && one.status !== "done" && shift.begun && { key: "was-there", label: "登记到场" },
    held && !one.inAt && one.status !== "absent" && shift.begun && { key: "absent", label: "登记未到" },
    activity.may.grant && held && one.minutesBy !== "record" && shift.over && { key: "grant", label: "核定时长" },
    activity.evaluation && (one.status === "present" || one.status === "done") && { key: "note", label: "写评语" },
    (one.status === "signed" || one.status === "waiting") && { key: "refuse", label: "不接受报名", danger: true },
  ];
  return acts.filter((act) => act !== false);
};

interface PersonActProps {
  readonly act: Act;
  readonly one: Participant;
  readonly activity: ActivityView;
  readonly onClose: () => void;
}

const reasons: Readonly<Record<Act["key"], readonly string[]>> = {
  in: ["没有带手机", "手机没电", "不会用手机"],
  out: ["没有带手机", "手机没电", "不会用手机"],
  "was-there": ["现场点名", "签到表上有签名"],
  absent: ["没有到场", "提前告知不来"],
  refuse: ["不符合参加条件", "场次有调整"],
  grant: ["忘记签退，全程在场", "签到表上有签名"],
  note: ["认真负责", "按时到岗，服务热情"],
};

const noteOf: Readonly<Record<Act["key"], string | undefined>> = {
  in: "记为现在签到，标明由工作人员登记。",
  out: "记为现在签退，标明由工作人员登记。",
  "was-there": "只记到场，不产生时长。",
  absent: undefined,
  refuse: "对方会收到通知和原因，名额让给候补的人。",
  grant: undefined,
  note: "对方看得到。",
};

interface Values {
  reason: string;
  minutes?: number;
}

export const PersonAct = ({ act, one, activity, onClose }: PersonActProps) => {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const done = () => {
    void message.success(`${one.name}：${act.label}已完成`);
    for (const endpoint of [activitiesApi.people, activitiesApi.view, activitiesApi.notice])
      void queries.invalidateQueries({ queryKey: keyOf(endpoint) });
    onClose();
  };
  const attend = useChange(activitiesApi.attend, done);
  const refuse = useChange(activitiesApi.refuse, done);
  const grant = useChange(activitiesApi.grant, done);
  const note = useChange(activitiesApi.note, done);
  const shift = activity.shifts.find(({ id }) => id === one.shiftId);
  const length = shift ? Math.floor((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / minute) : 0;
  const most = Math.min(length, activity.mostMinutes);
  const known = { signUpId: one.id, version: one.version };
  const submit = ({ reason, minutes }: Values) => {
    switch (act.key) {
      case "refuse":
        return refuse.mutate({ ...known, reason });
      case "grant":
        return grant.mutate({ ...known, minutes: minutes ?? 0, reason });
      case "note":
        return note.mutate({ ...known, note: reason });
      default:
        return attend.mutate({ ...known, what: act.key, reason });
    }
  };
  return (
    <FormModal<Values>
      title={`${act.label}：${one.name}`}
      okText={act.label}
      danger={act.danger}
      pending={attend.isPending || refuse.isPending || grant.isPending || note.isPending}
      error={attend.error ?? refuse.error ?? grant.error ?? note.error}
      names={["reason", "minutes"]}
      initial={act.key === "note" ? { reason: one.note ?? "" } : {}}
      onSubmit={submit}
      onClose={onClose}
    >
      {noteOf[act.key] ? <p className="muted">{noteOf[act.key]}</p> : null}
      {act.key === "grant" ? (
        <Form.Item
          name="minutes"
          label="核定多少分钟"
          extra={`最多 ${most} 分钟。会标明由工作人员核定。`}
          rules={[{ required: true, message: "请填写分钟数" }]}
        >
          <InputNumber min={1} max={most} precision={0} suffix="分钟" style={{ width: 160 }} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="reason"
        label={act.key === "note" ? "评语" : "原因"}
        rules={[{ required: true, whitespace: true, min: 2, message: act.key === "note" ? "请写评语" : "请写明原因" }]}
      >
        <TextField maxLength={300} multiline suggestions={reasons[act.key]} />
      </Form.Item>
    </FormModal>
  );
};
