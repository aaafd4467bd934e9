/** Registering: which kind, where, for which unit, what one offers, and whether the unit may see one's records. */
import { orgApi } from "@ginkgo/shared/api/org.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { FormFields } from "../../ui/form/FormFields.tsx";
import { answersOf, problemsIn, type Values } from "../../ui/form/values.ts";
import { call, problemOf } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Page } from "../../ui/Page.tsx";
import { placeLevels } from "../../ui/place/levels.ts";
import type { PickLevel } from "../../ui/place/NodePicker.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Refusal } from "../../ui/states.tsx";
import { type Chosen, NodeChoice } from "./NodeChoice.tsx";
import { Field, noOffer, type Offer, OfferFields } from "./OfferFields.tsx";
import { useUnits } from "./useUnits.ts";
import "../../ui/form/form.css";
import "./registrations.css";

type Kind = PackView["participation"]["registrations"][number];

/** Down to where this kind registers, and no further. */
const levelsFor = (pack: PackView, kind: Kind): PickLevel[] => {
  const levels = placeLevels(pack).map((level) => ({
    tiers: level.tiers,
    pick: level.tiers.some((tier) => kind.with.includes(tier)),
  }));
  const last = levels.findLastIndex(({ pick }) => pick);
  return levels.slice(0, last + 1);
};

/** The nearest place above one's home with which this kind registers. */
const useHomeFor = (kind: Kind | undefined): Chosen | undefined => {
  const home = useSession().me.home;
  const node = useQuery({
    queryKey: ["node", home?.id],
    queryFn: ({ signal }) => call(orgApi.node, { nodeId: home?.id ?? "" }, { signal }),
    enabled: home !== null,
    staleTime: 300_000,
  }).data;
  if (!kind || !home) return undefined;
  const way = [...(node?.trail ?? []), home];
  return way.findLast(({ tier }) => kind.with.includes(tier));
};

const Register = () => {
  const { pack } = useSession();
  const [search] = useSearchParams();
  const units = useUnits();
  const go = useNavigate();
  const client = useQueryClient();
  const keyFor = useStableKey();
  const kinds = (pack.participation?.registrations ?? []).filter(({ who }) => who === "person" || units.length > 0);
  const wanted = kinds.find(({ id }) => id === search.get("kind"));
  const [kindId, setKindId] = useState((wanted ?? kinds.find(({ who }) => who === "person") ?? kinds[0])?.id ?? "");
  const kind = kinds.find(({ id }) => id === kindId);
  const [picked, setPicked] = useState<Chosen>();
  const [body, setBody] = useState<Chosen | undefined>(units[0]);
  const [unit, setUnit] = useState<Chosen>();
  const [offer, setOffer] = useState<Offer>(noOffer);
  const [agreed, setAgreed] = useState(false);
  const [values, setValues] = useState<Values>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const home = useHomeFor(kind);
  const isPerson = kind?.who === "person";
  const node = picked ?? (isPerson ? home : undefined);

  const send = useMutation({
    mutationFn: (input: Parameters<typeof call<typeof registrationsApi.register>>[1]) =>
      call(registrationsApi.register, input, { idempotencyKey: keyFor(input) }),
    onSuccess: (one) => {
      void client.invalidateQueries({ queryKey: ["registrations"] });
      void toast(one.active ? "已报到" : "已提交，等社区确认", "success");
      void go(`/registrations/${one.id}`, { replace: true });
    },
    onError: (error) =>
      setProblems(
        Object.fromEntries(
          (problemOf(error).errors ?? []).map(({ path, message }) => [
            path.replace(/^data\./, "").replace(/[[.].*$/, ""),
            message,
          ]),
        ),
      ),
  });

  if (!kind) return <Empty title="这里还没有开通报到" />;
  const submit = () => {
    const found = { ...problemsIn(kind.intake, values), ...(node ? {} : { node: "请选择报到的地方" }) };
    setProblems(found);
    if (Object.keys(found).length > 0 || !node) return;
    send.mutate({
      kind: kind.id,
      node: node.id,
      ...(!isPerson && body ? { body: body.id } : {}),
      ...(isPerson && unit ? { unit: unit.id } : {}),
      ...offer,
      skills: [...offer.skills],
      free: [...offer.free],
      unitSees: isPerson && unit !== undefined && kind.unitSees === "records" && agreed,
      data: answersOf(kind.intake, values),
    });
  };

  return (
    <Page
      title="报到"
      back="/registrations"
      footer={
        <Button block color="primary" size="large" loading={send.isPending} loadingText="正在提交…" onClick={submit}>
          提交报到
        </Button>
      }
    >
      <div className="register-form">
        {kinds.length > 1 && (
          <Field id="kind" label="报到类型">
            <div className="options">
              {kinds.map((one) => (
                <label key={one.id} className="option">
                  <input
                    type="radio"
                    name="kind"
                    checked={one.id === kindId}
                    onChange={() => {
                      setKindId(one.id);
                      setPicked(undefined);
                    }}
                  />
                  <span>
                    {one.label}
                    {one.description && <small>{one.description}</small>}
                  </span>
                </label>
              ))}
            </div>
          </Field>
        )}
        {!isPerson && (
          <Field id="body" label="单位" problem={problems.body}>
            <div className="options">
              {units
                .filter(({ tier }) => kind.units.includes(tier))
                .map((one) => (
                  <label key={one.id} className="option">
                    <input type="radio" name="body" checked={one.id === body?.id} onChange={() => setBody(one)} />
                    {one.name}
                  </label>
                ))}
            </div>
          </Field>
        )}
        <Field id="node" label={isPerson ? "您住在哪里" : "单位所在的社区"} problem={problems.node}>
          <NodeChoice
            id="node"
            label={isPerson ? "住在哪里" : "哪个社区"}
            value={node}
            levels={levelsFor(pack, kind)}
            onChange={setPicked}
          />
        </Field>
        {isPerson && (
          <Field id="unit" label="所在单位" optional problem={problems.unit}>
            <NodeChoice
              id="unit"
              label="所在单位"
              value={unit}
              optional
              levels={[{ tiers: kind.units, pick: true }]}
              onChange={setUnit}
            />
          </Field>
        )}
        {isPerson && unit && kind.unitSees === "records" && (
          <button
            type="button"
            className="switch-line"
            role="switch"
            aria-checked={agreed}
            onClick={() => setAgreed(!agreed)}
          >
            <span>
              同意单位查看我的参与记录
              <small>随时可以收回；不同意时单位只看到汇总数</small>
            </span>
            <i className="switch" />
          </button>
        )}
        <OfferFields
          person={isPerson}
          offer={offer}
          problems={problems}
          onChange={(change) => setOffer((old) => ({ ...old, ...change }))}
        />
        <FormFields form={kind.intake} values={values} problems={problems} onChange={setValues} />
        <Refusal error={send.error} />
      </div>
    </Page>
  );
};
export default Register;
