import Button from "antd-mobile/es/components/button";
import { RightOutline } from "antd-mobile-icons";
import { useState } from "react";
import { Link } from "react-router";
import { dayOf } from "../../ui/case/words.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { useKept } from "../../ui/kept.ts";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { useHomeName } from "../../ui/place/home-name.ts";
import { useSession } from "../../ui/session.tsx";
import { NameSheet } from "./NameSheet.tsx";
import "../../ui/case/case.css";
import "./me.css";

const waitingHere = async (account: string): Promise<number> => {
  const { db } = await import("../../ui/offline/db.ts");
  return db.outbox.where("account").equals(account).count();
};

const Me = () => {
  const { me, pack, signOut } = useSession();
  const homeName = useHomeName();
  const [large, setLarge] = useKept<boolean>("large", false);
  const [naming, setNaming] = useState(false);
  const changeLarge = (on: boolean) => {
    setLarge(on);
    document.documentElement.dataset.large = on ? "yes" : "no";
  };
  const leave = async () => {
    const waiting = await waitingHere(me.id).catch(() => 0);
    const warning =
      waiting > 0
        ? `还有 ${waiting} 条没有发出去。它们会留在这部手机上，等您再次登录后发送。`
        : "下次使用需要重新登录。";
    if (!(await confirm("退出登录", warning, "退出"))) return;
    await signOut().catch((error: unknown) => toast(problemOf(error).detail, "fail"));
  };
  return (
    <Page title="我">
      <ul className="card rows">
        <li>
          <button type="button" onClick={() => setNaming(true)}>
            <span>姓名</span>
            <b>{me.name}</b>
            <RightOutline />
          </button>
        </li>
        <li>
          <div>
            <span>手机</span>
            <b>{me.phone}</b>
          </div>
        </li>
        <li>
          <Link to="/me/home">
            <span>住址</span>
            <b>{homeName ?? "还没有选"}</b>
            <RightOutline />
          </Link>
        </li>
      </ul>
      {pack.participation?.points && (
        <ul className="card rows">
          <li>
            <Link to="/points">
              <span>{pack.participation.points.label}</span>
              <RightOutline />
            </Link>
          </li>
        </ul>
      )}
      {me.roles.length > 0 && (
        <section className="card">
          <h2 className="rows-title">我的身份</h2>
          <ul className="roles">
            {me.roles.map((role) => (
              <li key={role.id}>
                <b>{role.title ?? role.label}</b> · {role.node.name}
                <small>{dayOf(role.since)}起</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="card rows">
        <li>
          <button type="button" role="switch" aria-checked={large} onClick={() => changeLarge(!large)}>
            <span>大字版</span>
            <b>{large ? "已打开" : "已关闭"}</b>
            <i className="toggle" />
          </button>
        </li>
        <li>
          <Link to="/me/password">
            <span>{me.hasPassword ? "修改密码" : "设置密码"}</span>
            <RightOutline />
          </Link>
        </li>
        <li>
          <Link to="/me/sessions">
            <span>登录过的设备</span>
            <RightOutline />
          </Link>
        </li>
        <li>
          <Link to="/outbox">
            <span>等待发送</span>
            <RightOutline />
          </Link>
        </li>
      </ul>
      <div className="card-buttons">
        <Button block onClick={() => void leave()}>
          退出登录
        </Button>
      </div>
      <p className="about">
        {pack.brand} · {pack.name}
        <br />
        由开源项目“银杏”驱动
      </p>
      {naming && <NameSheet onClose={() => setNaming(false)} />}
    </Page>
  );
};
export default Me;
