import { FileSearchOutlined, ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Link, useRouteError } from "react-router";
import { MessageState } from "../ui/States.tsx";

export const NotFoundPage = () => (
  <MessageState
    icon={<FileSearchOutlined />}
    title="没有这个页面"
    text="链接可能写错了，或者页面已经搬走。"
    action={<Link to="/">回工作台</Link>}
  />
);

/** After an update of the server, pieces of the old page are gone: loading the page anew mends that. */
export const CrashPage = () => {
  const error = useRouteError();
  const stale = error instanceof Error && /import|chunk|module script/i.test(error.message);
  return (
    <MessageState
      icon={<ReloadOutlined />}
      title={stale ? "系统已更新" : "页面出了点问题"}
      text={stale ? "请刷新页面，继续使用新版本。" : "请刷新后再试；如果一直这样，请告诉管理员。"}
      action={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  );
};
