import { DisconnectOutlined } from "@ant-design/icons";
import { Alert } from "antd";
import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

export const OfflineBanner = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <Alert
      banner
      type="warning"
      icon={<DisconnectOutlined />}
      title="网络已断开。页面上是断网前的内容，已填写的不会丢失，恢复后可继续提交。"
    />
  );
};
