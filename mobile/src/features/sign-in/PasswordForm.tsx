import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { type FormEvent, useState } from "react";
import { call } from "../../ui/net/client.ts";
import { Refusal } from "../../ui/states.tsx";
import type { SignInForm } from "./CodeForm.tsx";
import { PhoneField } from "./PhoneField.tsx";

export const PasswordForm = ({ tenant, phone, setPhone, onSignedIn }: SignInForm) => {
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const enter = useMutation({
    mutationFn: () => call(identityApi.signInWithPassword, { tenant, phone, password }),
    onSuccess: ({ me }) => onSignedIn(me),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <PhoneField phone={phone} setPhone={setPhone} />
      <div className="field">
        <label className="field-label" htmlFor="password">
          密码
        </label>
        <div className="code-row">
          <input
            id="password"
            className="box"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            maxLength={72}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <button type="button" className="chip" onClick={() => setShown(!shown)}>
            {shown ? "隐藏" : "显示"}
          </button>
        </div>
      </div>
      <Refusal error={enter.error} />
      <Button
        block
        type="submit"
        color="primary"
        size="large"
        disabled={phone.length !== 11 || !password}
        loading={enter.isPending}
      >
        登录
      </Button>
    </form>
  );
};
