/** What someone offers: skills, weekly free times, reach. The same for registering and for changing it later. */
import type { FreeTime } from "@ginkgo/shared/api/registrations.ts";
import { minutesOf, timeOf, weekdayName } from "@ginkgo/shared/day.ts";
import { DeleteOutline } from "antd-mobile-icons";
import type { ReactNode } from "react";
import { useSession } from "../../ui/session.tsx";

export interface Offer {
  readonly skills: readonly string[];
  readonly free: readonly FreeTime[];
  readonly reachMeters: number | null;
  readonly mostAtOnce: number | null;
  readonly birthYear: number | null;
}

export const noOffer: Offer = { skills: [], free: [], reachMeters: null, mostAtOnce: null, birthYear: null };

export const Field = ({
  id,
  label,
  help,
  problem,
  optional,
  children,
}: {
  id: string;
  label: string;
  help?: string;
  problem?: string | undefined;
  optional?: boolean;
  children: ReactNode;
}) => (
  <fieldset className="field" aria-labelledby={`${id}-label`}>
    <label id={`${id}-label`} htmlFor={id} className="field-label">
      {label}
      {optional && <span className="optional">（可不填）</span>}
    </label>
    {help && <p className="field-help">{help}</p>}
    {children}
    {problem && (
      <p className="field-problem" role="alert">
        {problem}
      </p>
    )}
  </fieldset>
);

const reaches = [
  { value: 1000, label: "1 公里" },
  { value: 3000, label: "3 公里" },
  { value: 10_000, label: "10 公里" },
  { value: null, label: "不限" },
] as const;

const days = [1, 2, 3, 4, 5, 6, 7];

const FreeTimes = ({ value, onChange }: { value: readonly FreeTime[]; onChange: (value: FreeTime[]) => void }) => {
  const change = (at: number, part: Partial<FreeTime>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const typed = (at: number, name: "from" | "to", text: string) => {
    if (/^\d{2}:\d{2}$/.test(text)) change(at, { [name]: minutesOf(text) });
  };
  return (
    <>
      {value.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
        <div key={i} className="free-line">
          <select
            className="box"
            aria-label="星期"
            value={one.day}
            onChange={(event) => change(i, { day: Number(event.target.value) })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {weekdayName(day)}
              </option>
            ))}
          </select>
          <input
            className="box"
            type="time"
            aria-label="从"
            value={timeOf(one.from)}
            onChange={(event) => typed(i, "from", event.target.value)}
          />
          <input
            className="box"
            type="time"
            aria-label="到"
            value={timeOf(one.to)}
            onChange={(event) => typed(i, "to", event.target.value)}
          />
          <button
            type="button"
            className="plain-button"
            aria-label="去掉这个时段"
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <DeleteOutline />
          </button>
        </div>
      ))}
      {value.length < 28 && (
        <button
          type="button"
          className="chip"
          onClick={() => onChange([...value, { day: 6, from: 9 * 60, to: 12 * 60 }])}
        >
          加一个时段
        </button>
      )}
    </>
  );
};

interface OfferFieldsProps {
  readonly person: boolean;
  readonly offer: Offer;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<Offer>) => void;
}

export const OfferFields = ({ person, offer, problems, onChange }: OfferFieldsProps) => {
  const skills = useSession().pack.participation?.skills ?? [];
  const toggle = (id: string) =>
    onChange({
      skills: offer.skills.includes(id) ? offer.skills.filter((one) => one !== id) : [...offer.skills, id],
    });
  return (
    <>
      {skills.length > 0 && (
        <Field id="skills" label="职业、技能" help="用来推荐合适的需求" optional problem={problems.skills}>
          <div className="chips">
            {skills.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                className="chip"
                aria-pressed={offer.skills.includes(id)}
                onClick={() => toggle(id)}
              >
                {label}
              </button>
            ))}
          </div>
        </Field>
      )}
      {person && (
        <>
          <Field id="free" label="每周有空的时间" optional problem={problems.free}>
            <FreeTimes value={offer.free} onChange={(free) => onChange({ free })} />
          </Field>
          <Field id="reach" label="愿意去多远" optional problem={problems.reachMeters}>
            <div className="chips">
              {reaches.map(({ value, label }) => (
                <button
                  key={label}
                  type="button"
                  className="chip"
                  aria-pressed={offer.reachMeters === value}
                  onClick={() => onChange({ reachMeters: value })}
                >
                  {label}
                </button>
              ))}
            </div>
          </Field>
          <Field
            id="birthYear"
            label="出生年份"
            help="只在活动有年龄要求时用，别人看不到"
            optional
            problem={problems.birthYear}
          >
            <input
              id="birthYear"
              className="box"
              inputMode="numeric"
              maxLength={4}
              placeholder="例如 1980"
              value={offer.birthYear ?? ""}
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, "");
                onChange({ birthYear: digits ? Number(digits) : null });
              }}
            />
          </Field>
        </>
      )}
    </>
  );
};
