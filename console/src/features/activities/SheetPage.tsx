/** The sign-in sheet on paper: the same people, with room to sign, for whoever has no phone. */
import { PrinterOutlined } from "@ant-design/icons";
import { when } from "@ginkgo/shared/activity-words.ts";
import { type ActivityView, activitiesApi, type ShiftView } from "@ginkgo/shared/api/activities.ts";
import { Button } from "antd";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { BackButton } from "../../ui/print/BackButton.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import "../../ui/print/print.css";
import "./activities.css";

const spare = 5;

const Sheet = ({ activity, shift }: { activity: ActivityView; shift: ShiftView }) => {
  const query = useFetch(activitiesApi.people, { activityId: activity.id });
  const people = (query.data?.items ?? []).filter(
    ({ shiftId, status }) =>
      shiftId === shift.id && status !== "withdrawn" && status !== "refused" && status !== "waiting",
  );
  const rows = [
    ...people.map(({ id, name, unit }) => ({ id, name, unit: unit?.name ?? "" })),
    ...Array.from({ length: spare }, (_, i) => ({ id: `spare-${i}`, name: "", unit: "" })),
  ];
  return (
    <section className="paper gap-below">
      <h1>{activity.title} 签到表</h1>
      <p>
        {when(shift.startsAt, shift.endsAt)}　{activity.venue} {shift.place}　{activity.organiser}
      </p>
      <table className="print-table">
        <thead>
          <tr>
            <th>序号</th>
            <th>姓名</th>
            <th>单位</th>
            <th>签到时间</th>
            <th>签退时间</th>
            <th>签名</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <td className="sheet-cell">{i + 1}</td>
              <td>{row.name}</td>
              <td>{row.unit}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted small">纸上的签名是组织方登记到场、核定时长的依据，系统里的时长不从这里填写。</p>
    </section>
  );
};

export const SheetPage = () => {
  const { activityId = "" } = useParams();
  const query = useFetch(activitiesApi.view, { activityId });
  return (
    <>
      <div className="page-tools no-print">
        <BackButton to={`/activities/${activityId}`} />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
      <Loaded query={query}>
        {(activity) =>
          activity.may.people ? (
            activity.shifts
              .filter(({ cancelled }) => !cancelled)
              .map((shift) => <Sheet key={shift.id} activity={activity} shift={shift} />)
          ) : (
            <EmptyState text="签到表只有组织方能打印" />
          )
        }
      </Loaded>
    </>
  );
};
