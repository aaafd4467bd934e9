/** Messages over the page. Loaded when first needed, so that they do not weigh on the first screen. */
export const toast = async (content: string, icon?: "success" | "fail"): Promise<void> => {
  const { default: Toast } = await import("antd-mobile/es/components/toast");
  // Reading time grows with the text; two seconds are too short for many people.
  Toast.show({ content, icon, duration: 2500 + content.length * 60, maskClickable: true });
};

export const confirm = async (title: string, content: string, yes = "确定", no = "取消"): Promise<boolean> => {
  const { default: Dialog } = await import("antd-mobile/es/components/dialog");
  return Dialog.confirm({ title, content, confirmText: yes, cancelText: no });
};
