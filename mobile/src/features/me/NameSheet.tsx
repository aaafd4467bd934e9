import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useMutation } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useState } from "react";
import { call } from "../../ui/net/client.ts";
import { Sheet } from "../../ui/Sheet.tsx";
import { useSession } from "../../ui/session.tsx";
import { Refusal } from "../../ui/states.tsx";
import "../../ui/form/form.css";

export const NameSheet = ({ onClose }: { onClose: () => void }) => {
  const { me, setMe } = useSession();
  const [name, setName] = useState(me.name);
  const save = useMutation({
    mutationFn: () => call(identityApi.updateMe, { name: name.trim() }),
    onSuccess: (next) => {
      setMe(next);
      onClose();
    },
  });
  return (
    <Sheet
      open
      title="修改姓名"
      onClose={onClose}
      footer={
        <Button block color="primary" disabled={!name.trim()} loading={save.isPending} onClick={() => save.mutate()}>
          保存
        </Button>
      }
    >
      <div className="field">
        <label className="field-label" htmlFor="my-name">
          怎么称呼您
        </label>
        <input
          id="my-name"
          className="box"
          maxLength={30}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Refusal error={save.error} />
    </Sheet>
  );
};
