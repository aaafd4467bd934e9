import type { Position } from "@ginkgo/shared/api/common.ts";
import Button from "antd-mobile/es/components/button";
import { lazy, Suspense, useState } from "react";
import { useSession } from "../../ui/session.tsx";
import { Loading } from "../../ui/states.tsx";
import type { Further, Kind } from "./form.ts";

const PinMap = lazy(() => import("./PinMap.tsx"));

interface FurtherFieldsProps {
  readonly kind: Kind;
  readonly value: Further;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<Further>) => void;
}

const offset = 8 * 3_600_000;
/** A county works in one time zone, whatever the phone is set to. */
const localOf = (moment: string | undefined): string =>
  moment ? new Date(Date.parse(moment) + offset).toISOString().slice(0, 16) : "";
const momentOf = (local: string): string | undefined => (local ? `${local}:00+08:00` : undefined);

const Problem = ({ text }: { text: string | undefined }) =>
  text ? (
    <p className="field-problem" role="alert">
      {text}
    </p>
  ) : null;

const Times = ({ kind, value, problems, onChange }: FurtherFieldsProps) => (
  <fieldset className="field">
    <legend className="field-label">
      时间{kind.time !== "required" && <span className="optional">（可不填）</span>}
    </legend>
    <label>
      从
      <input
        className="box"
        type="datetime-local"
        value={localOf(value.startsAt)}
        onChange={(event) => onChange({ startsAt: momentOf(event.target.value) })}
      />
    </label>
    <label>
      到
      <input
        className="box"
        type="datetime-local"
        value={localOf(value.endsAt)}
        onChange={(event) => onChange({ endsAt: momentOf(event.target.value) })}
      />
    </label>
    <Problem text={problems.startsAt ?? problems.endsAt} />
  </fieldset>
);

const Skills = ({ value, problems, onChange }: FurtherFieldsProps) => {
  const { pack } = useSession();
  return (
    <fieldset className="field">
      <legend className="field-label">
        需要的技能<span className="optional">（可不填）</span>
      </legend>
      <div className="chips">
        {pack.participation.skills.map(({ id, label }) => {
          const on = value.skills.includes(id);
          return (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={on}
              onClick={() =>
                onChange({ skills: on ? value.skills.filter((one) => one !== id) : [...value.skills, id] })
              }
            >
              {label}
            </button>
          );
        })}
      </div>
      <Problem text={problems.skills} />
    </fieldset>
  );
};

const Pin = ({ kind, value, problems, onChange }: FurtherFieldsProps) => {
  const [open, setOpen] = useState(kind.place === "required");
  return (
    <fieldset className="field">
      <legend className="field-label">
        位置{kind.place !== "required" && <span className="optional">（可不填）</span>}
      </legend>
      {open || value.pin ? (
        <>
          <p className="field-help">在图上点一下。</p>
          <div className="claim-map">
            <Suspense fallback={<Loading lines={2} />}>
              <PinMap pin={value.pin} onPick={(pin: Position) => onChange({ pin })} />
            </Suspense>
          </div>
          {value.pin && (
            <button type="button" className="plain-button" onClick={() => onChange({ pin: undefined })}>
              去掉图上的点
            </button>
          )}
        </>
      ) : (
        <Button block onClick={() => setOpen(true)}>
          在地图上选
        </Button>
      )}
      <Problem text={problems.lng} />
      {kind.visibility === "public" && (
        <label className="claim-confirm">
          <input
            type="checkbox"
            checked={value.addressPublic}
            onChange={(event) => onChange({ addressPublic: event.target.checked })}
          />
          <span>没有登录的人也能看到地址和位置（在自己家里的，请不要勾选）</span>
        </label>
      )}
    </fieldset>
  );
};

export const FurtherFields = (props: FurtherFieldsProps) => {
  const { kind } = props;
  const { pack } = useSession();
  return (
    <>
      {kind.time !== "none" && <Times {...props} />}
      {kind.skills && pack.participation.skills.length > 0 && <Skills {...props} />}
      {kind.place !== "none" && <Pin key={kind.id} {...props} />}
    </>
  );
};
