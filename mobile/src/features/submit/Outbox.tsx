import { useNavigate } from "react-router";
import { ago } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { useOnline } from "../../ui/net/online.ts";
import { db, type OutboxRow } from "../../ui/offline/db.ts";
import { forget, keysBeingSent, sendOne, tellWaiting } from "../../ui/offline/outbox.ts";
import { useOutbox, useSending } from "../../ui/offline/use-outbox.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./submit.css";

const Outbox = () => {
  const { me } = useSession();
  const rows = useOutbox(me.id);
  return (
    <Page title="等待发送" back="/">
      {!rows && <Loading lines={2} />}
      {rows?.length === 0 && (
        <Empty title="没有等待发送的内容" hint="没有网络时提交的内容会先存在这里，联网后自动发送。" />
      )}
      <ul>
        {rows?.map((row) => (
          <Waiting key={row.key} row={row} />
        ))}
      </ul>
    </Page>
  );
};
export default Outbox;

const statusOf = (row: OutboxRow, sending: boolean, online: boolean): string => {
  if (sending) return "正在发送…";
  if (row.refused) return "没有被接收，需要您修改";
  if (!online) return "等待网络，联网后自动发送";
  return row.attempts > 0 ? "上次没发出去，稍后自动再发" : "等待发送";
};

const Waiting = ({ row }: { row: OutboxRow }) => {
  const { pack } = useSession();
  const online = useOnline();
  const navigate = useNavigate();
  const sending = useSending().includes(row.key);
  const category = pack.categories.find((one) => one.id === row.form.category);

  const retry = async () => {
    const outcome = await sendOne(row.key);
    if (outcome?.result === "sent") navigate(`/submitted/${outcome.view.id}`);
    else if (outcome) void toast(outcome.problem.detail);
  };
  /** While a question was open it may have begun to be sent. */
  const isLeaving = (): boolean => {
    const leaving = keysBeingSent().includes(row.key);
    if (leaving) void toast("正在发送，请稍等");
    return leaving;
  };
  const edit = async () => {
    if (
      row.maybeSent &&
      !(await confirm("修改这一条", "上次发送时网络断了，也许已经送到。修改后会当作新的一条发送。", "仍要修改"))
    )
      return;
    if (isLeaving()) return;
    const draft = await db.drafts.get(row.account);
    if (draft && !(await confirm("还有一份草稿", "打开这一条会替换您正在写的另一份草稿。", "替换"))) return;
    await db.transaction("rw", db.drafts, db.outbox, async () => {
      await db.drafts.put({ account: row.account, form: row.form, savedAt: Date.now() });
      await db.outbox.delete(row.key);
    });
    await tellWaiting(row.account);
    navigate("/submit");
  };
  const remove = async () => {
    if ((await confirm("删除这一条", "内容和照片都会从手机上删除，不会再发送。", "删除")) && !isLeaving())
      await forget(row.key);
  };

  return (
    <li className="card outbox-item">
      <b>{category?.label ?? "诉求"}</b>
      <p className="case-words">{row.form.words}</p>
      <p className="case-facts">
        <span>{row.form.place?.label}</span>
        {row.form.photos.length > 0 && <span>{row.form.photos.length} 张照片</span>}
        <span>{ago(new Date(row.createdAt).toISOString())}写好</span>
      </p>
      <p role="status">
        <strong>{statusOf(row, sending, online)}</strong>
      </p>
      {row.note && !sending && <p className={row.refused ? "refusal" : "field-help"}>{row.note}</p>}
      <div className="chips">
        <button type="button" className="chip" disabled={sending} onClick={() => void retry()}>
          现在发送
        </button>
        <button type="button" className="chip" disabled={sending} onClick={() => void edit()}>
          修改
        </button>
        <button type="button" className="chip" disabled={sending} onClick={() => void remove()}>
          删除
        </button>
      </div>
    </li>
  );
};
