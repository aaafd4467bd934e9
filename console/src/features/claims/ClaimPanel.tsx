import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { Button } from "antd";
import { useFetch } from "../../ui/api/hooks.ts";
import { MatterPanel } from "../../ui/matter/MatterPanel.tsx";
import { Loaded } from "../../ui/States.tsx";
import { timeWords } from "./words.ts";

interface ClaimPanelProps {
  readonly claimId: string;
  readonly onOpen: (claimableId: string) => void;
}

/** One claim, with what was claimed. */
export const ClaimPanel = ({ claimId, onOpen }: ClaimPanelProps) => {
  const query = useFetch(claimsApi.claimView, { claimId });
  return (
    <MatterPanel matterId={claimId}>
      <Loaded query={query} rows={3}>
        {(one) => {
          const time = timeWords(one.claimable);
          return (
            <section className="section">
              <h2>认领的内容</h2>
              <p className="pre">{one.claimable.words}</p>
              <p className="muted small">{[time, one.claimable.address].filter(Boolean).join(" · ")}</p>
              {one.confirmed.length > 0 ? <p className="small">认领时确认：{one.confirmed.join("；")}</p> : null}
              <Button className="no-print" size="small" onClick={() => onOpen(one.claimable.id)}>
                查看“{one.claimable.title}”
              </Button>
            </section>
          );
        }}
      </Loaded>
    </MatterPanel>
  );
};
