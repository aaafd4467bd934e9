import { type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Loaded, Refusal } from "../../ui/states.tsx";
import { type Chosen, NodeChoice } from "./NodeChoice.tsx";
import { Field, type Offer, OfferFields } from "./OfferFields.tsx";
import { registrationView } from "./queries.ts";
import "../../ui/form/form.css";
import "./registrations.css";

const Form = ({ one }: { one: RegistrationDetail }) => {
  const { pack } = useSession();
  const go = useNavigate();
  const client = useQueryClient();
  const keyFor = useStableKey();
  const kind = pack.participation?.registrations.find(({ id }) => id === one.kind);
  const [unit, setUnit] = useState<Chosen | undefined>(one.unit ?? undefined);
  const [offer, setOffer] = useState<Offer>({
    skills: one.skills.map(({ id }) => id),
    free: one.free,
    reachMeters: one.reachMeters,
    mostAtOnce: one.mostAtOnce,
    birthYear: one.birthYear,
  });
  const person = one.who === "person";
  const save = useMutation({
    mutationFn: () => {
      const input = {
        registrationId: one.id,
        version: one.version,
        ...(person ? { unit: unit?.id ?? null } : {}),
        ...offer,
        skills: [...offer.skills],
        free: [...offer.free],
      };
      return call(registrationsApi.edit, input, { idempotencyKey: keyFor(input) });
    },
    onSuccess: (next) => {
      client.setQueryData(registrationView(one.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ["registrations"] });
      void client.invalidateQueries({ queryKey: ["matter", one.id] });
      void toast("已保存", "success");
      void go(-1);
    },
  });
  return (
    <div className="register-form">
      {person && kind && (
        <Field id="unit" label="所在单位" optional help={one.unitSees ? "换了单位，原来给单位的查看同意就作废。" : ""}>
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
      <OfferFields
        person={person}
        offer={offer}
        problems={{}}
        onChange={(change) => setOffer((old) => ({ ...old, ...change }))}
      />
      <Refusal error={save.error} />
      <Button block color="primary" size="large" loading={save.isPending} onClick={() => save.mutate()}>
        保存
      </Button>
    </div>
  );
};

const EditRegistration = () => {
  const { registrationId = "" } = useParams();
  const query = useQuery(registrationView(registrationId));
  return (
    <Page title="修改报到信息" back={`/registrations/${registrationId}`}>
      <Loaded query={query}>{(one) => <Form key={one.version} one={one} />}</Loaded>
    </Page>
  );
};
export default EditRegistration;
