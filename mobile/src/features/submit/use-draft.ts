/** The draft on the phone: read once, written a moment after every change and when the app goes out of sight. */
import { useCallback, useEffect, useRef, useState } from "react";
import { db, type SubmitForm } from "../../ui/offline/db.ts";
import { emptyForm } from "../../ui/offline/draft-input.ts";

const saveAfterMs = 400;

const isEmpty = (form: SubmitForm) =>
  form.words.trim() === "" && form.photos.length === 0 && !form.place && Object.keys(form.answers ?? {}).length === 0;

export const useDraft = (account: string) => {
  const [form, setForm] = useState<SubmitForm>();
  const [restored, setRestored] = useState(false);
  const latest = useRef<SubmitForm>(undefined);
  latest.current = form;
  const closed = useRef(false);

  useEffect(() => {
    let gone = false;
    db.drafts
      .get(account)
      // Storage may be forbidden (private windows); then one simply starts afresh.
      .catch(() => undefined)
      .then((row) => {
        if (gone) return;
        setForm(row?.form ?? emptyForm);
        setRestored(row !== undefined && !isEmpty(row.form));
      });
    return () => {
      gone = true;
    };
  }, [account]);

  const save = useCallback(() => {
    const now = latest.current;
    if (!now || closed.current) return;
    const saved = isEmpty(now) ? db.drafts.delete(account) : db.drafts.put({ account, form: now, savedAt: Date.now() });
    void Promise.resolve(saved).catch(() => {});
  }, [account]);
  useEffect(() => {
    if (!form) return;
    const timer = setTimeout(save, saveAfterMs);
    return () => clearTimeout(timer);
  }, [form, save]);
  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && save();
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      save();
    };
  }, [save]);

  const update = useCallback(
    (change: (old: SubmitForm) => SubmitForm) => setForm((old) => (old ? change(old) : old)),
    [],
  );
  /** The draft has become a submission. Nothing is saved any more. */
  const close = async () => {
    closed.current = true;
    await db.drafts.delete(account).catch(() => {});
  };
  /** It was refused: back to being a draft. */
  const reopen = () => {
    closed.current = false;
    save();
  };
  const clear = () => {
    setForm(emptyForm);
    setRestored(false);
  };
  return { form, restored, update, close, reopen, clear };
};
