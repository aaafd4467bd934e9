/** Messages over the page. Loaded when first needed, so that they do not weigh on the first screen. */
const loadToast = () => import("antd-mobile/es/components/toast");
const loadDialog = () => import("antd-mobile/es/components/dialog");

/** For pages that are used without network: what they will need is fetched while there still is one. */
export const readyFeedback = (): void => {
  void Promise.all([loadToast(), loadDialog()]).catch(() => {});
};

export const toast = async (content: string, icon?: "success" | "fail"): Promise<void> => {
  try {
    const { default: Toast } = await loadToast();
    // Reading time grows with the text; two seconds are too short for many people.
    Toast.show({ content, icon, duration: 2500 + content.length * 60, maskClickable: true });
  } catch {
    // No network to load it with. Everything said in a toast can be seen on the page as well.
  }
};

const longestNotice = 60;

/** Something happened elsewhere: said at the top, where it covers nothing that is being filled in. */
export const notice = async (content: string): Promise<void> => {
  try {
    const { default: Toast } = await loadToast();
    const text = content.length > longestNotice ? `${content.slice(0, longestNotice)}…` : content;
    Toast.show({ content: text, position: "top", duration: 5000, maskClickable: true });
  } catch {
    // It stands in the inbox as well.
  }
};

export const confirm = async (title: string, content: string, yes = "确定", no = "取消"): Promise<boolean> => {
  try {
    const { default: Dialog } = await loadDialog();
    return await Dialog.confirm({ title, content, confirmText: yes, cancelText: no });
  } catch {
    return window.confirm(`${title}\n${content}`);
  }
};
