import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { timeOf } from "../../ui/case/words.ts";
import { confirm } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded, Refusal } from "../../ui/states.tsx";
import "../../ui/case/case.css";
import { deviceName } from "./device.ts";

const appNames: Record<string, string> = { mobile: "手机版", console: "工作台", api: "接口" };

const Sessions = () => {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ["sessions"], queryFn: () => call(identityApi.mySessions, {}) });
  const end = useMutation({
    mutationFn: (sessionId: string) => call(identityApi.endSession, { sessionId }),
    onSettled: () => client.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const ask = async (id: string) => {
    if (await confirm("让这台设备退出", "那台设备要重新登录才能使用。", "让它退出")) end.mutate(id);
  };
  return (
    <Page title="登录过的设备" back="/me">
      <p className="card">如果有不认识的设备，请让它退出，并修改密码。</p>
      <Refusal error={end.error} />
      <Loaded query={query}>
        {({ items }) => (
          <ul>
            {items.length === 0 && <Empty title="没有其他设备" />}
            {items.map((one) => (
              <li key={one.id} className="card">
                <b>{deviceName(one.device)}</b>
                <p>
                  {appNames[one.app] ?? one.app} · 最近使用 {timeOf(one.lastSeenAt)}
                </p>
                {one.current ? (
                  <p>✓ 就是现在这台</p>
                ) : (
                  <Button style={{ marginTop: "0.6rem" }} disabled={end.isPending} onClick={() => void ask(one.id)}>
                    让它退出
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
};
export default Sessions;
