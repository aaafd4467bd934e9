/** The minutes on paper. */
import type { MeetingView } from "@ginkgo/shared/api/meetings.ts";
import { roundText, spanOf } from "./words.ts";

export const MeetingPaper = ({ view }: { view: MeetingView }) => {
  const present = view.attendees.filter((one) => one.present);
  const shown = view.status === "held" ? present : view.attendees;
  return (
    <article className="paper">
      <h1>
        {view.title}
        {roundText(view)}
        {view.status === "held" ? "纪要" : "通知"}
      </h1>
      <p>时间：{spanOf(view.startsAt, view.endsAt)}</p>
      <p>地点：{view.place}</p>
      <p>召集：{view.node.name}</p>
      <p>
        {view.status === "held" ? "到会" : "参加"}：{shown.map(({ name }) => name).join("、")}
        {view.others ? `；${view.others}` : ""}
      </p>
      {view.agenda ? (
        <>
          <h2>议程</h2>
          <p className="pre">{view.agenda}</p>
        </>
      ) : null}
      {view.minutes ? (
        <>
          <h2>会议内容</h2>
          <p className="pre">{view.minutes}</p>
        </>
      ) : null}
      {view.agreedItems.length > 0 ? (
        <>
          <h2>定下的事项</h2>
          <table>
            <thead>
              <tr>
                <th>序号</th>
                <th>事项</th>
                <th>负责</th>
                <th>完成期限</th>
              </tr>
            </thead>
            <tbody>
              {view.agreedItems.map((item, index) => (
                <tr key={item.id}>
                  <td>{index + 1}</td>
                  <td>{item.what}</td>
                  <td>{item.owner.name}</td>
                  <td>{item.due}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </article>
  );
};
