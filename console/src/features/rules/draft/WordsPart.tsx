import { Input } from "antd";
import { useDraft } from "./DraftContext.tsx";
import { FieldFrame, TextEdit } from "./Fields.tsx";
import { bagOf, textOf } from "./paths.ts";

const known: Readonly<Record<string, { label: string; help: string }>> = {
  submit: { label: "群众首页的大按钮", help: "例如：我要点单" },
  newCase: { label: "有新诉求时的提醒", help: "可以用 {title} {place} {due} {no}" },
  openToAll: { label: "派给所有人时的接单方名称", help: "例如：全员可接" },
};

const Accent = () => {
  const { get, set } = useDraft();
  const value = textOf(get(["accent"]));
  return (
    <FieldFrame path={["accent"]} label="主色" help="按钮和链接的颜色，要在白底上看得清">
      {(id) => (
        <div className="draft-duration">
          <input
            type="color"
            className="draft-colour"
            aria-label="选主色"
            value={/^#[0-9a-f]{6}$/.test(value) ? value : "#000000"}
            onChange={(event) => set(["accent"], event.target.value)}
          />
          <Input
            id={id}
            value={value}
            maxLength={7}
            style={{ width: 120 }}
            onChange={(event) => set(["accent"], event.target.value.toLowerCase())}
          />
        </div>
      )}
    </FieldFrame>
  );
};

export const WordsPart = () => {
  const { get } = useDraft();
  return (
    <div className="narrow">
      <TextEdit path={["name"]} label="地方名称" maxLength={40} />
      <TextEdit path={["brand"]} label="品牌名称" help="显示在页面顶上和手机首页" maxLength={40} />
      <Accent />
      <h3>用语</h3>
      {Object.keys(bagOf(get(["words"]))).map((key) => (
        <TextEdit
          key={key}
          path={["words", key]}
          label={known[key]?.label ?? key}
          help={known[key]?.help}
          multiline={key === "newCase"}
        />
      ))}
    </div>
  );
};
