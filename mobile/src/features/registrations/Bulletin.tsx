/** 日通报 on the phone: sums of a day, and a line for each community. */
import { addDays, dayOf, dayWords } from "@ginkgo/shared/day.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { LeftOutline, RightOutline } from "antd-mobile-icons";
import { Link, useSearchParams } from "react-router";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { bulletinOf } from "./queries.ts";
import { Sums } from "./Sums.tsx";
import "./registrations.css";

const Bulletin = () => {
  const [search, setSearch] = useSearchParams();
  const today = dayOf(new Date());
  const day = search.get("day") ?? today;
  const under = search.get("under") ?? undefined;
  const query = useQuery({ ...bulletinOf(day, under), placeholderData: keepPreviousData });
  const turn = (next: string) =>
    setSearch(
      (was) => {
        was.set("day", next);
        return was;
      },
      { replace: true },
    );
  return (
    <Page title="双报到日通报" back="/registrations">
      <div className="day-turn">
        <button type="button" className="plain-button" aria-label="前一天" onClick={() => turn(addDays(day, -1))}>
          <LeftOutline />
        </button>
        <b aria-live="polite">{dayWords(day)}</b>
        <button
          type="button"
          className="plain-button"
          aria-label="后一天"
          disabled={day >= today}
          onClick={() => turn(addDays(day, 1))}
        >
          <RightOutline />
        </button>
      </div>
      <Loaded query={query}>
        {({ node, sums, lines }) => (
          <>
            <h2 className="section-title">{node.name}</h2>
            <Sums
              items={[
                ["新报到党员", sums.newPeople],
                ["新报到单位", sums.newUnits],
                ["在册党员", sums.people],
                ["在册单位", sums.units],
                ["覆盖小区", sums.compounds],
                ["完成认领", sums.claims],
                ["开展活动", sums.activities],
              ]}
            />
            {lines.length === 0 && <Empty title="这一天还没有可以通报的内容" />}
            {lines.map((line) => (
              <Link key={line.node.id} to={`/communities/${line.node.id}`} className="row-link">
                <span>
                  {line.node.name}
                  <small className="soft-line">
                    新报到 {line.sums.newPeople + line.sums.newUnits} · 在册 {line.sums.people} 人 · 小区{" "}
                    {line.sums.compounds} · 认领 {line.sums.claims} · 活动 {line.sums.activities}
                  </small>
                </span>
                <RightOutline />
              </Link>
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default Bulletin;
