import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { useNavigate } from "react-router";
import { toast } from "../../ui/feedback.ts";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { placeLevels } from "../../ui/place/levels.ts";
import { NodePicker } from "../../ui/place/NodePicker.tsx";
import { useSession } from "../../ui/session.tsx";
import { Refusal } from "../../ui/states.tsx";

const HomePlace = () => {
  const { me, pack, setMe } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (home: string | null) => call(identityApi.updateMe, { home }),
    onSuccess: (next) => {
      setMe(next);
      void client.invalidateQueries({ queryKey: ["cases"] });
      void toast(next.home ? `住址已设为${next.home.name}` : "住址已清除", "success");
      navigate(-1);
    },
  });
  return (
    <Page title="我的住址" back="/me">
      <div style={{ padding: "0 1rem 1rem" }}>
        <p className="field-help" style={{ paddingTop: "0.75rem" }}>
          住址用来把您反映的事交给对的社区，不会公开。选到社区或小区就可以。
        </p>
        <Refusal error={save.error} />
        <NodePicker levels={placeLevels(pack)} onPick={(node) => save.mutate(node.id)} />
        {me.home && (
          <Button block style={{ marginTop: "1.5rem" }} loading={save.isPending} onClick={() => save.mutate(null)}>
            清除现在的住址（{me.home.name}）
          </Button>
        )}
      </div>
    </Page>
  );
};
export default HomePlace;
