import { App as AntApp, ConfigProvider, type ThemeConfig } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { DisplayContext } from "../ui/display.ts";
import { recall, remember } from "../ui/store.ts";

dayjs.locale("zh-cn");

const fonts =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

const themeOf = (accent: string, large: boolean): ThemeConfig => ({
  token: {
    colorPrimary: accent,
    // Ant Design's own hover colour is lighter than the accent: too pale for text.
    colorPrimaryHover: accent,
    colorLink: accent,
    colorLinkHover: accent,
    colorBgLayout: "#f4f5f7",
    colorText: "#1f2329",
    colorTextSecondary: "#56606b",
    colorTextDescription: "#5d6772",
    colorError: "#c62828",
    colorTextTertiary: "#5d6772",
    colorTextPlaceholder: "#68727d",
    borderRadius: 6,
    fontSize: large ? 18 : 14,
    controlHeight: large ? 42 : 34,
    fontFamily: fonts,
  },
  components: {
    Layout: { headerBg: "#ffffff", siderBg: "#ffffff", headerHeight: 56, headerPadding: "0 16px" },
    // The tint antd derives turns grey for dark accents, and the accent on it would be hard to read.
    Menu: {
      itemBorderRadius: 6,
      activeBarBorderWidth: 0,
      itemSelectedBg: `color-mix(in srgb, ${accent} 8%, white)`,
    },
    Table: { cellPaddingBlockMD: 10, cellPaddingInlineMD: 10, headerBg: "#fafbfc" },
    Timeline: { itemPaddingBottom: 16 },
  },
});

export const Appearance = ({ children }: { children: ReactNode }) => {
  const [large, setLarge] = useState(() => recall("large", false));
  const [accent, setAccent] = useState(() => recall("accent", "#a8321f"));

  useEffect(() => {
    document.documentElement.classList.toggle("large", large);
    document.documentElement.style.setProperty("--accent", accent);
    remember("large", large);
    remember("accent", accent);
  }, [large, accent]);

  const display = useMemo(() => ({ large, setLarge, accent, setAccent }), [large, accent]);
  return (
    <DisplayContext value={display}>
      <ConfigProvider locale={zhCN} theme={themeOf(accent, large)} button={{ autoInsertSpace: false }}>
        <AntApp message={{ maxCount: 2 }} notification={{ placement: "bottomRight", stack: { threshold: 3 } }}>
          {children}
        </AntApp>
      </ConfigProvider>
    </DisplayContext>
  );
};
