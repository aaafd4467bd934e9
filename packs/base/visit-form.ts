/** What is written down of a regular visit; a place adds its own questions. */
import type { FieldInput } from "./steps.ts";

export const visitForm: FieldInput[] = [
  {
    kind: "choice",
    name: "health",
    label: "身体状况",
    required: true,
    options: [
      { value: "good", label: "良好" },
      { value: "usual", label: "和上次差不多" },
      { value: "worse", label: "比上次差，需要关注" },
      { value: "urgent", label: "需要马上就医" },
    ],
  },
  {
    kind: "choice",
    name: "home",
    label: "居家安全（水、电、气、烟）",
    required: true,
    options: [
      { value: "safe", label: "没有隐患" },
      { value: "mended", label: "有隐患，当场处理了" },
      { value: "open", label: "有隐患，已经上报" },
    ],
  },
  { kind: "text", name: "did", label: "做了什么", required: true, multiline: true, maxLength: 500 },
  { kind: "text", name: "needs", label: "还需要什么", multiline: true, maxLength: 300 },
  { kind: "photos", name: "photos", label: "照片（须本人同意）", max: 3 },
];
