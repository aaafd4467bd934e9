/** The agreement on paper, to be signed: only what was agreed, nothing of the screen. */
import type { AgreementView } from "@ginkgo/shared/api/agreements.ts";

export const AgreementPaper = ({ view }: { view: AgreementView }) => (
  <article className="paper">
    <h1>{view.matter.title}</h1>
    {view.parties.map(({ node }, index) => (
      <p key={node.id}>
        {["甲", "乙", "丙", "丁", "戊"][index] ?? `第${index + 1}`}方：{node.name}
      </p>
    ))}
    <p>
      协议期限：{view.from} 至 {view.to}
    </p>
    {view.purpose ? (
      <>
        <h2>一、共建目的和约定</h2>
        <p className="pre">{view.purpose}</p>
      </>
    ) : null}
    <h2>{view.purpose ? "二" : "一"}、共建事项</h2>
    <table>
      <thead>
        <tr>
          <th>序号</th>
          <th>事项</th>
          <th>负责方</th>
          <th>完成期限</th>
        </tr>
      </thead>
      <tbody>
        {view.agreedItems
          .filter(({ state }) => state !== "dropped")
          .map((item, index) => (
            <tr key={item.id}>
              <td>{index + 1}</td>
              <td>{item.what}</td>
              <td>{item.owner.name}</td>
              <td>{item.due}</td>
            </tr>
          ))}
      </tbody>
    </table>
    <div className="signs">
      {view.parties.map(({ node }) => (
        <div key={node.id}>
          <p>{node.name}（盖章）</p>
          <p>代表签字：</p>
          <p>日期：　　　　年　　月　　日</p>
        </div>
      ))}
    </div>
  </article>
);
