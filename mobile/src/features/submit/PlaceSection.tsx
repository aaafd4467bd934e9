import { useState } from "react";
import type { SubmitForm } from "../../ui/offline/db.ts";
import type { PlaceChoice } from "../../ui/place/choice.ts";
import { useHomeName } from "../../ui/place/home-name.ts";
import { placeLevels, townLevels } from "../../ui/place/levels.ts";
import { NodePicker } from "../../ui/place/NodePicker.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { useSession } from "../../ui/session.tsx";
import { AddressPicker } from "./AddressPicker.tsx";
import { MapPicker } from "./MapPicker.tsx";

interface PlaceSectionProps {
  readonly form: SubmitForm;
  readonly onChange: (change: Partial<SubmitForm>) => void;
  readonly problem: string | undefined;
}

type Way = PlaceChoice["way"];

/** Without a community a case goes to the subdistrict or township: the one named, or the one of the reporter's home. */
const undecided = (town?: { id: string; name: string }): PlaceChoice => ({
  way: "unsure",
  ...(town ? { node: town.id } : {}),
  label: town ? `由${town.name}判断归哪个社区` : "由工作人员判断归哪个社区",
});

const spoken: Record<Way, string> = {
  map: "地图上的位置",
  address: "地址",
  node: "社区或小区",
  home: "我家附近",
  unsure: "不确定",
};

export const PlaceSection = ({ form, onChange, problem }: PlaceSectionProps) => {
  const { me, pack } = useSession();
  const [open, setOpen] = useState<Way>();
  const { place } = form;
  const choose = (next: PlaceChoice) => {
    onChange({ place: next });
    setOpen(undefined);
  };
  const home = me.home;
  const homeName = useHomeName();
  return (
    <section className="card">
      <h2 className="part-title">在哪里？</h2>
      {place && (
        <div className="chosen-place" role="status">
          <span>
            <small>{spoken[place.way]}</small>
            <br />
            <b>{place.label}</b>
          </span>
          <button type="button" className="plain-button" onClick={() => onChange({ place: undefined })}>
            不对，重选
          </button>
        </div>
      )}
      {!place && (
        <div className="ways">
          {home && (
            <button
              type="button"
              className="chip wide"
              onClick={() => choose({ way: "home", node: home.id, label: homeName ?? home.name })}
            >
              就在我家附近（{homeName}）
            </button>
          )}
          <button type="button" className="chip" onClick={() => setOpen("map")}>
            地图选点
          </button>
          <button type="button" className="chip" onClick={() => setOpen("address")}>
            输入地址
          </button>
          <button type="button" className="chip" onClick={() => setOpen("node")}>
            选择社区/小区
          </button>
          <button type="button" className="chip" onClick={() => (home ? choose(undecided()) : setOpen("unsure"))}>
            不确定
          </button>
        </div>
      )}
      {problem && <p className="field-problem">{problem}</p>}
      <div className="field">
        <label className="field-label" htmlFor="spot">
          再说细一点<span className="optional">（可不填）</span>
        </label>
        <input
          id="spot"
          className="box"
          maxLength={60}
          placeholder="如：2 单元门口、菜市场东门"
          value={form.spot}
          onChange={(event) => onChange({ spot: event.target.value })}
        />
      </div>
      <Sheet full title="在地图上点出位置" open={open === "map"} onClose={() => setOpen(undefined)}>
        <MapPicker start={place?.pin} onPick={choose} />
      </Sheet>
      <Sheet full title="输入地址" open={open === "address"} onClose={() => setOpen(undefined)}>
        <AddressPicker onPick={choose} />
      </Sheet>
      <Sheet full title="大概在哪个街道（镇）？" open={open === "unsure"} onClose={() => setOpen(undefined)}>
        <NodePicker levels={townLevels(pack)} onPick={(town) => choose(undecided(town))} />
        <button type="button" className="chip wide" onClick={() => choose(undecided())}>
          也不清楚，由工作人员判断
        </button>
      </Sheet>
      <Sheet full title="选择社区或小区" open={open === "node"} onClose={() => setOpen(undefined)}>
        <NodePicker
          levels={placeLevels(pack)}
          onPick={(node) =>
            choose({
              way: "node",
              node: node.id,
              label: node.trail.endsWith(node.name) ? node.trail : `${node.trail} ${node.name}`.trim(),
            })
          }
        />
      </Sheet>
    </section>
  );
};
