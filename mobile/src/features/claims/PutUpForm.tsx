import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { FormFields } from "../../ui/form/FormFields.tsx";
import { answersOf, problemsIn, type Values } from "../../ui/form/values.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Page } from "../../ui/Page.tsx";
import { tiersAs, useSession } from "../../ui/session.tsx";
import { Refusal } from "../../ui/states.tsx";
import { FurtherFields } from "./FurtherFields.tsx";
import { bodyFrom, type Further, fieldsFor, furtherOf, type Kind, valuesOf } from "./form.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./claims.css";

interface PutUpFormProps {
  readonly kinds: readonly Kind[];
  readonly first?: string | undefined;
  readonly changes?: ClaimableView;
}

export const PutUpForm = ({ kinds, first, changes }: PutUpFormProps) => {
  const { me, pack } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyFor = useStableKey();
  const [kindId, setKind] = useState(changes?.kind ?? first ?? kinds[0]?.id ?? "");
  const [values, setValues] = useState<Values>(() =>
    changes ? valuesOf(changes) : { nodeId: me.home?.id ?? me.roles[0]?.node.id },
  );
  const [further, setFurther] = useState<Further>(() =>
    changes ? furtherOf(changes) : { skills: [], addressPublic: false },
  );
  const [intake, setIntake] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const kind = kinds.find(({ id }) => id === kindId);
  const part = changes?.mayEdit === "places" ? "places" : "all";
  const tiers = tiersAs(pack, "community", "compound", "grid", "building", "subdistrict", "body");
  const fields = kind ? fieldsFor(kind, part, tiers) : [];
  const bodies = changes ? [] : me.roles.filter(({ node }) => tiersAs(pack, "body").includes(node.tier));
  const [bodyId, setBody] = useState("");

  const send = useMutation({
    mutationFn: () => {
      if (!kind) throw new Error("a kind is chosen");
      const body = bodyFrom(kind, answersOf(fields, values), further);
      if (changes) {
        const { places, until } = body;
        const some = part === "places" ? { places, until } : body;
        return call(claimsApi.changeClaimable, { claimableId: changes.id, version: changes.version, ...some });
      }
      const draft = {
        kind: kind.id,
        ...body,
        ...(bodyId ? { bodyId } : {}),
        data: answersOf(kind.intake, intake),
      };
      return call(claimsApi.putUp, draft, { idempotencyKey: keyFor(draft) });
    },
    onSuccess: ({ id, open }) => {
      void client.invalidateQueries({ queryKey: ["claims"] });
      void toast(changes ? "已保存" : open ? "已发布，现在可以认领" : "已提交，社区看过后开放认领", "success");
      navigate(`/claims/${id}`, { replace: true });
    },
    onError: (error) =>
      setProblems(Object.fromEntries((problemOf(error).errors ?? []).map(({ path, message }) => [path, message]))),
  });
  const submit = () => {
    const found = { ...problemsIn(fields, values), ...problemsIn(kind?.intake ?? [], intake) };
    setProblems(found);
    if (Object.keys(found).length === 0) send.mutate();
  };

  return (
    <Page
      title={changes ? "修改" : "发布"}
      back={changes ? `/claims/${changes.id}` : "/claims"}
      footer={
        <Button block size="large" color="primary" loading={send.isPending} loadingText="正在提交…" onClick={submit}>
          {changes ? "保存" : "发布"}
        </Button>
      }
    >
      <section className="card">
        {kinds.length > 1 && (
          <fieldset className="field">
            <legend className="field-label">类型</legend>
            <div className="chips">
              {kinds.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="chip"
                  aria-pressed={one.id === kindId}
                  onClick={() => setKind(one.id)}
                >
                  {one.label}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        {kind?.description && <p className="field-help">{kind.description}</p>}
        {bodies.length > 0 && (
          <fieldset className="field">
            <legend className="field-label">以什么名义发布</legend>
            <div className="chips">
              {[{ id: "", name: "本人" }, ...bodies.map(({ node }) => node)].map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="chip"
                  aria-pressed={one.id === bodyId}
                  onClick={() => setBody(one.id)}
                >
                  {one.name}
                </button>
              ))}
            </div>
          </fieldset>
        )}
        <FormFields form={fields} values={values} problems={problems} onChange={setValues} />
        {kind && part === "all" && (
          <FurtherFields
            kind={kind}
            value={further}
            problems={problems}
            onChange={(change) => setFurther((old) => ({ ...old, ...change }))}
          />
        )}
        {kind && !changes && <FormFields form={kind.intake} values={intake} problems={problems} onChange={setIntake} />}
        <Refusal error={send.error} />
      </section>
    </Page>
  );
};
