import type { FormRule } from "antd";

export const phoneRules: FormRule[] = [
  { required: true, message: "请填写手机号" },
  { pattern: /^1[3-9]\d{9}$/, message: "请填写 11 位手机号" },
];

export const optionalPhoneRules: FormRule[] = [{ pattern: /^1[3-9]\d{9}$/, message: "请填写 11 位手机号" }];

export const newPasswordRules: FormRule[] = [
  { required: true, message: "请填写密码" },
  { min: 8, message: "密码至少 8 位" },
  { max: 72, message: "密码最多 72 位" },
];
