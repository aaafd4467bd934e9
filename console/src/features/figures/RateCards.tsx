import { InfoCircleOutlined } from "@ant-design/icons";
import { type Figures, percentText, type RateDefinition, type RateValue } from "@ginkgo/shared/api/figures.ts";
import { Card, Popover, Tag } from "antd";
import { Count } from "./Count.tsx";
import { numberText, smallNote, smallText } from "./words.ts";

const Excluded = ({ rate, value }: { rate: RateDefinition; value: RateValue }) => (
  <p className="muted small rate-excluded">
    不计入：
    {rate.excludes.length === 0 ? "无" : null}
    {rate.excludes.map(({ id, label }, i) => (
      <span key={id}>
        {i > 0 ? "、" : ""}
        {label}{" "}
        <Count opens={{ rate: rate.id, part: "excluded", without: id }} label={`${rate.label}不计入的${label}`}>
          {numberText(value.excluded[id])}
        </Count>{" "}
        件
      </span>
    ))}
  </p>
);

const RateCard = ({ rate, value }: { rate: RateDefinition; value: RateValue }) => (
  <Card className="rate-card">
    <h2>
      {rate.label}
      <Popover content={<p className="definition">{rate.definition}</p>} trigger={["hover", "focus"]}>
        <button type="button" className="definition-button no-print" aria-label={`${rate.label}的口径`}>
          <InfoCircleOutlined />
        </button>
      </Popover>
      {value.small && value.denominator > 0 ? (
        <Tag className="tag tag-stopped" title={smallNote}>
          {smallText}
        </Tag>
      ) : null}
    </h2>
    <p className="rate-value">{percentText(value.value)}</p>
    <p className="rate-parts">
      <Count opens={{ rate: rate.id, part: "numerator" }} label={`${rate.label}的分子`}>
        {numberText(value.numerator)}
      </Count>
      {" ÷ "}
      <Count opens={{ rate: rate.id, part: "denominator" }} label={`${rate.label}的分母`}>
        {numberText(value.denominator)}
      </Count>
      <span className="muted"> 件</span>
    </p>
    <Excluded rate={rate} value={value} />
    <p className="small print-only">口径：{rate.definition}</p>
  </Card>
);

export const RateCards = ({ figures }: { figures: Figures }) => (
  <div className="rate-cards">
    {figures.rates.map((rate) => {
      const value = figures.totals.rates[rate.id];
      return value ? <RateCard key={rate.id} rate={rate} value={value} /> : null;
    })}
  </div>
);
