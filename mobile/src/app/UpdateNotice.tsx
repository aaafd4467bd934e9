import { useEffect, useState } from "react";

type Update = () => Promise<void>;

/** Registers the service worker and, when a new version has been fetched, lets the person choose the moment. */
export const UpdateNotice = () => {
  const [update, setUpdate] = useState<{ run: Update }>();
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    const timer = setTimeout(async () => {
      const { registerSW } = await import("virtual:pwa-register");
      const run: Update = registerSW({ onNeedRefresh: () => setUpdate({ run: () => run() }) });
    }, 4_000);
    return () => clearTimeout(timer);
  }, []);
  if (!update) return null;
  return (
    <div className="update" role="status">
      有新版本了，填写的内容会保留。
      <button type="button" className="plain-button" onClick={() => void update.run()}>
        现在更新
      </button>
    </div>
  );
};
