import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Refusal } from "../../ui/states.tsx";
import "../../ui/form/form.css";

const shortest = 8;

const Password = () => {
  const { me, setMe } = useSession();
  const navigate = useNavigate();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const save = useMutation({
    mutationFn: () => call(identityApi.changePassword, { next, ...(me.hasPassword ? { current } : {}) }),
    onSuccess: () => {
      setMe({ ...me, hasPassword: true });
      void toast("密码已保存，其他设备需要重新登录", "success");
      navigate(-1);
    },
  });
  const differs = again.length > 0 && again !== next;
  const ready = next.length >= shortest && again === next && (!me.hasPassword || current.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const field = (id: string, label: string, value: string, change: (text: string) => void, complete: string) => (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="box"
        type="password"
        autoComplete={complete}
        maxLength={72}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
  return (
    <Page title={me.hasPassword ? "修改密码" : "设置密码"} back="/me">
      <form style={{ padding: "0 1rem" }} onSubmit={submit}>
        {me.hasPassword && field("current", "现在的密码", current, setCurrent, "current-password")}
        {field("next", `新密码（至少 ${shortest} 位）`, next, setNext, "new-password")}
        {field("again", "再输一遍新密码", again, setAgain, "new-password")}
        {differs && <p className="field-problem">两遍输入的不一样</p>}
        <Refusal error={save.error} />
        <Button block type="submit" color="primary" disabled={!ready} loading={save.isPending}>
          保存
        </Button>
      </form>
    </Page>
  );
};
export default Password;
