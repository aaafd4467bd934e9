import { CopyOutlined, EditOutlined, QrcodeOutlined } from "@ant-design/icons";
import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { AbilityFits, NeedFits } from "../../ui/matter/Fits.tsx";
import { MatterPanel } from "../../ui/matter/MatterPanel.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { AssignModal } from "./AssignModal.tsx";
import { ClaimableFacts } from "./ClaimableFacts.tsx";
import { ClaimableForm } from "./ClaimableForm.tsx";
import { ClaimModal } from "./ClaimModal.tsx";
import { ClaimRows } from "./ClaimRows.tsx";
import { useKinds } from "./useKinds.ts";

interface ClaimablePanelProps {
  readonly claimableId: string;
  readonly onOpen: (claimableId: string) => void;
  readonly onClaim: (claimId: string) => void;
}

type Doing = "claim" | "assign" | "edit" | "copy";

const Body = ({ one, onOpen, onClaim }: { one: ClaimableView } & Omit<ClaimablePanelProps, "claimableId">) => {
  const [doing, setDoing] = useState<Doing>();
  const go = useNavigate();
  const kinds = useKinds();
  const mayCopy = kinds.some(({ id, mayStart }) => id === one.kind && mayStart);
  const matches = kinds.find(({ id }) => id === one.kind)?.matches;
  const { self, bodies, why } = one.claiming;
  const close = () => setDoing(undefined);
  return (
    <>
      <div className="claim-tools no-print">
        {self || bodies.length > 0 ? (
          <Button type="primary" onClick={() => setDoing("claim")}>
            认领
          </Button>
        ) : null}
        {one.mayAssign ? <Button onClick={() => setDoing("assign")}>指派</Button> : null}
        {one.mayEdit === "nothing" ? null : (
          <Button icon={<EditOutlined />} onClick={() => setDoing("edit")}>
            {one.mayEdit === "all" ? "修改" : "改名额"}
          </Button>
        )}
        {mayCopy ? (
          <Button icon={<CopyOutlined />} onClick={() => setDoing("copy")}>
            复制一份
          </Button>
        ) : null}
        <Button icon={<QrcodeOutlined />} onClick={() => void go(`/qr/${one.code}`)}>
          二维码
        </Button>
      </div>
      {why && one.open && !one.claimedByMe && one.mine === "none" && !one.mayAssign ? (
        <Alert type="info" showIcon title={`不能认领：${why}`} />
      ) : null}
      <ClaimableFacts one={one} />
      {one.claims.length > 0 || one.mayEdit !== "nothing" ? (
        <section className="section">
          <h2>认领情况</h2>
          {one.claims.length === 0 ? (
            <EmptyState text="还没有人认领" />
          ) : (
            <ClaimRows short items={one.claims} onOpen={onClaim} />
          )}
        </section>
      ) : null}
      {matches === "need" && one.open ? <NeedFits claimableId={one.id} /> : null}
      {matches === "ability" && one.open ? <AbilityFits claimableId={one.id} /> : null}
      {doing === "claim" ? <ClaimModal one={one} onOpen={onOpen} onClose={close} /> : null}
      {doing === "assign" ? <AssignModal one={one} onClose={close} /> : null}
      {doing === "edit" ? <ClaimableForm changes={one} onDone={close} onClose={close} /> : null}
      {doing === "copy" ? (
        <ClaimableForm
          from={one}
          onDone={(id) => {
            close();
            onOpen(id);
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
};

/** One thing that can be claimed: where it stands, what it asks, who has claimed it. */
export const ClaimablePanel = ({ claimableId, ...rest }: ClaimablePanelProps) => {
  const query = useFetch(claimsApi.claimable, { claimableId });
  return (
    <MatterPanel matterId={claimableId}>
      <Loaded query={query} rows={4}>
        {(one) => <Body one={one} {...rest} />}
      </Loaded>
    </MatterPanel>
  );
};
