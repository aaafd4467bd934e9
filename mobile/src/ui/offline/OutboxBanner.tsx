import { RightOutline, SendOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { useOutbox } from "./use-outbox.ts";
import "./outbox.css";

/** Shown wherever one looks for one's cases: what has not left the phone yet. Brings Dexie: see OutboxNotice. */
const OutboxBanner = ({ account }: { account: string }) => {
  const rows = useOutbox(account);
  if (!rows || rows.length === 0) return null;
  const refused = rows.filter((row) => row.refused).length;
  return (
    <Link to="/outbox" className="outbox-banner">
      <SendOutline />
      <span>
        有 <b>{rows.length}</b> 条还没发出去
        {refused > 0 && `，其中 ${refused} 条需要您修改`}
      </span>
      <RightOutline />
    </Link>
  );
};
export default OutboxBanner;
