import { identityApi, type Me } from "@ginkgo/shared/api/identity.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { type FormEvent, useEffect, useState } from "react";
import { call } from "../../ui/net/client.ts";
import { Refusal } from "../../ui/states.tsx";
import { PhoneField } from "./PhoneField.tsx";

export interface SignInForm {
  readonly tenant: string;
  readonly phone: string;
  readonly setPhone: (phone: string) => void;
  readonly onSignedIn: (me: Me) => void;
}

const useCountdown = (): [number, (seconds: number) => void] => {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  const start = (seconds: number) => {
    setNow(Date.now());
    setUntil(Date.now() + seconds * 1000);
  };
  return [Math.max(0, Math.ceil((until - now) / 1000)), start];
};

export const CodeForm = ({ tenant, phone, setPhone, onSignedIn }: SignInForm) => {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [left, startCountdown] = useCountdown();
  const ask = useMutation({
    mutationFn: () => call(identityApi.requestCode, { tenant, phone }),
    onSuccess: ({ retryAfterSeconds }) => startCountdown(retryAfterSeconds),
  });
  const enter = useMutation({
    mutationFn: () =>
      call(identityApi.signInWithCode, { tenant, phone, code, ...(name.trim() ? { name: name.trim() } : {}) }),
    onSuccess: ({ me }) => onSignedIn(me),
  });
  const ready = /^1[3-9]\d{9}$/.test(phone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <form onSubmit={submit}>
      <PhoneField phone={phone} setPhone={setPhone} />
      <div className="field">
        <label className="field-label" htmlFor="code">
          短信验证码
        </label>
        <div className="code-row">
          <input
            id="code"
            className="box"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            placeholder="6 位数字"
            value={code}
            onChange={(event) => setCode(event.target.value.replace(/\D/g, ""))}
          />
          <Button disabled={!ready || left > 0} loading={ask.isPending} onClick={() => ask.mutate()}>
            {left > 0 ? `${left} 秒后重发` : ask.isSuccess ? "重新获取" : "获取验证码"}
          </Button>
        </div>
        {ask.isSuccess && left > 0 && (
          <p className="field-help" role="status">
            已发到 {phone}，请查看手机短信。
          </p>
        )}
      </div>
      <div className="field">
        <label className="field-label" htmlFor="name">
          怎么称呼您<span className="optional">（第一次使用请填）</span>
        </label>
        <input
          id="name"
          className="box"
          autoComplete="name"
          maxLength={30}
          placeholder="如：王秀英"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Refusal error={enter.error ?? ask.error} />
      <Button
        block
        type="submit"
        color="primary"
        size="large"
        disabled={!ready || code.length !== 6}
        loading={enter.isPending}
      >
        登录
      </Button>
      <p className="field-help" style={{ marginTop: "0.6rem" }}>
        没有用过也可以直接登录，会自动为您开通居民账号。
      </p>
    </form>
  );
};
