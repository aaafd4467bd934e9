import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { CategoryIcon } from "../../ui/CategoryIcon.tsx";
import { workflowOf } from "../../ui/categories.ts";
import { confirm, toast } from "../../ui/feedback.ts";
import { problemsIn, type Values } from "../../ui/form/values.ts";
import type { SubmitForm } from "../../ui/offline/db.ts";
import { problemsOf } from "../../ui/offline/draft-input.ts";
import { enqueue, forget, losesPhotos, type Outcome, sendOne, withoutIds } from "../../ui/offline/outbox.ts";
import { Page } from "../../ui/Page.tsx";
import { PhotoPicker } from "../../ui/photos/PhotoPicker.tsx";
import { useSession } from "../../ui/session.tsx";
import { Refusal } from "../../ui/states.tsx";
import { IntakeSection } from "./IntakeSection.tsx";
import { KindField } from "./KindField.tsx";
import { MoreSection } from "./MoreSection.tsx";
import { PlaceSection } from "./PlaceSection.tsx";
import type { useDraft } from "./use-draft.ts";
import { VisibilitySection } from "./VisibilitySection.tsx";

const mostWords = 2000;

interface DetailsStepProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly form: SubmitForm;
  readonly category: PackView["categories"][number];
}

/** The server's word on single answers of the intake form. */
const answerProblems = ({ errors = [] }: Problem): Record<string, string> =>
  Object.fromEntries(
    errors.filter(({ path }) => path.startsWith("data.")).map(({ path, message }) => [path.slice(5), message]),
  );

export const DetailsStep = ({ draft, form, category }: DetailsStepProps) => {
  const { me, pack } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [checked, setChecked] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const [refusedAnswers, setRefusedAnswers] = useState<Readonly<Record<string, string>>>({});
  const body = useRef<HTMLDivElement>(null);
  const problems = checked ? problemsOf(form) : {};
  const workflow = workflowOf(pack, category);
  const answers = (workflow && form.answers?.[workflow.id]) ?? {};
  const missing = () => problemsIn(workflow?.intake ?? [], answers, "on-sending");
  const begun = workflow !== undefined && !workflow.open;
  const asked = workflow && { workflow: workflow.id, form: workflow.intake };
  const patch = (change: Partial<SubmitForm>) => draft.update((old) => ({ ...old, ...change }));

  const answer = (change: (values: Values) => Values) =>
    draft.update((old) =>
      workflow ? { ...old, answers: { ...old.answers, [workflow.id]: change(old.answers?.[workflow.id] ?? {}) } } : old,
    );

  const settle = async (key: string, outcome: Outcome | undefined) => {
    if (outcome?.result === "sent") {
      client.setQueryData(["case", outcome.view.id], outcome.view);
      void client.invalidateQueries({ queryKey: ["cases"] });
      navigate(`/submitted/${outcome.view.id}`, { replace: true });
    } else if (outcome?.result === "refused") {
      // The person is still here: mend it in the form, not in the outbox.
      await forget(key);
      draft.reopen();
      if (losesPhotos(outcome.problem)) draft.update((old) => withoutIds({ ...old, asked }));
      setRefusedAnswers(answerProblems(outcome.problem));
      setRefused(new ProblemError(outcome.problem));
    } else {
      void toast("已经存好，联网后会自动发送");
      navigate("/outbox", { replace: true });
    }
  };
  const send = useMutation({
    mutationFn: async () => {
      const key = await enqueue(me.id, { ...form, asked });
      // From here on the outbox answers for it; two copies would be sent twice.
      await draft.close();
      await settle(key, await sendOne(key));
    },
    onError: () => void toast("这部手机没有地方存了，请清理一些空间再试", "fail"),
  });

  const submit = () => {
    setChecked(true);
    setRefused(undefined);
    setRefusedAnswers({});
    if (Object.keys({ ...problemsOf(form), ...missing() }).length === 0) return send.mutate();
    // Bring the first thing to mend into view.
    setTimeout(
      () => body.current?.querySelector(".field-problem")?.scrollIntoView({ block: "center", behavior: "smooth" }),
      50,
    );
  };
  const startOver = async () => {
    if (await confirm("重新填写", "现在填的内容和照片会被清空。", "清空")) draft.clear();
  };

  return (
    <Page
      title={begun ? workflow.label : "说说情况"}
      back="/"
      right={
        <button type="button" className="plain-button" onClick={() => void startOver()}>
          清空
        </button>
      }
      footer={
        <>
          <Refusal error={refused} />
          <Button block color="primary" size="large" loading={send.isPending} loadingText="正在发送…" onClick={submit}>
            {begun ? `发起${workflow.label}` : "提交"}
          </Button>
        </>
      }
    >
      <div ref={body}>
        {draft.restored && <p className="card note">接着上次没写完的内容。不要了可以点右上角“清空”。</p>}
        <section className="card chosen-category">
          <CategoryIcon category={category} />
          <b>{category.label}</b>
          <button type="button" className="plain-button" onClick={() => patch({ category: undefined })}>
            换一类
          </button>
        </section>
        <section className="card">
          <label className="part-title" htmlFor="words">
            什么事？
          </label>
          <textarea
            id="words"
            className="box"
            rows={5}
            maxLength={mostWords}
            placeholder="在哪里、发生了什么、多久了。比如：3 号楼 2 单元楼道灯坏了三天，晚上看不清台阶。"
            value={form.words}
            onChange={(event) => patch({ words: event.target.value })}
          />
          <span className="counter">
            {form.words.length} / {mostWords}
          </span>
          {problems.words && <p className="field-problem">{problems.words}</p>}
        </section>
        {workflow?.asksKind && (
          <section className="card">
            <KindField form={form} onChange={patch} />
          </section>
        )}
        <section className="card">
          <h2 className="part-title">
            照片或视频 <small>（有的话更容易说清楚）</small>
          </h2>
          <PhotoPicker
            video
            value={form.photos}
            onChange={(change) => draft.update((old) => ({ ...old, photos: change(old.photos) }))}
          />
        </section>
        {workflow && (
          <IntakeSection
            workflow={workflow}
            values={answers}
            problems={{ ...refusedAnswers, ...(checked ? missing() : {}) }}
            onChange={answer}
          />
        )}
        <PlaceSection form={form} onChange={patch} problem={problems.place} />
        <VisibilitySection form={form} onChange={patch} />
        <MoreSection form={form} withKind={!workflow?.asksKind} onChange={patch} problems={problems} />
      </div>
    </Page>
  );
};
