/** 双报到 on the phone: one's own registrations, the units one speaks for, the community one lives in. */
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { RightOutline } from "antd-mobile-icons";
import { Link, useNavigate } from "react-router";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { registrationList } from "./queries.ts";
import { RegistrationCard } from "./RegistrationCard.tsx";
import { useUnits } from "./useUnits.ts";
import "../../ui/case/case.css";
import "../../ui/form/form.css";
import "./registrations.css";

const RowLink = ({ to, label }: { to: string; label: string }) => (
  <Link to={to} className="row-link">
    <span>{label}</span>
    <RightOutline />
  </Link>
);

const Registrations = () => {
  const { me } = useSession();
  const go = useNavigate();
  const units = useUnits();
  const query = useInfiniteQuery(registrationList({ box: "mine" }));
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  return (
    <Page
      title="双报到"
      back="/take-part"
      footer={
        <Button block color="primary" size="large" onClick={() => void go("/registrations/new")}>
          我要报到
        </Button>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <>
              {items.length === 0 && (
                <Empty
                  title="您还没有报到"
                  hint="党员到居住的社区、小区报到，单位党组织到所在社区报到，一起办家门口的事。"
                />
              )}
              <ul>
                {items.map((one) => (
                  <RegistrationCard key={one.id} one={one} />
                ))}
              </ul>
              {hasNextPage && (
                <div className="case-more">
                  <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                    查看更多
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Loaded>
      {units.map((unit) => (
        <RowLink key={unit.id} to={`/units/${unit.id}`} label={`${unit.name}：报到人员和反馈`} />
      ))}
      {me.home && <RowLink to={`/communities/${me.home.id}`} label="我住的社区：谁来报到了" />}
      <RowLink to="/registrations/bulletin" label="双报到日通报" />
    </Page>
  );
};
export default Registrations;
