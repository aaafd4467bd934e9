import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { readyFeedback } from "../../ui/feedback.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Loading } from "../../ui/states.tsx";
import { CategoryStep } from "./CategoryStep.tsx";
import { DetailsStep } from "./DetailsStep.tsx";
import { useDraft } from "./use-draft.ts";
import "../../ui/form/form.css";
import "../../ui/case/case.css";
import "./submit.css";

/** Two steps: what kind of matter, then everything else on one page. The draft lives through both. */
const Submit = () => {
  const { me, pack } = useSession();
  const draft = useDraft(me.id);
  const [search, setSearch] = useSearchParams();
  const asked = search.get("category");
  /** From a finding on a patrol: what was seen, unless something has been written already. */
  const said = search.get("words");
  const opened = draft.form !== undefined;
  const { update } = draft;

  // Without network the next page could not be loaded any more.
  useEffect(() => {
    readyFeedback();
    void import("./Outbox.tsx").catch(() => {});
  }, []);

  // A shortcut on the home page names the category; the rest of a kept draft stays.
  useEffect(() => {
    if (!opened || (!asked && !said)) return;
    if (said) update((form) => (form.words.trim() ? form : { ...form, words: said }));
    if (asked && pack.categories.some((one) => one.id === asked && one.mayStart))
      update((form) => ({ ...form, category: asked }));
    setSearch({}, { replace: true });
  }, [opened, asked, said, pack, update, setSearch]);

  if (!draft.form)
    return (
      <Page title={pack.words.submit ?? "我要反映"} back="/">
        <Loading />
      </Page>
    );
  const category = pack.categories.find((one) => one.id === draft.form?.category && one.mayStart);
  if (!category) return <CategoryStep onPick={(id) => update((form) => ({ ...form, category: id }))} />;
  return <DetailsStep draft={draft} form={draft.form} category={category} />;
};
export default Submit;
