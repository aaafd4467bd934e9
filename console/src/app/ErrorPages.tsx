import { Button, Result } from "antd";
import { Link, useRouteError } from "react-router";

export const NotFoundPage = () => (
  <Result
    status="404"
    title="没有这个页面"
    subTitle="链接可能写错了，或者页面已经搬走。"
    extra={
      <Link to="/">
        <Button type="primary">回工作台</Button>
      </Link>
    }
  />
);

/** After an update of the server, pieces of the old page are gone: loading the page anew mends that. */
export const CrashPage = () => {
  const error = useRouteError();
  const stale = error instanceof Error && /import|chunk|module script/i.test(error.message);
  return (
    <Result
      status="warning"
      title={stale ? "系统已更新" : "页面出了点问题"}
      subTitle={stale ? "请刷新页面，继续使用新版本。" : "请刷新后再试；如果一直这样，请告诉管理员。"}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  );
};
