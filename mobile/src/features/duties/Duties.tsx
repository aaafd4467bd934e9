/** 我的值班: shifts to come, requests to swap, shifts one may put oneself down for, who is on duty today. */
import { dutiesApi, type Shift, type Swap } from "@ginkgo/shared/api/duties.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { confirm, toast } from "../../ui/feedback.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { useSend } from "../../ui/net/use-send.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { NoteSheet } from "./NoteSheet.tsx";
import { dutiesKey } from "./queries.ts";
import { SwapSheet } from "./SwapSheet.tsx";
import "../../ui/case/case.css";
import "./duties.css";

const mine = queryOptions({
  queryKey: [dutiesKey, "mine"],
  queryFn: ({ signal }) => call(dutiesApi.myShifts, {}, { signal }),
});

const when = ({ startsAt, endsAt }: Pick<Shift, "startsAt" | "endsAt">): string =>
  spanWords(new Date(startsAt), new Date(endsAt));
const failed = (error: Error) => void toast(problemOf(error).detail, "fail");

const ShiftFacts = ({ shift }: { shift: Shift }) => (
  <>
    <p className="duty-line">
      <strong className="case-category">{when(shift)}</strong>
      {shift.cancelled && <span className="tag tag-stopped">取消</span>}
    </p>
    <p className="case-facts">
      <span>
        {shift.rota.name}
        {shift.label && ` · ${shift.label}`}
      </span>
      <span>{shift.rota.place || shift.rota.trail}</span>
      <span>
        {shift.people.length > 0 ? shift.people.map(({ name }) => name).join("、") : "还没有人"}（需 {shift.needed} 人）
      </span>
      {shift.reason && <span>{shift.reason}</span>}
    </p>
  </>
);

const Own = ({ shift }: { shift: Shift }) => {
  const [open, setOpen] = useState<"swap" | "note">();
  const leave = useSend(dutiesApi.leave, dutiesKey, () => void toast("已退出", "success"));
  const quit = async () => {
    if (await confirm("退出这个班次", `${when(shift)}，名额会让给别人。`, "退出"))
      leave.mutate({ shiftId: shift.id }, { onError: failed });
  };
  return (
    <li className="card">
      <ShiftFacts shift={shift} />
      {shift.note && <p className="duty-note">值班记录：{shift.note}</p>}
      <div className="chips">
        {shift.may.swap && (
          <Button size="small" onClick={() => setOpen("swap")}>
            找人换班
          </Button>
        )}
        {shift.may.leave && (
          <Button size="small" loading={leave.isPending} onClick={() => void quit()}>
            退出
          </Button>
        )}
        {shift.may.note && (
          <Button size="small" color="primary" onClick={() => setOpen("note")}>
            {shift.note ? "修改值班记录" : "写值班记录"}
          </Button>
        )}
      </div>
      {open === "swap" && <SwapSheet shift={shift} onClose={() => setOpen(undefined)} />}
      {open === "note" && <NoteSheet shift={shift} onClose={() => setOpen(undefined)} />}
    </li>
  );
};

const Asked = ({ swap }: { swap: Swap }) => {
  const answer = useSend(dutiesApi.answerSwap, dutiesKey, () => void toast("已答复", "success"));
  const send = (how: "accept" | "refuse" | "withdraw") =>
    answer.mutate({ swapId: swap.id, answer: how }, { onError: failed });
  const asked = swap.mine === "asked-of-me";
  return (
    <li className="card duty-asked">
      <p>
        {asked ? `${swap.from.name}请您` : `您请${swap.to.name}`}
        {swap.forShift ? "换班：" : "接替："}
        <b>{when(swap.shift)}</b>
        {swap.forShift && (
          <>
            ，换出 <b>{when(swap.forShift)}</b>
          </>
        )}
      </p>
      {swap.words && <p className="field-help">{swap.words}</p>}
      <div className="chips">
        {asked ? (
          <>
            <Button size="small" color="primary" loading={answer.isPending} onClick={() => send("accept")}>
              答应
            </Button>
            <Button size="small" loading={answer.isPending} onClick={() => send("refuse")}>
              不能换
            </Button>
          </>
        ) : (
          <Button size="small" loading={answer.isPending} onClick={() => send("withdraw")}>
            撤回
          </Button>
        )}
      </div>
    </li>
  );
};

const Open = ({ shift }: { shift: Shift }) => {
  const sign = useSend(dutiesApi.signUp, dutiesKey, () => void toast("报上名了", "success"));
  return (
    <li className="card">
      <ShiftFacts shift={shift} />
      <Button
        size="small"
        color="primary"
        loading={sign.isPending}
        onClick={() => sign.mutate({ shiftId: shift.id }, { onError: failed })}
      >
        报名
      </Button>
    </li>
  );
};

const Today = () => {
  const { me } = useSession();
  const query = useQuery({
    queryKey: [dutiesKey, "board", me.tenant],
    queryFn: ({ signal }) => call(dutiesApi.board, { place: me.tenant }, { signal }),
    refetchInterval: 300_000,
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="今天没有公开的值班安排" />
        ) : (
          <ul className="card duty-board">
            {items.map((one) => (
              <li key={`${one.rota}${one.startsAt}${one.label}`}>
                <p className="duty-line">
                  <b>{one.people.join("、") || "暂缺"}</b>
                  {one.now && <span className="tag tag-working">在岗</span>}
                </p>
                <p className="case-facts">
                  <span>{one.rota}</span>
                  <span>{when(one)}</span>
                  <span>{one.place || one.trail}</span>
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};

const tabs = [
  { id: "mine", label: "我的班" },
  { id: "open", label: "可报名" },
  { id: "today", label: "今天谁在岗" },
] as const;

const Duties = () => {
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("mine");
  const query = useQuery(mine);
  return (
    <Page title="值班" back="/take-part">
      <nav className="chips duty-tabs" aria-label="看什么">
        {tabs.map(({ id, label }) => (
          <button key={id} type="button" className="chip" aria-pressed={tab === id} onClick={() => setTab(id)}>
            {label}
          </button>
        ))}
      </nav>
      {tab === "today" ? (
        <Today />
      ) : (
        <Loaded query={query}>
          {({ items, open, swaps }) =>
            tab === "mine" ? (
              <>
                <ul>
                  {swaps.map((swap) => (
                    <Asked key={swap.id} swap={swap} />
                  ))}
                  {items.map((shift) => (
                    <Own key={shift.id} shift={shift} />
                  ))}
                </ul>
                {items.length + swaps.length === 0 && (
                  <Empty title="没有您的班次" hint="被安排值班或者报名以后，会出现在这里。" />
                )}
              </>
            ) : (
              <>
                <ul>
                  {open.map((shift) => (
                    <Open key={shift.id} shift={shift} />
                  ))}
                </ul>
                {open.length === 0 && <Empty title="现在没有可以报名的班次" />}
              </>
            )
          }
        </Loaded>
      )}
    </Page>
  );
};
export default Duties;
